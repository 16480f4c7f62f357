/**
 * `npm run rotate-letter-key` retires the key that signs letters and makes another, also while servers run. Letters signed
 * before stay valid: the public half of every key stays in `/v1/.well-known/jwks.json`.
 */
import './node-version.mjs';
import { build } from './build.mjs';

try {
  await build();
  const [{ loadConfig }, { openDatabase }, { createSecrets }, { rotateLetterKey }] = await Promise.all(
    ['config', 'db/index', 'secrets', 'letters/keys'].map((name) => import(`../packages/server/dist/${name}.js`)),
  );
  const config = loadConfig();
  const db = await openDatabase(config);
  await rotateLetterKey({ db, secrets: createSecrets(config.secret), clock: () => new Date() }).finally(() => db.close());
  console.log('Letters are signed with a new key from now on. Whoever checks letters offline fetches the key set again.');
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
