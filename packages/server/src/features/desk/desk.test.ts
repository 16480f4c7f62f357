import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../testing/engines.js';
import { approval, fileOne, home, openBench, step, type Bench } from '../testing.js';

interface Item {
  readonly id: string;
  readonly due: string;
  readonly claimedBy?: { readonly mine: boolean };
}

describe.each(engines)('the desk on $name', (engine) => {
  let bench: Bench;
  beforeAll(async () => void (bench = await openBench(engine)));
  afterAll(() => bench.close());
  const person = (at: number) => bench.people[at] ?? expect.fail('nobody lives here');
  const list = async (cookie: string, query = ''): Promise<Item[]> =>
    (await bench.call('GET', `/v1/desk/applications${query}`, { cookie })).json<{ data: Item[] }>().data;

  it('passes an application from the village to the city office and back', async () => {
    const filed = await fileOne(bench, person(0), 'akta-kelahiran');
    const [village, dukcapil, registrar] = await Promise.all([bench.officer(home, 'operator'), bench.officer('dukcapil', 'operator'), bench.officer('dukcapil', 'head')]);
    const url = `/v1/desk/applications/${filed.id}`;
    expect((await bench.call('GET', url, { cookie: dukcapil })).statusCode).toBe(404);
    const passed = await step(bench, village, filed, 1, approval);
    expect(passed.json()).toMatchObject({ application: { status: 'in_review', office: 'dukcapil', revision: 2 } });
    expect((await bench.call('GET', url, { cookie: village })).statusCode).toBe(404);
    expect((await step(bench, dukcapil, filed, 2, approval)).json()).toMatchObject({ application: { status: 'awaiting_signature' } });
    expect((await step(bench, registrar, filed, 3, { action: 'sign' })).json()).toMatchObject({ application: { status: 'ready_for_pickup', office: home } });
    expect((await step(bench, village, filed, 4, { action: 'hand_over' })).json()).toMatchObject({ application: { status: 'picked_up' } });
  });

  it('leaves claimed applications to whoever claimed them', async () => {
    const filed = await fileOne(bench, person(1));
    const [operator, secretary, head] = await Promise.all([bench.officer(home, 'operator'), bench.officer(home, 'secretary'), bench.officer(home, 'head')]);
    const url = `/v1/desk/applications/${filed.id}/claim`;
    expect((await bench.call('POST', url, { cookie: operator, ifMatch: '"r1"' })).json()).toMatchObject({ claim: { mine: true } });
    expect((await bench.call('POST', url, { cookie: operator, ifMatch: '"r1"' })).statusCode).toBe(200);
    expect((await bench.call('POST', url, { cookie: secretary, ifMatch: '"r1"' })).json()).toMatchObject({ code: 'claimed_by_other' });
    expect((await step(bench, secretary, filed, 1, approval)).json()).toMatchObject({ code: 'claimed_by_other' });
    expect((await list(operator, '?mine=true')).map((item) => item.id)).toEqual([filed.id]);
    expect((await bench.call('DELETE', url, { cookie: secretary })).json()).toMatchObject({ code: 'claimed_by_other' });
    expect((await bench.call('DELETE', url, { cookie: head })).json()).toMatchObject({ claim: null });
    expect((await step(bench, secretary, filed, 1, approval)).statusCode).toBe(200);
  });

  it('keeps the number when a letter goes back to review', async () => {
    const filed = await fileOne(bench, person(2));
    const [operator, head] = await Promise.all([bench.officer(home, 'operator'), bench.officer(home, 'head')]);
    const first = await step(bench, operator, filed, 1, approval);
    await step(bench, head, filed, 2, { action: 'return_to_review', note: 'Periksa alamat.' });
    const again = await step(bench, operator, filed, 3, approval);
    const number = (answer: typeof first) => answer.json<{ letterNumberPreview: string }>().letterNumberPreview;
    expect(number(again)).toBe(number(first));
    const rejected = await step(bench, head, filed, 4, { action: 'reject', note: 'Alamat tidak sesuai.' });
    expect(rejected.json()).toMatchObject({ application: { status: 'rejected', rejection: { reason: 'Alamat tidak sesuai.' }, allowedActions: [] } });
  });

  it('refuses notes about fields that are not there', async () => {
    const filed = await fileOne(bench, person(3));
    const fields = [{ pointer: '/answers/nothing', note: 'x' }];
    const answer = await step(bench, await bench.officer(home, 'operator'), filed, 1, { action: 'request_correction', note: 'x', fields });
    expect(answer.json()).toMatchObject({ code: 'validation_failed', errors: [{ pointer: '/fields/0/pointer', code: 'unknown_field' }] });
  });

  it('lists by urgency, in pages that neither skip nor repeat, and finds by name', async () => {
    const filed: string[] = [];
    for (let at = 10; at < 17; at += 1) {
      bench.now = new Date(bench.now.getTime() + 86_400_000);
      filed.push((await fileOne(bench, person(at), undefined, '51.71.02.2004')).id);
    }
    const cookie = await bench.officer('51.71.02.2004', 'operator');
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const answer = await bench.call('GET', `/v1/desk/applications?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`, { cookie });
      const { data, page }: { data: Item[]; page: { next: string | null } } = answer.json();
      seen.push(...data.map((item) => item.id));
      cursor = page.next;
    }
    expect([...seen].sort()).toEqual([...filed].sort());
    const summary = (await bench.call('GET', '/v1/desk/summary', { cookie })).json<{ byDue: Record<string, number> }>();
    for (const due of ['overdue', 'today', 'this_week', 'later']) expect((await list(cookie, `?due=${due}`)).length).toBe(summary.byDue[due]);
    const [word = ''] = (person(12).name.split(' ').at(-1) ?? '').toLowerCase().split("'");
    const found = await bench.call('POST', '/v1/desk/search', { cookie, key: false, body: { query: word } });
    expect(found.json<{ data: Item[] }>().data.map((item) => item.id)).toContain(filed[2]);
    expect((await bench.call('GET', `/v1/desk/applications?query=${person(12).nik}`, { cookie })).json()).toMatchObject({ code: 'identifier_in_query' });
    expect((await bench.call('GET', `/v1/desk/applications?cursor=abc`, { cookie })).json()).toMatchObject({ code: 'invalid_cursor' });
  });
});
