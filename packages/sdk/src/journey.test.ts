import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientCredentials } from './auth/service.js';
import {
  bearer,
  createClient,
  isApiError,
  newIdempotencyKey,
  type ESewakaClient,
  type Input,
  type Ok,
} from './index.js';
import { checkOffline } from './offline.js';
import { startTestServer, type TestServer } from './testing.js';

const office = '51.71.04.2001';
const factor = { kind: 'phone', value: '+6281200000001' } as const;
const today = new Date().toISOString().slice(0, 10);

let server: TestServer;
let client: ESewakaClient;
beforeAll(async () => {
  server = await startTestServer({ office, env: { SEWAKA_RATE_FACTOR: '1000' } });
  client = createClient({ baseUrl: server.url, locale: 'id' });
});
afterAll(() => server.close());

const officer = (post: keyof TestServer['officers']) => client.with({ auth: clientCredentials(server.officers[post]) });

const submission = {
  serviceId: 'surat-keterangan-domisili',
  villageCode: office,
  contact: { phone: factor.value },
  trackingFactor: factor,
  declaration: { accepted: true, textVersion: '1' },
  answers: {
    fullName: 'I Wayan Contoh Adnyana',
    nik: '5171041203909001',
    kk: '5171041506159001',
    birthPlace: 'Denpasar',
    bornOn: '1990-03-12',
    sex: 'male',
    occupation: 'Karyawan swasta',
    address: { street: 'Jalan Contoh No. 1', banjar: 'Banjar Contoh Satu', villageCode: office },
    residentSince: '2015-06-15',
    tenure: 'own',
    sameAsCard: 'yes',
    purpose: 'Membuka rekening bank',
  },
} satisfies Input<'applications.submit'>;

/** Meets every requirement of the answers by bringing the original. */
async function complete(): Promise<Input<'applications.submit'>> {
  const { requirements } = await client.services.checkRequirements({
    serviceId: submission.serviceId,
    answers: submission.answers,
  });
  const documents = Object.fromEntries(requirements.map(({ id }) => [id, { way: 'bring_original' as const }]));
  return { ...submission, documents };
}

const submitted = async (): Promise<Ok<'applications.submit'>> => client.applications.submit(await complete());

