import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../testing/engines.js';
import { createSessions } from '../auth/sessions.js';
import { approval, fileOne, home, openBench, step, type Bench, type Call } from './testing.js';

interface Listed {
  readonly data: readonly unknown[];
  readonly page: { readonly next: string | null };
}

describe.each(engines)('a list in pages on $name', (engine) => {
  let bench: Bench;
  let lists: Readonly<Record<string, { readonly url: string; readonly as: Call; readonly filter: string }>>;
  beforeAll(async () => {
    bench = await openBench(engine);
    const person = bench.people[0] ?? expect.fail('nobody lives here');
    const operator = await bench.officer(home, 'operator');
    const [first] = [await fileOne(bench, person)];
    await step(bench, operator, first, 1, approval);
    await step(bench, await bench.officer(home, 'head'), first, 2, { action: 'return_to_review' });
    await step(bench, operator, first, 3, { action: 'request_correction', note: 'Mohon diperbaiki.' });
    // Several at the same instant: only the id tells them apart.
    for (let at = 0; at < 6; at += 1) await fileOne(bench, person);
    bench.now = new Date(bench.now.getTime() + 60_000);
    for (let at = 0; at < 3; at += 1) await fileOne(bench, person);
    const { resident_ref: residentRef } = await bench.test.db.read.selectFrom('applications').select('resident_ref').where('id', '=', first.id).executeTakeFirstOrThrow();
    const sessions = createSessions({ db: bench.test.db, clock: () => bench.now });
    const resident = await bench.test.db.transaction((tx) => sessions.issue(tx, { kind: 'resident', residentRef: residentRef ?? expect.fail('not matched') }));
    const own = { token: resident.accessToken };
    lists = {
      'regions.list': { url: '/v1/regions?level=village', as: {}, filter: 'level=district' },
      'villages.list': { url: '/v1/villages?', as: {}, filter: 'query=denpasar' },
      'services.list': { url: '/v1/services?', as: {}, filter: 'query=kos' },
      'applications.list': { url: '/v1/applications?', as: own, filter: 'status=in_review' },
      'applications.listEvents': { url: `/v1/applications/${first.id}/events?`, as: own, filter: '' },
      'desk.list': { url: '/v1/desk/applications?', as: { cookie: operator }, filter: 'status=in_review' },
    };
  });
  afterAll(() => bench.close());
  const ask = (url: string, as: Call) => bench.call('GET', url, as);

  it.each(['regions.list', 'villages.list', 'services.list', 'applications.list', 'applications.listEvents', 'desk.list'])('%s gives everything once, in one order, whatever the pages', async (id) => {
    const { url, as } = lists[id] ?? expect.fail(id);
    const whole = (await ask(`${url}&limit=100`, as)).json<Listed>();
    expect(whole.page.next).toBeNull();
    expect(whole.data.length).toBeGreaterThan(3);
    for (const limit of [1, 3]) {
      const seen: unknown[] = [];
      let cursor = '';
      do {
        const { data, page } = (await ask(`${url}&limit=${limit}${cursor && `&cursor=${cursor}`}`, as)).json<Listed>();
        expect(data.length).toBeLessThanOrEqual(limit);
        seen.push(...data);
        cursor = page.next ?? '';
      } while (cursor !== '' && seen.length <= whole.data.length);
      expect(seen).toEqual(whole.data);
    }
  });

  it.each(['regions.list', 'villages.list', 'services.list', 'applications.list', 'applications.listEvents', 'desk.list'])('%s takes no cursor but its own, for what it was made for', async (id) => {
    const { url, as, filter } = lists[id] ?? expect.fail(id);
    const { page } = (await ask(`${url}&limit=1`, as)).json<Listed>();
    const other = (await ask(`${(id === 'villages.list' ? lists['services.list'] : lists['villages.list'])?.url ?? ''}&limit=1`, {})).json<Listed>().page.next;
    const changed = Buffer.from(Buffer.from(page.next ?? '', 'base64url').toString().replace(/\[(?!.*\[)/, '[1,')).toString('base64url');
    const asked = [`${url}&cursor=${other}`, `${url}&cursor=${changed}`, `${url}&cursor=${(page.next ?? '').slice(0, -3)}`];
    // The same parameter twice would be refused for that.
    if (filter !== '') asked.push(`${url.replace(/\?.*/, '?')}${filter}&cursor=${page.next ?? ''}`);
    for (const each of asked) expect([each, (await ask(each, as)).json()]).toMatchObject([each, { status: 400, code: 'invalid_cursor' }]);
  });
});
