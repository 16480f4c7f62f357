import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../testing/engines.js';
import { approval, fileOne, home, openBench, step, submissionFor, type Bench } from './testing.js';

describe.each(engines)('an application from filing to verification on $name', (engine) => {
  let bench: Bench;
  beforeAll(async () => void (bench = await openBench(engine)));
  afterAll(() => bench.close());
  const person = () => bench.people[0] ?? expect.fail('nobody lives here');

  it('is filed, approved, signed, handed over and verified', async () => {
    const filed = await fileOne(bench, person());
    const opened = await bench.call('POST', '/v1/tracking/sessions', {
      body: { code: filed.trackingCode.toLowerCase(), factor: { kind: 'phone', value: person().phone } },
    });
    expect(opened.statusCode).toBe(200);
    const masked: unknown = expect.stringContaining('•');
    expect(opened.json()).toMatchObject({ application: { status: 'in_review', maskedName: masked } });
    expect(opened.body).not.toContain(person().nik);

    const operator = await bench.officer(home, 'operator');
    const head = await bench.officer(home, 'head');
    const inbox = await bench.call('GET', '/v1/desk/applications?status=in_review', { cookie: operator });
    expect(inbox.json()).toMatchObject({ data: [{ id: filed.id, needsPost: 'kadus' }] });

    const preview = await bench.call('GET', `/v1/desk/applications/${filed.id}/letter-number`, { cookie: operator });
    const approved = await step(bench, operator, filed, 1, approval);
    expect(approved.json()).toMatchObject({ application: { status: 'awaiting_signature', revision: 2 }, registryMatch: 'match' });
    expect(approved.json<{ letterNumberPreview: string }>().letterNumberPreview).toBe(preview.json<{ number: string }>().number);

    expect((await step(bench, operator, filed, 2, { action: 'sign' })).statusCode).toBe(409);
    const signed = await step(bench, head, filed, 2, { action: 'sign' });
    expect(signed.json()).toMatchObject({ application: { status: 'ready_for_pickup', revision: 3 } });
    const { letter } = signed.json<{ application: { letter: { documentId: string; number: string } } }>().application;

    const pdf = await bench.call('GET', `/v1/documents/${letter.documentId}/content`, { token: filed.accessToken });
    expect(pdf.headers['content-disposition']).toMatch(/^attachment/);
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');

    const verified = await bench.call('POST', '/v1/documents/verification', { body: { number: letter.number, villageCode: home } });
    expect(verified.json()).toMatchObject({ result: 'valid', document: { number: letter.number, trust: 'wet' } });
    expect(verified.body).not.toContain(person().nik);

    expect((await step(bench, operator, filed, 3, { action: 'hand_over' })).json()).toMatchObject({ application: { status: 'picked_up' } });
    const events = await bench.call('GET', `/v1/applications/${filed.id}/events`, { token: filed.accessToken });
    expect(events.json<{ data: { action: string }[] }>().data.map((event) => event.action)).toEqual(['submit', 'approve', 'sign', 'hand_over']);
    expect(events.body).not.toContain('Petugas operator');
  });

  it('goes back for a correction and comes again', async () => {
    const filed = await fileOne(bench, person());
    const operator = await bench.officer(home, 'operator');
    const fields = [{ pointer: '/answers/purpose', note: 'Terlalu singkat.' }];
    expect((await step(bench, operator, filed, 1, { action: 'request_correction' })).statusCode).toBe(422);
    const asked = await step(bench, operator, filed, 1, { action: 'request_correction', note: 'Mohon diperbaiki.', fields });
    expect(asked.json()).toMatchObject({ application: { status: 'incomplete', correction: { note: 'Mohon diperbaiki.', fields } } });

    const { answers, documents } = submissionFor(bench, person());
    const url = `/v1/applications/${filed.id}/answers`;
    const better = { answers: { ...answers, purpose: 'Melamar pekerjaan di bank' }, documents };
    expect((await bench.call('PUT', url, { token: filed.accessToken, body: better })).statusCode).toBe(428);
    expect((await bench.call('PUT', url, { token: filed.accessToken, body: better, ifMatch: '"r1"' })).statusCode).toBe(412);
    const worse = { answers: { ...answers, purpose: 1 }, documents };
    const refused = await bench.call('PUT', url, { token: filed.accessToken, body: worse, ifMatch: '"r2"' });
    expect(refused.json()).toMatchObject({ status: 422, errors: [{ pointer: '/answers/purpose', code: 'wrong_type' }] });
    const corrected = await bench.call('PUT', url, { token: filed.accessToken, body: better, ifMatch: '"r2"' });
    expect(corrected.json()).toMatchObject({ status: 'in_review', revision: 3, answers: { purpose: 'Melamar pekerjaan di bank' } });
    const repeated = await bench.call('PUT', url, { token: filed.accessToken, body: better, ifMatch: '"r2"' });
    expect([repeated.statusCode, repeated.json()]).toMatchObject([200, { revision: 3 }]);
    const other = { ...better, answers: { ...better.answers, purpose: 'Sesuatu yang lain' } };
    expect((await bench.call('PUT', url, { token: filed.accessToken, body: other, ifMatch: '"r3"' })).json()).toMatchObject({ code: 'not_editable' });
  });

  it('is compared with the registry again when a correction names somebody else', async () => {
    const [one, other] = [bench.people[0], bench.people[4]];
    if (one === undefined || other === undefined) throw new Error('nobody lives here');
    const filed = await fileOne(bench, one);
    const cookie = await bench.officer(home, 'operator');
    const seen = async () => (await bench.call('GET', `/v1/desk/applications/${filed.id}`, { cookie })).json<{ registryMatch: string }>().registryMatch;
    const owner = async () =>
      (await bench.test.db.read.selectFrom('applications').select(['resident_ref', 'applicant_nik_hash']).where('id', '=', filed.id).executeTakeFirstOrThrow());
    const first = await owner();
    expect([await seen(), first.resident_ref]).toEqual(['match', first.applicant_nik_hash]);
    await step(bench, cookie, filed, 1, { action: 'request_correction', note: 'Foto buram.' });
    const { answers, documents } = submissionFor(bench, one);
    const body = { answers: { ...answers, nik: other.nik, fullName: 'Bukan Dia' }, documents };
    const corrected = await bench.call('PUT', `/v1/applications/${filed.id}/answers`, { token: filed.accessToken, body, ifMatch: '"r2"' });
    expect([corrected.statusCode, corrected.body]).toMatchObject([200, expect.any(String)]);
    const second = await owner();
    expect([await seen(), second.resident_ref]).toEqual(['mismatch', null]);
    expect(second.applicant_nik_hash).not.toBe(first.applicant_nik_hash);
  });

  it('is withdrawn once, however often the request is repeated', async () => {
    const filed = await fileOne(bench, person());
    const url = `/v1/applications/${filed.id}/withdrawal`;
    const withdraw = () => bench.call('POST', url, { token: filed.accessToken, ifMatch: '"r1"', body: { reason: 'Tidak jadi.' } });
    expect((await withdraw()).json()).toMatchObject({ status: 'cancelled', revision: 2 });
    expect((await withdraw()).json()).toMatchObject({ status: 'cancelled', revision: 2 });
    const events = await bench.call('GET', `/v1/applications/${filed.id}/events`, { token: filed.accessToken });
    expect(events.json<{ data: unknown[] }>().data).toHaveLength(2);
  });
});