describe('against the real server', () => {
  it('reads lists page by page', async () => {
    const first = await client.villages.list({ limit: 20 });
    expect(first).toMatchObject({ hasNext: true });
    const codes: string[] = [];
    for await (const village of client.villages.list({ limit: 20 })) codes.push(village.code);
    expect(new Set(codes).size).toBe(43);
  });

  it('takes an application from the resident through the desk to a letter anyone can check', async () => {
    const receipt = await submitted();
    const { id: applicationId } = receipt.application;
    const statuses: string[] = [];
    const watch = client.tracking.watch({ code: receipt.trackingCode, factor });
    const watching = (async () => {
      for await (const now of watch) statuses.push(now.status);
    })();
    const act = async (post: keyof TestServer['officers'], action: 'approve' | 'sign' | 'hand_over') => {
      const desk = officer(post).desk;
      const { etag } = await desk.get({ applicationId }).withResponse();
      const note = action === 'approve' ? { note: 'Surat pengantar kertas diperlihatkan.' } : {};
      await desk.act({ applicationId, action, ...note }, { ifMatch: etag ?? '' });
      await expect
        .poll(() => statuses.length, { timeout: 10_000 })
        .toBeGreaterThan(['approve', 'sign', 'hand_over'].indexOf(action) + 1);
    };
    await expect.poll(() => watch.state, { timeout: 10_000 }).toBe('live');
    await act('operator', 'approve');
    await act('head', 'sign');
    await act('operator', 'hand_over');
    await watching;
    expect(statuses).toEqual(['in_review', 'awaiting_signature', 'ready_for_pickup', 'picked_up']);

    const resident = client.with({ auth: bearer(receipt.accessToken) });
    const { letter } = await resident.applications.get({ applicationId });
    const verified = await client.documents.verify({ number: letter?.number ?? '', villageCode: office });
    expect(verified).toMatchObject({ result: 'valid', document: { number: letter?.number } });
    const pdf = await resident.documents.download({ documentId: letter?.documentId ?? '' });
    expect(await pdf.slice(0, 5).text()).toBe('%PDF-');
    const [, printed = ''] = /\/URI \((\S+?)\)/.exec(Buffer.from(await pdf.arrayBuffer()).toString('latin1')) ?? [];
    expect(await checkOffline(printed, await client.documents.keys())).toMatchObject({ result: 'valid', letter: { number: letter?.number, trust: 'wet' } });
    const revoked = await officer('head').desk.revokeDocument({ documentId: letter?.documentId ?? '', reason: 'Nama keliru.' });
    expect(revoked.revoked).toMatchObject({ reason: 'Nama keliru.' });
    expect(await client.documents.verify({ number: letter?.number ?? '', villageCode: office })).toMatchObject({ result: 'revoked' });
  }, 60_000);

  it('tells the desk what came in', async () => {
    const watch = officer('operator').desk.watch();
    const news = watch[Symbol.asyncIterator]();
    const first = news.next();
    await expect.poll(() => watch.state, { timeout: 10_000 }).toBe('live');
    const { application } = await submitted();
    expect((await first).value).toMatchObject({ applicationId: application.id, status: 'in_review' });
    watch.close();
    expect(await news.next()).toMatchObject({ done: true });
  });

  it('makes one application of a repeated submission', async () => {
    const idempotencyKey = newIdempotencyKey();
    const input = await complete();
    const receipts = await Promise.all(
      Array.from({ length: 5 }, () => client.applications.submit(input, { idempotencyKey })),
    );
    expect(new Set(receipts.map((receipt) => receipt.application.id)).size).toBe(1);
    expect(new Set(receipts.map((receipt) => receipt.trackingCode)).size).toBe(1);
    const other = { ...input, contact: { phone: '+6281200000009' } };
    await expect(client.applications.submit(other, { idempotencyKey })).rejects.toMatchObject({
      code: 'idempotency_key_reused',
    });
  });

  it('says where an answer is wrong, and hides what it was', async () => {
    const answers = { ...submission.answers, nik: '51710412039090' };
    const error: unknown = await client.applications
      .submit({ ...submission, answers })
      .catch((thrown: unknown) => thrown);
    expect(isApiError(error) && error.issues).toContainEqual({ pointer: '/answers/nik', code: 'wrong_format' });
    expect(JSON.stringify(error)).not.toContain('51710412039090');
  });

  it('shows a stranger nothing', async () => {
    const receipt = await submitted();
    const other = await submitted();
    await expect(
      client.with({ auth: bearer(other.accessToken) }).applications.get({ applicationId: receipt.application.id }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
    await expect(client.applications.get({ applicationId: receipt.application.id })).rejects.toMatchObject({
      name: 'AuthenticationError',
    });
    await expect(
      client.tracking.open({ code: receipt.trackingCode, factor: { kind: 'phone', value: '+6281200000002' } }),
    ).rejects.toMatchObject({ code: 'tracking_not_found' });
  });

  it('tells an unchanged resource by its ETag', async () => {
    const { accessToken, application } = await submitted();
    const resident = client.with({ auth: bearer(accessToken) });
    const { etag } = await resident.applications.get({ applicationId: application.id }).withResponse();
    await expect(
      resident.applications.get({ applicationId: application.id }, { ifNoneMatch: etag ?? '' }),
    ).rejects.toMatchObject({ name: 'NotModifiedError' });
    await expect(
      resident.applications.withdraw({ applicationId: application.id }, { ifMatch: '"r999"' }),
    ).rejects.toMatchObject({ name: 'PreconditionError' });
    await expect(
      resident.applications.withdraw({ applicationId: application.id }, { ifMatch: etag ?? '' }),
    ).resolves.toMatchObject({ status: 'cancelled' });
  });

  it('lets a program file applications in its own name', async () => {
    const machine = client.with({ auth: clientCredentials(server.machine) });
    const receipt = await machine.applications.submit(await complete());
    const ids: string[] = [];
    for await (const application of machine.applications.list({})) ids.push(application.id);
    expect(ids).toEqual([receipt.application.id]);
    expect(today >= receipt.application.submittedAt.slice(0, 10)).toBe(true);
  });

  it('sends a file, tells how far it is, and waits until it is accepted', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const told: number[] = [];
    const upload = client.uploads.start(new File([png], 'ktp.png', { type: 'image/png' }), {
      onProgress: ({ sent }) => told.push(sent),
    });
    expect(await upload.done).toMatchObject({ state: 'clean', mediaType: 'image/png', name: 'ktp.png' });
    expect(told.at(-1)).toBe(png.length);
  });

  it('says why a file is refused', async () => {
    const upload = client.uploads.start(new File(['<script>alert(1)</script>'], 'ktp.png', { type: 'image/png' }));
    await expect(upload.done).rejects.toThrow(/^upload: type_/);
  });

  it('pauses and goes on', async () => {
    const noise = new Blob([new Uint8Array(3_000_000).map((_, index) => (index * 7919) % 251)]);
    let paused = false;
    const upload = client.uploads.start(noise, {
      onProgress: () => {
        if (paused) return;
        paused = true;
        upload.pause();
        setTimeout(() => upload.resume(), 300);
      },
    });
    // All bytes arrive; the content is none that is accepted.
    await expect(upload.done).rejects.toThrow(/^upload: type_/);
    expect(paused).toBe(true);
  });

  it('throws away what was sent', async () => {
    const controller = new AbortController();
    const upload = client.uploads.start(new Blob([new Uint8Array(3_000_000)]), {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(upload.done).rejects.toMatchObject({ name: 'AbortedError' });
  });

  it('never starts what is aborted at once', async () => {
    const upload = client.uploads.start(new Blob(['x']));
    await upload.abort();
    await expect(upload.done).rejects.toMatchObject({ name: 'AbortedError' });
  });
});
