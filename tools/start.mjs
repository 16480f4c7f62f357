/** `npm start`: builds what is missing, then serves everything on one origin until Ctrl-C. */
import './node-version.mjs';
import { build } from './build.mjs';

try {
  await build();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
process.env.SEWAKA_DEMO ??= 'on';
await import('../packages/server/dist/main.js');
