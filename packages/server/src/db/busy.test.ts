import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../testing/app.js';
import { engines } from '../testing/engines.js';

const postgres = engines.find(({ name }) => name === 'postgres') ?? expect.fail('no engine');
const connections = 10;

let app: TestApp;
beforeAll(async () => void (app = await openTestApp(postgres)));
afterAll(() => app.close());

it('answers 503 with a time while every connection to the database is taken, and serves again afterwards', async () => {
  let free: () => void = () => undefined;
  const until = new Promise<void>((done) => (free = done));
  let taken = 0;
  const busy = Array.from({ length: connections }, () =>
    app.db.transaction(async (tx) => {
      await tx.selectFrom('sessions').select('id').limit(1).execute();
      taken += 1;
      await until;
    }),
  );
  await expect.poll(() => taken, { timeout: 10_000 }).toBe(connections);
  const ask = () => app.server.inject({ url: '/v1/session', headers: { authorization: `Bearer set_${'A'.repeat(43)}` } });
  const answer = await ask();
  expect([answer.statusCode, answer.headers['retry-after'], answer.json()]).toMatchObject([503, '5', { code: 'unavailable' }]);
  free();
  await Promise.all(busy);
  expect((await ask()).statusCode).toBe(401);
});
