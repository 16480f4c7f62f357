/** `npm run storybook` shows the elements while one works on them; `npm run storybook:build` writes the pages served at `/storybook`. */
import './node-version.mjs';
import { join } from 'node:path';
import { bin, root, runNode } from './run.mjs';

const env = { STORYBOOK_DISABLE_TELEMETRY: '1' };
const ways = {
  dev: ['dev', '--port', process.env.PORT ?? '6006', '--no-open', '--ci'],
  build: ['build', '--output-dir', join(root, 'storybook-static'), '--quiet'],
};

// Stories read the built catalogue, and their tables of attributes the manifest.
for (const [script, args] of [[bin('typescript', 'tsc'), ['-b', 'packages/catalog']], [join(root, 'tools/manifest.mjs'), []]]) {
  const { code, output } = await runNode(script, args);
  if (code !== 0) throw new Error(output);
}
const { code } = await runNode(bin('storybook'), ways[process.argv[2]] ?? ways.dev, { echo: true, env });
process.exitCode = code;
