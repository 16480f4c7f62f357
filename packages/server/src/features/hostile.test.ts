import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../testing/engines.js';
import { sampleCalls, type SampleCall } from './calls.js';
import { askedFor } from './paging.js';
import { fileOne, home, openBench, type Bench } from './testing.js';

const hostile: readonly unknown[] = [
  null,
  true,
  -1,
  1.5,
  Number.MAX_SAFE_INTEGER + 2,
  '',
  ' ',
  '\u0000',
  '\ud800',
  "' OR 1=1 --",
  '"; DROP TABLE applications; --',
  '%00%ff',
  '../../etc/passwd',
  'x'.repeat(5_000),
  '𝒳'.repeat(300),
  [],
  {},
  [[[[[[]]]]]],
  { $ne: null },
  { length: 3 },
  ['a', null],
];
const raw = ['1e309', '{"a":1e999}', '{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{"x":1}}}', '[', '"\\ud800"', `${'['.repeat(5_000)}${']'.repeat(5_000)}`, '{"a":1,"a":2}', '\ufeff{}', 'null', '""'];

describe.each(engines)('hostile input on $name', (engine) => {
  let bench: Bench;
  let calls: Readonly<Record<string, SampleCall>>;
  let as: readonly { token?: string; cookie?: string }[];
  beforeAll(async () => {
    bench = await openBench(engine);
    const person = bench.people[0] ?? expect.fail('nobody lives here');
    const filed = await fileOne(bench, person);
    calls = sampleCalls(bench, { applicationId: filed.id, documentId: `doc_${'a'.repeat(26)}`, uploadId: `upl_${'a'.repeat(26)}`, person });
    as = [{ token: filed.accessToken }, { cookie: await bench.officer(home, 'head') }];
  });
  afterAll(() => bench.close());

  it('in bodies never breaks anything', async () => {
    const before = await counts();
    let sent = 0;
    for (const [id, call] of Object.entries(calls)) {
      if (call.body === undefined) continue;
      const who = id.startsWith('desk.') ? as[1] : id.startsWith('applications.') && id !== 'applications.validate' ? as[0] : {};
      for (const body of mutations(call.body)) {
        const answer = await bench.call(call.method, call.url, { ...who, ifMatch: '"r99"', body });
        sent += 1;
        if (answer.statusCode >= 500) expect.fail(`${id} ${answer.statusCode} ${answer.body} for ${JSON.stringify(body).slice(0, 400)}`);
      }
      for (const text of raw) {
        const answer = await bench.app.inject({ method: call.method, url: call.url, headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }, payload: text });
        if (answer.statusCode >= 500) expect.fail(`${id} ${answer.statusCode} ${answer.body} for ${text.slice(0, 100)}`);
      }
    }
    expect(sent).toBeGreaterThan(800);
    const { applications, application_events: events } = await counts();
    // What got through as valid came with its event; nothing is half-written.
    expect(events - before.application_events).toBe(applications - before.applications);
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  }, 180_000);

  it('in paths and queries never breaks anything', async () => {
    const texts = ['', '%00', '%ff', "'", '%F0%9F%92%A9', 'a'.repeat(300), '..%2f..%2f', '-1', '1e309', '0x10', '%205', 'true', '[]', '%C0%AE'];
    for (const [id, call] of Object.entries(calls)) {
      if (id === 'sessions.remove') continue;
      const [path = '', query = ''] = call.url.split('?');
      const urls = texts.flatMap((text) => [
        path.replace(/[^/]+$/, text),
        `${path}?limit=${text}`,
        `${path}?cursor=${text}&status=${text}&query=${text}`,
        `${path}?${query}&${query}`,
        `${path}?due=${text}&mine=${text}`,
      ]);
      for (const who of as) {
        for (const url of urls) {
          const answer = await bench.call(call.method, url, { ...who, ifMatch: '"r99"', body: call.body });
          if (answer.statusCode >= 500) expect.fail(`${id} ${url} ${answer.statusCode} ${answer.body}`);
        }
      }
    }
  }, 180_000);

  it('in cursors never breaks anything', async () => {
    const filed = await fileOne(bench, bench.people[0] ?? expect.fail('nobody lives here'));
    const cursor = (list: string, filters: unknown, keys: unknown): string => Buffer.from(JSON.stringify([askedFor(list, filters), keys])).toString('base64url');
    const keys = [['abc'], ['99999999999999'], ['1.5'], ['-1'], ['1e30'], ['NaN'], ['\u0000'], ['2026-01-01', '\u0000'], ['\ud800', 'x'], [null], [{}], 'x', null];
    for (const key of keys) {
      const answers = [
        await bench.call('GET', `/v1/applications/${filed.id}/events?cursor=${cursor('applications.listEvents', filed.id, key)}`, { token: filed.accessToken }),
        await bench.call('GET', `/v1/applications?cursor=${cursor('applications.list', {}, key)}`, { token: filed.accessToken }),
        await bench.call('GET', `/v1/desk/applications?cursor=${cursor('desk.list', {}, key)}`, { cookie: as[1]?.cookie ?? '' }),
        await bench.call('GET', `/v1/villages?cursor=${cursor('villages.list', {}, key)}`),
        await bench.call('GET', `/v1/services?cursor=${cursor('services.list', {}, key)}`),
      ];
      expect(answers.map((answer) => answer.statusCode).filter((status) => status >= 500), JSON.stringify(key)).toEqual([]);
      expect(answers[0]?.json()).toMatchObject({ status: 400, code: 'invalid_cursor' });
    }
  });

  async function counts() {
    const count = async (table: 'applications' | 'application_events'): Promise<number> =>
      Number((await bench.test.db.read.selectFrom(table).select((row) => row.fn.countAll().as('n')).executeTakeFirstOrThrow()).n);
    return { applications: await count('applications'), application_events: await count('application_events') };
  }
});

/** The body with each of its values replaced by each hostile one, and with members nobody asked for. */
function* mutations(body: unknown): Generator<unknown> {
  for (const value of hostile) yield* replaced(body, value);
  for (const extra of ['status', 'ownerId', 'isAdmin', '__proto__', 'constructor', 'toString']) {
    if (typeof body === 'object') yield Object.defineProperty({ ...body }, extra, { value: 'x', enumerable: true });
  }
}

function* replaced(node: unknown, value: unknown): Generator<unknown> {
  yield value;
  if (typeof node !== 'object' || node === null) return;
  for (const [key, child] of Object.entries(node)) {
    for (const changed of replaced(child, value)) yield Array.isArray(node) ? node.with(Number(key), changed) : { ...node, [key]: changed };
  }
}
