import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../testing/engines.js';
import { approval, elsewhere, fileOne, home, openBench, otherBanjar, step, type Bench } from '../testing.js';

interface Found {
  readonly data: readonly { readonly id: string; readonly maskedName: string }[];
  readonly page: { readonly next: string | null };
}

describe.each(engines)('searching the desk on $name', (engine) => {
  let bench: Bench;
  let operator: string;
  let filed: Awaited<ReturnType<typeof fileOne>>;
  let number: string;
  beforeAll(async () => {
    bench = await openBench(engine);
    operator = await bench.officer(home, 'operator');
    filed = await fileOne(bench, person(0));
    for (const at of [1, 2, 3]) await fileOne(bench, person(at));
    number = (await step(bench, operator, filed, 1, approval)).json<{ letterNumberPreview: string }>().letterNumberPreview;
  });
  afterAll(() => bench.close());
  const person = (at: number) => bench.people[at] ?? expect.fail('nobody lives here');
  const search = (body: object, cookie = operator) => bench.call('POST', '/v1/desk/search', { cookie, key: false, body });
  const ids = async (body: object, cookie = operator) => (await search(body, cookie)).json<Found>().data.map(({ id }) => id);
  const spaced = (digits: string) => digits.replace(/(\d{4})(?=\d)/g, '$1 ');

  it('finds by name, letter number, tracking code and whole NIK, as people write them', async () => {
    const { name, nik } = person(0);
    for (const query of [name.toLowerCase(), number, filed.trackingCode, filed.trackingCode.toLowerCase().replaceAll('-', ' '), nik, spaced(nik)]) {
      expect([query, await ids({ query })]).toEqual([query, expect.arrayContaining([filed.id]) as unknown]);
    }
    expect(await ids({ query: nik })).toEqual([filed.id]);
    expect(await ids({ query: filed.trackingCode })).toEqual([filed.id]);
  });

  it('finds nothing by a part of a NIK or by anybody else’s, and keeps to its filters', async () => {
    const { nik } = person(0);
    for (const query of [nik.slice(0, 12), nik.slice(4), person(40).nik, filed.trackingCode.slice(0, -2)]) expect([query, await ids({ query })]).toEqual([query, []]);
    expect(await ids({ query: nik, status: ['in_review'] })).toEqual([]);
    expect(await ids({ query: nik, status: ['awaiting_signature'] })).toEqual([filed.id]);
  });

  it('reaches no further than the desk: another office, another banjar and the city find nobody by NIK', async () => {
    const { nik } = person(0);
    for (const query of [nik, filed.trackingCode, number]) {
      expect(await ids({ query }, await bench.officer(elsewhere, 'operator'))).toEqual([]);
      expect(await ids({ query }, await bench.officer(home, 'kadus', otherBanjar))).toEqual([]);
      expect(await ids({ query }, await bench.officer(home, 'kadus'))).toEqual([filed.id]);
    }
    const admin = await search({ query: nik }, await bench.officer('kota', 'admin'));
    expect([admin.statusCode, admin.json()]).toMatchObject([403, { code: 'forbidden' }]);
  });

  it('records who looked for whom by NIK, also in vain', async () => {
    await search({ query: person(0).nik });
    await search({ query: person(41).nik });
    const deeds = await bench.test.db.read.selectFrom('audit').selectAll().where('action', '=', 'desk.search').where('actor', '=', `officer:${home}:operator`).execute();
    expect(deeds.map(({ object }) => object)).toEqual(expect.arrayContaining([filed.id, 'nik']));
    expect(JSON.stringify(deeds)).not.toContain(person(0).nik);
  });

  it('pages through what it finds, with cursors that hold nothing of it and fit no other search', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const answer: Found = (await search({ query: 'domisili', limit: 2, ...(cursor === null ? {} : { cursor }) })).json<Found>();
      seen.push(...answer.data.map(({ id }) => id));
      cursor = answer.page.next;
      if (cursor !== null) {
        expect(Buffer.from(cursor, 'base64url').toString()).not.toContain('domisili');
        expect((await search({ query: 'usaha', cursor })).json()).toMatchObject({ code: 'invalid_cursor' });
      }
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(4);
  });

  it('limits how many may be looked up by NIK', async () => {
    const strict = await openBench(engine, { SEWAKA_RATE_FACTOR: '1' });
    try {
      const cookie = await strict.officer(home, 'operator');
      const look = async () => (await strict.call('POST', '/v1/desk/search', { cookie, key: false, body: { query: person(0).nik } })).statusCode;
      for (let turn = 0; turn < 120; turn += 1) expect(await look()).toBe(200);
      expect(await look()).toBe(429);
    } finally {
      await strict.close();
    }
  });

  it('takes no words in the address, and leaves none in a log', async () => {
    const { nik, name } = person(0);
    expect((await bench.call('GET', `/v1/desk/applications?query=${encodeURIComponent(name)}`, { cookie: operator })).json()).toMatchObject({ code: 'invalid_request', errors: [{ pointer: '/query/query', code: 'unknown_field' }] });
    expect((await bench.call('GET', `/v1/desk/applications?query=${nik}`, { cookie: operator })).json()).toMatchObject({ code: 'identifier_in_query' });
    const before = bench.log.length;
    for (const query of [name, nik, spaced(nik), filed.trackingCode]) await search({ query });
    await search({ query: `${name}<` });
    const log = bench.log.slice(before).join('\n');
    expect(log).toContain('desk.search');
    for (const secret of [name, nik, spaced(nik), filed.trackingCode]) expect(log).not.toContain(secret);
  });
});
