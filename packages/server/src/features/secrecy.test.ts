import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractOperations } from '../http/contract.js';
import { engines } from '../testing/engines.js';
import { sampleCalls } from './calls.js';
import { approval, fileOne, home, openBench, step, submissionFor, type Bench, type Call } from './testing.js';

/** Where each operation finds what it works on; without it, the operation fails from within. */
const tables = ['applications', 'application_events', 'application_files', 'uploads', 'documents', 'claims', 'verifications', 'residents', 'outbox', 'idempotency', 'audit', 'rate_limits', 'signing_keys'];

describe.each(engines)('what is logged on $name, down to debug', (engine) => {
  let bench: Bench;
  let marks: readonly string[];
  let as: readonly Call[];
  let calls: ReturnType<typeof sampleCalls>;
  beforeAll(async () => {
    bench = await openBench(engine);
    const person = bench.people[0] ?? expect.fail('nobody lives here');
    const filed = await fileOne(bench, person);
    const operator = await bench.officer(home, 'operator');
    const head = await bench.officer(home, 'head');
    await step(bench, operator, filed, 1, approval);
    const signed = await step(bench, head, filed, 2, { action: 'sign' });
    const { documentId } = signed.json<{ application: { letter: { documentId: string } } }>().application.letter;
    calls = sampleCalls(bench, { applicationId: filed.id, documentId, uploadId: `upl_${'a'.repeat(26)}`, person });
    as = [{ token: filed.accessToken }, { cookie: operator }, { cookie: head }, {}];
    const { street } = submissionFor(bench, person).answers['address'] as unknown as { street: string };
    marks = [person.nik, person.kk, person.name, person.phone, person.phone.slice(3), person.bornOn, street, filed.trackingCode, filed.accessToken, operator, head, approval.note];
  });
  afterAll(() => bench.close());

  const headers = () => ({ 'user-agent': `Browser ${marks.join(' ')}`, referer: `https://desa.example/?nik=${marks[0] ?? ''}`, 'x-request-id': marks[0] ?? '' });
  async function askEverything(): Promise<Map<string, number[]>> {
    const statuses = new Map<string, number[]>();
    for (const [id, { method, url, body }] of Object.entries(calls)) {
      if (id === 'sessions.remove') continue;
      for (const who of as) {
        for (const sent of body === undefined ? [undefined] : [body, { ...(body as object), unknown: marks }]) {
          const answer = await bench.call(method, url, { ...who, ifMatch: '"r3"', body: sent, headers: headers() });
          statuses.set(id, [...(statuses.get(id) ?? []), answer.statusCode]);
          if (answer.statusCode >= 500) expectSilent(answer.body, `${id} answered`);
        }
      }
    }
    for (const { id, method, path } of contractOperations.filter((each) => each.id.startsWith('uploads.'))) {
      const tus = { 'tus-resumable': '1.0.0', 'upload-length': '9', 'upload-offset': '0', 'upload-metadata': `filename ${btoa(marks.join(' '))}` };
      const type: Record<string, string> = id === 'uploads.append' ? { 'content-type': 'application/offset+octet-stream' } : {};
      await bench.app.inject({ method, url: path.replace('{uploadId}', `upl_${'a'.repeat(26)}`), headers: { ...headers(), ...tus, ...type } });
    }
    for (const place of ['/v1/regions?query=', '/v1/services?query=', '/v1/villages/', '/v1/applications/', '/verify/', '/embed/status-tracker?code=', '/auth/callback?code=', '/nowhere/']) {
      for (const mark of marks) await bench.app.inject({ url: place + encodeURIComponent(mark), headers: headers() });
    }
    return statuses;
  }
  function expectSilent(text: string, where: string): void {
    for (const mark of marks) expect([where, mark, text.includes(mark)]).toEqual([where, mark, false]);
    expect(text).not.toMatch(/select .* from|insert into|no such table|relation "|SQLITE|node:sqlite/i);
  }

  it('names no person, token or free text while all goes well', async () => {
    const from = bench.log.length;
    await askEverything();
    const lines = bench.log.slice(from);
    expect(lines.length).toBeGreaterThan(200);
    expectSilent(lines.join('\n'), 'log');
  }, 120_000);

  it('names none either when the database fails in the middle of everything', async () => {
    const from = bench.log.length;
    const rename = async (to: (table: string) => string, of: (table: string) => string): Promise<void> => {
      await bench.test.db.transaction(async (tx) => {
        for (const table of tables) await sql.raw(`alter table ${of(table)} rename to ${to(table)}`).execute(tx);
      });
    };
    await rename((table) => `${table}_gone`, (table) => table);
    const statuses = await askEverything();
    await rename((table) => table, (table) => `${table}_gone`);
    const failed = [...statuses].filter(([, all]) => all.includes(500)).map(([id]) => id);
    expect(failed).toEqual(expect.arrayContaining(['applications.submit', 'applications.get', 'tracking.open', 'identity.verify', 'identity.confirm', 'documents.verify', 'desk.list', 'desk.search', 'desk.act', 'desk.get']));
    const lines = bench.log.slice(from);
    const errors = lines.filter((line) => line.includes('request failed'));
    expect(errors.length).toBeGreaterThan(20);
    for (const mark of marks) expect([mark, lines.some((line) => line.includes(mark))]).toEqual([mark, false]);
    expect((await bench.call('GET', '/v1/desk/summary', { cookie: as[1]?.cookie })).statusCode).toBe(200);
  }, 120_000);
});
