import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../testing/engines.js';
import { nameBanjars } from '../applications/banjars.js';
import { sampleCalls } from '../calls.js';
import { approval, elsewhere, fileOne, home, openBench, otherBanjar, ownBanjar, step, submissionFor, type Bench } from '../testing.js';

interface Step {
  readonly id: string;
  readonly state: string;
  readonly at?: string;
}
interface Tracked {
  readonly steps: readonly Step[];
  readonly events: readonly { readonly action: string; readonly note?: string; readonly actorName?: string; readonly post?: string }[];
  readonly status: string;
}

describe.each(engines)('the Kadus on $name', (engine) => {
  let bench: Bench;
  let kadus: string;
  let operator: string;
  beforeAll(async () => {
    bench = await openBench(engine);
    [kadus, operator] = await Promise.all([bench.officer(home, 'kadus'), bench.officer(home, 'operator')]);
  });
  afterAll(() => bench.close());
  const person = (at: number) => bench.people[at] ?? expect.fail('nobody lives here');
  const tracked = async (token: string) => (await bench.call('GET', '/v1/tracking/application', { token })).json<Tracked>();
  const stateOf = async (token: string, id = 'pemeriksaan-kadus') => (await tracked(token)).steps.find((each) => each.id === id);
  const opened = async (id: string, cookie = operator) => (await bench.call('GET', `/v1/desk/applications/${id}`, { cookie })).json<object>();

  it('vouches: the status stays, the stage goes on, and the applicant sees who and when', async () => {
    const filed = await fileOne(bench, person(0));
    expect(await stateOf(filed.accessToken)).toMatchObject({ state: 'current' });
    expect(await opened(filed.id)).toMatchObject({ needsPost: 'kadus', vouching: { state: 'awaited', banjar: ownBanjar, kadus: 'I Made Wirawan Uji' } });
    const vouched = await step(bench, kadus, filed, 1, { action: 'vouch', note: 'Benar warga saya.' });
    expect(vouched.json()).toMatchObject({
      application: { status: 'in_review', revision: 2 },
      vouching: { state: 'vouched' },
      needsPost: 'operator',
      allowedActions: [],
      events: [{}, { action: 'vouch', actorName: 'Petugas kadus', post: 'kadus', note: 'Benar warga saya.', visibleToApplicant: true }],
    });
    const seen = await tracked(filed.accessToken);
    expect(seen.steps.slice(1, 3)).toMatchObject([{ state: 'done', at: bench.now.toISOString() }, { id: 'pemeriksaan-berkas', state: 'current' }]);
    expect(seen.events.at(-1)).toMatchObject({ action: 'vouch', post: 'kadus', note: 'Benar warga saya.' });
    expect(seen.events.at(-1)?.actorName).toBeUndefined();
    expect((await step(bench, operator, filed, 2, { action: 'approve' })).json()).toMatchObject({ application: { status: 'awaiting_signature' } });
    expect(await stateOf(filed.accessToken)).toMatchObject({ state: 'done' });
  });

  it('withholds only with a note, which the applicant never sees, and may vouch later', async () => {
    const filed = await fileOne(bench, person(1));
    expect((await step(bench, kadus, filed, 1, { action: 'withhold' })).json()).toMatchObject({ code: 'note_required' });
    const note = 'Tidak saya kenal di banjar ini.';
    expect((await step(bench, kadus, filed, 1, { action: 'withhold', note })).json()).toMatchObject({ vouching: { state: 'withheld' }, allowedActions: ['vouch'] });
    const seen = await bench.call('GET', '/v1/tracking/application', { token: filed.accessToken });
    expect(seen.body).not.toContain(note);
    expect(seen.body).not.toContain('withh');
    expect(await stateOf(filed.accessToken)).toEqual({ id: 'pemeriksaan-kadus', title: expect.any(Object) as unknown, state: 'done' });
    expect((await bench.call('GET', `/v1/applications/${filed.id}/events`, { token: filed.accessToken })).body).not.toContain(note);
    expect(JSON.stringify(await opened(filed.id))).toContain(note);
    expect((await step(bench, kadus, filed, 2, { action: 'vouch' })).json()).toMatchObject({ vouching: { state: 'vouched' }, allowedActions: [] });
    expect((await step(bench, kadus, filed, 3, { action: 'withhold', note })).json()).toMatchObject({ code: 'action_not_allowed' });
  });

  it('is gone on without only with a note that says why, for officers only', async () => {
    const filed = await fileOne(bench, person(2));
    const bare = await step(bench, operator, filed, 1, { action: 'approve', note: '  ' });
    expect([bare.statusCode, bare.json()]).toMatchObject([422, { code: 'note_required', errors: [{ pointer: '/note', code: 'required' }] }]);
    const done = await step(bench, operator, filed, 1, approval);
    expect(done.json()).toMatchObject({
      application: { status: 'awaiting_signature', revision: 2 },
      vouching: { state: 'waived' },
      events: [{}, { action: 'waive_vouch', note: approval.note, visibleToApplicant: false }, { action: 'approve' }],
    });
    const seen = await bench.call('GET', '/v1/tracking/application', { token: filed.accessToken });
    expect(seen.body).not.toContain(approval.note);
    expect(seen.json<Tracked>().events.map(({ action }) => action)).toEqual(['submit', 'approve']);
    expect(await stateOf(filed.accessToken)).toMatchObject({ state: 'skipped' });
    await step(bench, await bench.officer(home, 'head'), filed, 2, { action: 'return_to_review' });
    expect(await opened(filed.id, kadus)).toMatchObject({ allowedActions: ['vouch', 'withhold'] });
    expect((await step(bench, operator, filed, 3, { action: 'approve' })).statusCode).toBe(200);
  });

  it('is answered at every approval where he withheld', async () => {
    const filed = await fileOne(bench, person(3));
    await step(bench, kadus, filed, 1, { action: 'withhold', note: 'Sudah pindah.' });
    expect((await step(bench, operator, filed, 2, { action: 'approve' })).json()).toMatchObject({ code: 'note_required' });
    expect((await step(bench, operator, filed, 2, approval)).json()).toMatchObject({ vouching: { state: 'withheld' } });
    await step(bench, await bench.officer(home, 'head'), filed, 3, { action: 'return_to_review' });
    expect((await step(bench, operator, filed, 4, { action: 'approve' })).json()).toMatchObject({ code: 'note_required' });
  });

  it('keeps his word through a correction, unless it makes somebody else of the applicant', async () => {
    const filed = await fileOne(bench, person(4));
    const { answers, documents } = submissionFor(bench, person(4));
    const correct = async (revision: number, change: object) => {
      await step(bench, operator, filed, revision, { action: 'request_correction', note: 'Mohon diperbaiki.' });
      return bench.call('PUT', `/v1/applications/${filed.id}/answers`, { token: filed.accessToken, ifMatch: `"r${revision + 1}"`, body: { answers: { ...answers, ...change }, documents } });
    };
    await step(bench, kadus, filed, 1, { action: 'vouch' });
    expect((await correct(2, { purpose: 'Melamar pekerjaan' })).statusCode).toBe(200);
    expect(await opened(filed.id)).toMatchObject({ vouching: { state: 'vouched' } });
    const moved = { address: { street: 'Jalan Contoh No. 1', banjar: otherBanjar, villageCode: home } };
    expect((await correct(4, moved)).statusCode).toBe(200);
    expect(await opened(filed.id)).toMatchObject({ vouching: { state: 'awaited', banjar: otherBanjar }, needsPost: 'kadus' });
    expect(await stateOf(filed.accessToken)).toMatchObject({ state: 'current' });
    expect((await bench.call('GET', `/v1/desk/applications/${filed.id}`, { cookie: kadus })).statusCode).toBe(404);
    expect((await bench.call('GET', `/v1/desk/applications/${filed.id}`, { cookie: await bench.officer(home, 'kadus', otherBanjar) })).statusCode).toBe(200);
  });

  it('is not held up by a claim, and takes none', async () => {
    const filed = await fileOne(bench, person(5));
    const url = `/v1/desk/applications/${filed.id}/claim`;
    await bench.call('POST', url, { cookie: operator, ifMatch: '"r1"' });
    expect((await bench.call('POST', url, { cookie: kadus, ifMatch: '"r1"' })).json()).toMatchObject({ code: 'action_not_allowed' });
    expect((await step(bench, kadus, filed, 1, { action: 'vouch' })).statusCode).toBe(200);
    expect(await opened(filed.id)).toMatchObject({ claim: { mine: true } });
  });

  it('has nothing to say for other posts, and others not for him', async () => {
    const filed = await fileOne(bench, person(6));
    const head = await bench.officer(home, 'head');
    for (const cookie of [operator, head]) expect((await step(bench, cookie, filed, 1, { action: 'vouch' })).json()).toMatchObject({ code: 'action_not_allowed' });
    for (const body of [approval, { action: 'reject', note: 'x' }, { action: 'request_correction', note: 'x' }]) {
      expect((await step(bench, kadus, filed, 1, body)).json()).toMatchObject({ code: 'action_not_allowed' });
    }
  });

  it('waits for nobody where the applicant names no banjar of the village', async () => {
    const { trackingFactor, ...body } = submissionFor(bench, person(7));
    const answers = { ...body.answers, address: { street: 'Jalan Contoh No. 1', villageCode: home } };
    const filed = (await bench.call('POST', '/v1/applications', { body: { ...body, answers, trackingFactor } })).json<{ application: { id: string } }>();
    const seen = await opened(filed.application.id);
    expect(seen).toMatchObject({ needsPost: 'operator', vouching: { state: 'awaited' } });
    expect(seen).not.toHaveProperty('vouching.banjar');
    expect((await bench.call('GET', `/v1/desk/applications/${filed.application.id}`, { cookie: kadus })).statusCode).toBe(404);
  });

  it('is brought what was filed before he checked, where the answers name his banjar', async () => {
    const [named, nameless, settled] = [await fileOne(bench, person(10)), await fileOne(bench, person(11)), await fileOne(bench, person(12))];
    await step(bench, operator, settled, 1, { action: 'reject', note: 'Bukan warga.' });
    const [found] = await bench.test.db.read.selectFrom('applications').select('answers').where('id', '=', nameless.id).execute();
    const { address, ...rest } = JSON.parse(found?.answers ?? '') as Record<string, unknown>;
    const unnamed = { ...rest, address: { ...(address as object), banjar: undefined } };
    await bench.test.db.transaction(async (tx) => {
      const before = { banjar_key: null, needs_post: 'operator' };
      await tx.updateTable('applications').set(before).where('id', 'in', [named.id, nameless.id, settled.id]).execute();
      await tx.updateTable('applications').set({ answers: JSON.stringify(unnamed) }).where('id', '=', nameless.id).execute();
    });
    const seen = (id: string) => bench.call('GET', `/v1/desk/applications/${id}`, { cookie: kadus });
    expect((await seen(named.id)).statusCode).toBe(404);
    expect(await nameBanjars({ db: bench.test.db, catalog: bench.catalog })).toBe(1);
    expect((await seen(named.id)).json()).toMatchObject({ needsPost: 'kadus', vouching: { state: 'awaited', banjar: ownBanjar }, allowedActions: ['vouch', 'withhold'] });
    expect((await seen(nameless.id)).statusCode).toBe(404);
    expect(await opened(nameless.id)).toMatchObject({ needsPost: 'operator' });
    expect((await step(bench, kadus, named, 1, { action: 'vouch' })).statusCode).toBe(200);
  });

  it('sees his own banjar and no other: another one answers as if nothing were there', { timeout: 120_000 }, async () => {
    const filed = await fileOne(bench, person(8));
    await step(bench, kadus, filed, 1, { action: 'vouch' });
    await step(bench, operator, filed, 2, { action: 'approve' });
    const signed = await step(bench, await bench.officer(home, 'head'), filed, 3, { action: 'sign' });
    const { documentId } = signed.json<{ application: { letter: { documentId: string } } }>().application.letter;
    const calls = sampleCalls(bench, { applicationId: filed.id, documentId, uploadId: `upl_${'b'.repeat(26)}`, person: person(8) });
    const strangers = { banjar: await bench.officer(home, 'kadus', otherBanjar), office: await bench.officer(elsewhere, 'kadus') };
    const about = Object.entries(calls).filter(([id, { url }]) => /^(desk|documents)\./.test(id) && (url.includes(filed.id) || url.includes(documentId)));
    expect(about.map(([id]) => id)).toEqual(expect.arrayContaining(['desk.get', 'desk.claim', 'desk.release', 'desk.act', 'desk.previewNumber', 'desk.downloadFile', 'desk.revokeDocument', 'documents.get', 'documents.download']));
    const nowhere = (text: string) => text.replace(filed.id, `app_${'a'.repeat(26)}`).replace(documentId, `doc_${'a'.repeat(26)}`);
    for (const [whose, cookie] of Object.entries(strangers)) {
      for (const [id, call] of about) {
        const send = (url: string) => bench.call(call.method, url, { cookie, ifMatch: '"r4"', body: call.body });
        const [there, absent] = await Promise.all([send(call.url), send(nowhere(call.url))]);
        const told = [there, absent].map((each) => JSON.stringify({ ...each.json<object>(), requestId: '', instance: '' }));
        expect([whose, id, there.statusCode, told[0]]).toEqual([whose, id, absent.statusCode, told[1]]);
        expect([404, 409]).toContain(there.statusCode);
      }
      const inbox = await bench.call('GET', '/v1/desk/applications?limit=100', { cookie });
      expect(inbox.body).not.toContain(filed.id);
    }
    expect((await bench.call('GET', '/v1/desk/applications?limit=100', { cookie: kadus })).body).toContain(filed.id);
    expect((await bench.call('GET', `/v1/documents/${documentId}`, { cookie: kadus })).statusCode).toBe(200);
    const counted = (await bench.call('GET', '/v1/desk/summary', { cookie: strangers.banjar })).json<{ byStatus: Record<string, number> }>();
    const listed = (await bench.call('GET', '/v1/desk/applications?limit=100', { cookie: strangers.banjar })).json<{ data: unknown[] }>();
    expect(Object.values(counted.byStatus).reduce((sum, count) => sum + count, 0)).toBe(listed.data.length);
  });

  it('hears of his own banjar only', async () => {
    const heard: string[] = [];
    const leave = bench.test.db.listen(`desk:${home}/contoh dua`, ({ applicationId }) => void heard.push(String(applicationId)));
    const own: string[] = [];
    const stop = bench.test.db.listen(`desk:${home}/contoh satu`, ({ applicationId }) => void own.push(String(applicationId)));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const filed = await fileOne(bench, person(9));
    await expect.poll(() => own, { timeout: 5_000 }).toContain(filed.id);
    expect(heard).toEqual([]);
    leave();
    stop();
  });

  it('says in the session which banjar he heads', async () => {
    expect((await bench.call('GET', '/v1/session', { cookie: kadus })).json()).toMatchObject({ post: 'kadus', banjar: ownBanjar });
    expect((await bench.call('GET', '/v1/session', { cookie: operator })).json()).not.toHaveProperty('banjar');
  });
});
