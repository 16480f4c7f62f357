import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractOperations } from '../http/contract.js';
import { engines } from '../testing/engines.js';
import { sampleCalls, type SampleCall } from './calls.js';
import { approval, fileOne, home, openBench, step, type Bench, type Call } from './testing.js';

const takes = (name: string) => contractOperations.filter(({ parameters }) => parameters.some((each) => each.name === name && each.required));

describe.each(engines)('a repeated or outdated change on $name', (engine) => {
  let bench: Bench;
  let turn = 0;
  beforeAll(async () => void (bench = await openBench(engine)));
  afterAll(() => bench.close());

  /** An operation that is ready to be called once, by whoever may. */
  async function prepared(id: string): Promise<{ call: SampleCall; as: Call; current: string; other: object }> {
    const person = bench.people[(turn += 1)] ?? expect.fail('nobody lives here');
    const filed = await fileOne(bench, person);
    const operator = await bench.officer(home, 'operator');
    const head = await bench.officer(home, 'head');
    let documentId = '';
    if (id === 'desk.revokeDocument') {
      await step(bench, operator, filed, 1, approval);
      const signed = await step(bench, head, filed, 2, { action: 'sign' });
      documentId = signed.json<{ application: { letter: { documentId: string } } }>().application.letter.documentId;
    }
    if (id === 'applications.correct') await step(bench, operator, filed, 1, { action: 'request_correction', note: 'Mohon diperbaiki.' });
    const calls = sampleCalls(bench, { applicationId: filed.id, documentId, uploadId: '', person });
    const call = calls[id] ?? expect.fail(id);
    const body = id === 'desk.act' ? approval : call.body;
    const as: Call = id === 'desk.revokeDocument' ? { cookie: head } : id.startsWith('desk.') ? { cookie: operator } : id === 'applications.submit' || id.startsWith('identity.') ? {} : { token: filed.accessToken };
    const others: Readonly<Record<string, object>> = { 'desk.act': { ...approval, note: 'Sesuatu yang lain.' }, 'desk.revokeDocument': { reason: 'Alasan lain.' }, 'identity.verify': { ...(body as object), bornOn: '1980-01-01' }, 'applications.submit': { ...(body as object), locale: 'en' } };
    return { call: { ...call, ...(body === undefined ? {} : { body }) }, as, current: id === 'applications.correct' ? '"r2"' : '"r1"', other: others[id] ?? {} };
  }
  const send = ({ method, url, body }: SampleCall, as: Call) => bench.call(method, url, { body, ...as });
  const written = async (): Promise<number[]> =>
    Promise.all((['applications', 'application_events', 'documents', 'verifications', 'outbox', 'claims'] as const).map(async (table) =>
      Number((await bench.test.db.read.selectFrom(table as 'applications').select((row) => row.fn.countAll().as('n')).executeTakeFirstOrThrow()).n)));

  it.each(takes('Idempotency-Key'))('of $id has one effect and one answer', async ({ id }) => {
    const { call, as, current, other } = await prepared(id);
    const ifMatch = { ifMatch: current };
    expect((await send(call, { ...as, ...ifMatch, key: false })).json()).toMatchObject({ status: 400, code: 'idempotency_key_missing' });
    expect((await send(call, { ...as, ...ifMatch, key: 'my-key' })).json()).toMatchObject({ status: 400, code: 'invalid_request', errors: [{ pointer: '/header/idempotency-key' }] });
    const key = randomUUID();
    const first = await send(call, { ...as, ...ifMatch, key });
    expect([first.statusCode < 300, first.headers['idempotency-replayed']], first.body).toEqual([true, undefined]);
    const before = await written();
    const again = await send(call, { ...as, ...ifMatch, key: key.toUpperCase() });
    expect([again.statusCode, again.body, again.headers['etag'], again.headers['location']]).toEqual([first.statusCode, first.body, first.headers['etag'], first.headers['location']]);
    expect(again.headers['idempotency-replayed']).toBe('true');
    const reused = await send({ ...call, body: other }, { ...as, ...ifMatch, key });
    expect([reused.statusCode, reused.json()]).toMatchObject([422, { code: 'idempotency_key_reused' }]);
    expect(reused.body).not.toContain('tracking');
    expect(await written()).toEqual(before);
  });

  it('under the key of somebody else gets nothing of their answer', async () => {
    const { call, as } = await prepared('desk.act');
    const key = randomUUID();
    expect((await send(call, { ...as, ifMatch: '"r1"', key })).statusCode).toBe(200);
    const answer = await send(call, { cookie: await bench.officer(home, 'secretary'), ifMatch: '"r1"', key });
    expect([answer.statusCode, answer.headers['idempotency-replayed']]).toEqual([412, undefined]);
  });

  it.each(takes('If-Match'))('of $id is refused until it names the present state', async ({ id }) => {
    const { call, as, current } = await prepared(id);
    const before = await written();
    expect((await send(call, as)).json()).toMatchObject({ status: 428, code: 'precondition_required' });
    for (const ifMatch of ['"r9"', '"x"', 'r1', '*', '""', `"r${'9'.repeat(15)}"`]) {
      expect([ifMatch, (await send(call, { ...as, ifMatch })).json()]).toMatchObject([ifMatch, { status: 412, code: 'precondition_failed' }]);
    }
    expect(await written()).toEqual(before);
    expect((await send(call, { ...as, ifMatch: current })).statusCode).toBe(200);
  });
});
