import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approval, fileOne, home, openBench, step, type Bench } from '../features/testing.js';
import { engines } from '../testing/engines.js';
import { tidy } from './retention.js';

const day = 86_400_000;

describe.each(engines)('what happens by itself on $name', (engine) => {
  let bench: Bench;
  beforeAll(async () => void (bench = await openBench(engine, { SEWAKA_DEMO: 'on' })));
  afterAll(() => bench.close());
  const person = (at: number) => bench.people[at] ?? expect.fail('nobody lives here');
  const messages = async (phone: string): Promise<string[]> =>
    (await bench.test.db.read.selectFrom('demo_inbox').select('body').where('recipient', '=', phone).execute()).map((row) => row.body);
  const status = async (id: string): Promise<string> =>
    (await bench.test.db.read.selectFrom('applications').select('status').where('id', '=', id).executeTakeFirstOrThrow()).status;

  async function eventually(check: () => Promise<boolean>): Promise<void> {
    for (let waited = 0; !(await check()); waited += 100) {
      if (waited > 15_000) throw new Error('it never happened');
      await new Promise((resume) => setTimeout(resume, 100));
    }
  }

  it('tells the applicant about each move, without identifiers', async () => {
    const somebody = person(30);
    const filed = await fileOne(bench, somebody);
    await step(bench, await bench.officer(home, 'operator'), filed, 1, approval);
    await eventually(async () => (await messages(somebody.phone)).length >= 2);
    const told = (await messages(somebody.phone)).join('\n');
    expect(told).toContain('menunggu tanda tangan');
    for (const secret of [somebody.nik, somebody.kk, somebody.name]) expect(told).not.toContain(secret);
  });

  it('reminds halfway, and ends what nobody touched', async () => {
    const somebody = person(31);
    const filed = await fileOne(bench, somebody);
    await step(bench, await bench.officer(home, 'operator'), filed, 1, { action: 'request_correction', note: 'Lengkapi.' });
    bench.now = new Date(bench.now.getTime() + 16 * day);
    await eventually(async () => (await messages(somebody.phone)).some((body) => body.includes('masih menunggu')));
    expect(await status(filed.id)).toBe('incomplete');
    bench.now = new Date(bench.now.getTime() + 15 * day);
    await eventually(async () => (await status(filed.id)) === 'expired');
  });

  it('erases what may no longer be kept, and leaves the register of letters', async () => {
    const somebody = person(32);
    const filed = await fileOne(bench, somebody);
    await step(bench, await bench.officer(home, 'operator'), filed, 1, approval);
    const signed = await step(bench, await bench.officer(home, 'head'), filed, 2, { action: 'sign' });
    await step(bench, await bench.officer(home, 'operator'), filed, 3, { action: 'hand_over' });
    const withdrawn = await fileOne(bench, somebody);
    await bench.call('POST', `/v1/applications/${withdrawn.id}/withdrawal`, { token: withdrawn.accessToken, ifMatch: '"r1"', body: {} });
    const { number } = signed.json<{ application: { letter: { number: string } } }>().application.letter;
    const { db } = bench.test;
    const later = new Date(bench.now.getTime() + 800 * day);
    const silent = { debug() {}, info() {}, warn() {}, error() {} };
    for (let round = 0; round < 3; round += 1) await tidy({ config: bench.config, db, clock: () => later, log: silent });
    expect(await db.read.selectFrom('applications').select('id').where('id', '=', withdrawn.id).executeTakeFirst()).toBeUndefined();
    const kept = [
      await db.read.selectFrom('applications').selectAll().where('id', '=', filed.id).execute(),
      await db.read.selectFrom('application_events').selectAll().where('application_id', '=', filed.id).execute(),
      await db.read.selectFrom('documents').selectAll().where('application_id', '=', filed.id).execute(),
    ];
    const text = JSON.stringify(kept, (_, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value));
    expect(text).toContain(number);
    for (const secret of [somebody.nik, somebody.name, somebody.phone]) expect(text).not.toContain(secret);
    const verdict = await bench.call('POST', '/v1/documents/verification', { body: { number, villageCode: home } });
    expect(verdict.json()).toMatchObject({ result: 'valid', document: { number } });
  });
});
