import { randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../db/index.js';
import { contractOperations, type Operation } from '../http/contract.js';
import { engines } from '../testing/engines.js';
import { sampleCalls } from './calls.js';
import { fileOne, home, openBench, type Bench } from './testing.js';

/** Bodies that no client of ours can send; where a good one is `sample`. */
function bodies(sample: string): Readonly<Record<string, Buffer>> {
  const utf8 = (text: string): Buffer => Buffer.from(text);
  const inText = Buffer.concat([utf8('{"x":"'), Buffer.from([0xc3, 0x28, 0xff, 0xed, 0xa0, 0x80]), utf8('"}')]);
  return {
    'bytes that are not UTF-8': inText,
    'the good body, broken by one byte': Buffer.concat([utf8(sample.slice(0, -2)), Buffer.from([0xff]), utf8(sample.slice(-2))]),
    'UTF-16': Buffer.from(sample, 'utf16le'),
    'arrays in arrays': utf8('['.repeat(120_000) + ']'.repeat(120_000)),
    'objects in objects': utf8('{"a":'.repeat(20_000) + '1' + '}'.repeat(20_000)),
    'a depth below the good body': utf8(`${sample.slice(0, -1)},"answers":${'{"a":'.repeat(40)}1${'}'.repeat(40)}}`),
    'numbers beyond every bound': utf8('[1e400,-1e400,1E-400,' + '9'.repeat(500) + ']'),
    'a number beyond every bound in the good body': utf8(`${sample.slice(0, -1)},"serviceVersion":1e400}`),
    'half a character': utf8('{"x":"\\ud800"}'),
    'half a character as a name': utf8('{"\\udc00":1}'),
    'a way to the prototype': utf8(`${sample.slice(0, -1)},"__proto__":{"admin":true}}`),
    'a way to the prototype further in': utf8(`${sample.slice(0, -1)},"answers":{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}}`),
    'a member of every object': utf8('{"constructor":{},"toString":1,"hasOwnProperty":null}'),
    'an end too early': utf8(sample.slice(0, -1)),
    'something after the end': utf8(`${sample} {}`),
    'too many names': utf8(JSON.stringify(Object.fromEntries(Array.from({ length: 9_000 }, (_, at) => [`n${at}`, at])))),
  };
}
const types = ['text/plain', 'text/json', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp', 'application/xml', 'application/octet-stream', '*/*', 'application', ';', 'x'.repeat(2_000)];
const odd = ['', '\u00ff\u00fe', '%00%ff', "' OR 1=1 --", '__proto__', 'a'.repeat(3_000), '9'.repeat(400), 'Bearer  ', '"'.repeat(50), '=?utf-8?b?/w==?='];
/** What the server reads of any request; an operation names further ones. */
const names = ['authorization', 'cookie', 'origin', 'host', 'x-sewaka-key', 'x-forwarded-for', 'accept', 'accept-encoding', 'if-none-match', 'range'];
const queries = ['?', '?%', '?=', '?&&&', '?limit[]=1', '?__proto__=1', '?constructor.prototype=1', '?limit=1&limit=2', '?cursor=e30', '?cursor=WyJudWxsIixbMV1d', `?query=${'a'.repeat(10_000)}`, `?${'a&'.repeat(5_000)}`, '?query=%ed%a0%80', '?query=%ff', '?query=%00', '?village=%F0%9F%92%A9', '?status=%00,', '?due=__proto__'];

describe.each(engines)('a hostile request on $name', (engine) => {
  let bench: Bench;
  let sampled: Readonly<Record<string, { readonly url: string; readonly body?: unknown }>>;
  let as: Readonly<Record<'applicant' | 'officer' | 'nobody', Record<string, string>>>;
  beforeAll(async () => {
    bench = await openBench(engine);
    const person = bench.people[0] ?? expect.fail('nobody lives here');
    const filed = await fileOne(bench, person);
    sampled = sampleCalls(bench, { applicationId: filed.id, documentId: `doc_${'a'.repeat(26)}`, uploadId: `upl_${'a'.repeat(26)}`, person });
    const cookie = await bench.officer(home, 'operator');
    as = {
      nobody: {},
      applicant: { authorization: `Bearer ${filed.accessToken}` },
      officer: { cookie: `sewaka_session=${cookie}`, origin: bench.config.publicUrl, 'x-sewaka-request': '1' },
    };
  });
  afterAll(() => bench.close());

  const who = ({ id, security }: Operation): Record<string, string> =>
    id.startsWith('desk.') ? as.officer : security.some((way) => 'citizen' in way) ? as.applicant : as.nobody;
  const urlOf = ({ id, path }: Operation): string => sampled[id]?.url ?? path.replaceAll(/\{\w+\}/g, `upl_${'a'.repeat(26)}`);
  const send = (operation: Operation, { url, headers, payload }: { url?: string; headers?: Record<string, string>; payload?: Buffer | undefined }): Promise<LightMyRequestResponse> =>
    bench.app.inject({
      method: operation.method,
      url: url ?? urlOf(operation),
      headers: { ...who(operation), 'idempotency-key': randomUUID(), 'if-match': '"r1"', ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
  function expectRefusal(answer: LightMyRequestResponse, what: string): void {
    expect([what, answer.statusCode >= 400 && answer.statusCode < 500], answer.body.slice(0, 300)).toEqual([what, true]);
    if (answer.body !== '') expect([what, answer.headers['content-type']]).toEqual([what, 'application/problem+json; charset=utf-8']);
  }

  it.each(contractOperations.filter(({ body }) => body !== undefined))('with a body that $id cannot read is refused, and nothing is written', async (operation) => {
    const before = await written();
    const sample = JSON.stringify(sampled[operation.id]?.body ?? {});
    for (const [what, payload] of Object.entries(bodies(sample))) {
      expectRefusal(await send(operation, { payload, headers: { 'content-type': 'application/json' } }), what);
    }
    for (const type of types) expectRefusal(await send(operation, { payload: Buffer.from(sample), headers: { 'content-type': type } }), type);
    expect(await written()).toEqual(before);
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  // A stream that is opened in spite of an odd header would not end by itself.
  it.each(contractOperations.filter(({ id }) => !id.endsWith('.stream')))('with odd headers or an odd query never breaks $id', async (operation) => {
    const body = sampled[operation.id]?.body;
    const usual: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const payload = body === undefined ? undefined : Buffer.from('{"isAdmin":true}');
    const own = operation.parameters.flatMap(({ in: place, name }) => (place === 'header' ? [name.toLowerCase()] : []));
    for (const name of new Set([...names, ...own])) {
      for (const value of odd) {
        const answer = await send(operation, { headers: { ...usual, [name]: value }, payload });
        expect([name, value, answer.statusCode < 500], answer.body.slice(0, 300)).toEqual([name, value, true]);
      }
    }
    for (const query of queries) {
      const answer = await send(operation, { url: urlOf(operation).split('?')[0] + query, headers: usual, payload });
      expect([query, answer.statusCode < 500], answer.body.slice(0, 300)).toEqual([query, true]);
    }
  });

  /** How much of everything is stored, and how often applications have changed. */
  async function written(): Promise<Record<string, number>> {
    const { read } = bench.test.db;
    const tables = ['applications', 'application_events', 'application_files', 'uploads', 'documents', 'outbox', 'claims', 'verifications', 'sessions', 'idempotency', 'audit'] as const satisfies readonly (keyof Database)[];
    const counts = tables.map(async (table) => {
      const { n } = await read.selectFrom(table as 'applications').select((row) => row.fn.countAll().as('n')).executeTakeFirstOrThrow();
      return [table, Number(n)] as const;
    });
    const changed = await read.selectFrom('applications').select((row) => row.fn.sum('revision').as('n')).executeTakeFirstOrThrow();
    return { ...Object.fromEntries(await Promise.all(counts)), changed: Number(changed.n) };
  }
});
