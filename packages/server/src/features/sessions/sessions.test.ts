import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../testing/engines.js';
import { fileOne, home, openBench, type Bench } from '../testing.js';

interface Session {
  readonly expiresAt: string;
  readonly idleExpiresAt: string;
  readonly serverTime: string;
}

describe.each(engines)('a session on $name', (engine) => {
  let bench: Bench;
  beforeAll(async () => void (bench = await openBench(engine)));
  afterAll(() => bench.close());
  const pass = (minutes: number): void => void (bench.now = new Date(bench.now.getTime() + minutes * 60_000));
  const after = (minutes: number): string => new Date(bench.now.getTime() + minutes * 60_000).toISOString();
  const ask = async (cookie: string) => (await bench.call('GET', '/v1/session', { cookie })).json<Session>();
  const extend = (cookie: string) => bench.call('POST', '/v1/session/extension', { cookie, key: false });

  it('says when it ends unused, and at the latest', async () => {
    const cookie = await bench.officer(home, 'operator');
    expect(await ask(cookie)).toMatchObject({ serverTime: bench.now.toISOString(), idleExpiresAt: after(30), expiresAt: after(480) });
  });

  it('does not last longer for being asked about, but for being used or extended', async () => {
    const cookie = await bench.officer(home, 'operator');
    const first = await ask(cookie);
    pass(20);
    expect((await ask(cookie)).idleExpiresAt).toBe(first.idleExpiresAt);
    expect((await extend(cookie)).json()).toMatchObject({ idleExpiresAt: after(30), expiresAt: first.expiresAt });
    pass(20);
    await bench.call('GET', '/v1/desk/summary', { cookie });
    expect((await ask(cookie)).idleExpiresAt).toBe(after(30));
    pass(31);
    expect((await bench.call('GET', '/v1/session', { cookie })).statusCode).toBe(401);
    expect((await extend(cookie)).statusCode).toBe(401);
  });

  it('ends after eight hours however often it is extended, and says so', async () => {
    const cookie = await bench.officer(home, 'operator');
    const { expiresAt } = await ask(cookie);
    for (let turn = 0; turn < 19; turn += 1) {
      pass(25);
      expect((await extend(cookie)).statusCode).toBe(200);
    }
    expect((await ask(cookie)).idleExpiresAt).toBe(expiresAt);
    pass(6);
    expect((await extend(cookie)).statusCode).toBe(401);
  });

  it('of an applicant is extended too; one of a foreign page is not', async () => {
    const { accessToken } = await fileOne(bench, bench.people[0] ?? expect.fail('nobody lives here'));
    expect((await bench.call('POST', '/v1/session/extension', { token: accessToken, key: false })).json()).toMatchObject({ kind: 'applicant', idleExpiresAt: after(30) });
    const cookie = await bench.officer(home, 'operator');
    expect((await bench.call('POST', '/v1/session/extension', { cookie, key: false, headers: { origin: 'https://evil.example' } })).statusCode).toBe(403);
  });
});
