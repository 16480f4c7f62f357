import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tidy } from '../notify/retention.js';
import { engines } from '../testing/engines.js';
import { approval, fileOne, home, openBench, step, type Bench } from './testing.js';

describe.each(engines)('the audit on $name', (engine) => {
  let bench: Bench;
  beforeAll(async () => void (bench = await openBench(engine)));
  afterAll(() => bench.close());
  const deeds = async (...objects: string[]) =>
    (await bench.test.db.read.selectFrom('audit').selectAll().where('object', 'in', objects).orderBy('at').orderBy('id').execute());

  it('holds who at a desk read and changed what, and nothing about anybody', async () => {
    const somebody = bench.people[60] ?? expect.fail('nobody lives here');
    const filed = await fileOne(bench, somebody);
    const operator = await bench.officer(home, 'operator');
    const head = await bench.officer(home, 'head');
    const url = `/v1/desk/applications/${filed.id}`;
    await bench.call('GET', `/v1/applications/${filed.id}`, { token: filed.accessToken });
    expect(await deeds(filed.id)).toEqual([]);

    const read = await bench.call('GET', url, { cookie: operator });
    await bench.call('POST', `${url}/claim`, { cookie: operator, ifMatch: '"r1"', key: false });
    await step(bench, operator, filed, 1, approval);
    const signed = await step(bench, head, filed, 2, { action: 'sign' });
    const { documentId } = signed.json<{ application: { letter: { documentId: string } } }>().application.letter;
    await bench.call('GET', `/v1/documents/${documentId}/content`, { cookie: head });
    await bench.call('POST', `/v1/desk/documents/${documentId}/revocation`, { cookie: head, body: { reason: 'Salah nama.' } });

    const found = await deeds(filed.id, documentId);
    const told = found.map(({ actor, action, object }) => `${actor} ${action} ${object === filed.id ? 'application' : 'letter'}`);
    expect(told.toSorted()).toEqual(
      [
        `officer:${home}:operator desk.get application`,
        `officer:${home}:operator desk.claim application`,
        `officer:${home}:operator applications.waive_vouch application`,
        `officer:${home}:operator applications.approve application`,
        `officer:${home}:head applications.sign application`,
        `officer:${home}:head documents.download letter`,
        `officer:${home}:head desk.revokeDocument letter`,
      ].toSorted(),
    );
    expect(found.find(({ action }) => action === 'desk.get')?.request_id).toBe(read.headers['x-request-id']);
    const written = JSON.stringify(found);
    for (const mark of [somebody.nik, somebody.kk, somebody.name, somebody.phone, 'Salah nama', 'Petugas']) expect(written).not.toContain(mark);
  });

  it('holds nothing of what was refused', async () => {
    const filed = await fileOne(bench, bench.people[61] ?? expect.fail('nobody lives here'));
    const stranger = await bench.officer('51.71.01.1006', 'head');
    expect((await bench.call('GET', `/v1/desk/applications/${filed.id}`, { cookie: stranger })).statusCode).toBe(404);
    const operator = await bench.officer(home, 'operator');
    expect((await step(bench, operator, filed, 7, approval)).statusCode).toBe(412);
    expect(await deeds(filed.id)).toEqual([]);
  });

  it('is kept for five years, longer than the application', async () => {
    const operator = await bench.officer(home, 'operator');
    const filed = await fileOne(bench, bench.people[62] ?? expect.fail('nobody lives here'));
    await step(bench, operator, filed, 1, { action: 'reject', note: 'Bukan warga.' });
    const { db } = bench.test;
    const tidyAt = (date: string) =>
      tidy({ config: bench.config, db, clock: () => new Date(date), log: { debug() {}, info() {}, warn() {}, error() {} } });
    await tidyAt('2031-11-22T00:00:00Z');
    expect(await db.read.selectFrom('applications').select('id').where('id', '=', filed.id).execute()).toEqual([]);
    expect((await deeds(filed.id)).map(({ action }) => action)).toEqual(['applications.reject']);
    await tidyAt('2031-11-24T00:00:00Z');
    expect(await deeds(filed.id)).toEqual([]);
  });
});
