import { createClient, newIdempotencyKey } from '@e-sewaka/sdk';
import { clientCredentials } from '@e-sewaka/sdk/auth/service';
import { startTestServer, type TestServer } from '@e-sewaka/sdk/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { domicile, home, phone } from './people.js';

describe('an integrator in Node', () => {
  let server: TestServer;
  beforeAll(async () => void (server = await startTestServer({ env: { SEWAKA_RATE_FACTOR: '1000' } })));
  afterAll(() => server.close());

  const resident = () => createClient({ baseUrl: server.url });
  const officer = (post: 'operator' | 'head') => createClient({ baseUrl: server.url, auth: clientCredentials(server.officers[post]) });

  const file = (idempotencyKey = newIdempotencyKey()) => resident().applications.submit(domicile, { idempotencyKey });

  it('files, approves, signs, follows and verifies a letter', async () => {
    const receipt = await file();
    const { id: applicationId } = receipt.application;
    const seen: string[] = [];
    const following = (async () => {
      for await (const { status } of resident().tracking.watch({ code: receipt.trackingCode, factor: { kind: 'phone', value: phone } })) {
        seen.push(status);
        if (status === 'picked_up') return;
      }
    })();

    await expect.poll(() => seen[0]).toBe('in_review');
    const operator = officer('operator');
    const inbox = await operator.desk.list({ status: ['in_review'], limit: 100 });
    expect(inbox.data.map(({ id }) => id)).toContain(applicationId);

    const opened = await operator.desk.get({ applicationId }).withResponse();
    const approved = await operator.desk.act({ applicationId, action: 'approve', note: 'Surat pengantar kertas diperlihatkan.' }, { ifMatch: opened.etag ?? '' }).withResponse();
    expect(approved.data.application.status).toBe('awaiting_signature');
    const signed = await officer('head').desk.act({ applicationId, action: 'sign' }, { ifMatch: approved.etag ?? '' }).withResponse();
    const letter = signed.data.application.letter ?? expect.fail('no letter');
    expect(letter.number).toMatch(/^470\/\d{3}\/SKD\/5171042001\/[IVX]+\/\d{4}$/);
    await operator.desk.act({ applicationId, action: 'hand_over' }, { ifMatch: signed.etag ?? '' });
    await following;
    expect(seen.at(-1)).toBe('picked_up');

    const holder = createClient({ baseUrl: server.url, auth: { getToken: async () => receipt.accessToken } });
    const pdf = await holder.documents.download({ documentId: letter.documentId });
    const bytes = new Uint8Array(await pdf.arrayBuffer());
    expect(new TextDecoder().decode(bytes.subarray(0, 5))).toBe('%PDF-');

    const [, qrText] = new TextDecoder('latin1').decode(bytes).match(/\/URI \((\S+?\/verify\/\S+?)\)/) ?? [];
    const keys = await resident().documents.keys();
    const offline = await resident().documents.checkOffline(qrText ?? expect.fail('the QR is no link'), keys);
    expect(offline).toMatchObject({ result: 'valid', letter: { number: letter.number } });

    const verified = await resident().documents.verify({ number: letter.number, villageCode: home });
    expect(verified).toMatchObject({ result: 'valid', document: { trust: 'wet' } });
    expect(JSON.stringify(verified)).not.toContain(domicile.answers.nik);
  });

  it('makes one application of twenty equal submissions at once', async () => {
    const key = newIdempotencyKey();
    const receipts = await Promise.all(Array.from({ length: 20 }, () => file(key)));
    expect(new Set(receipts.map(({ application }) => application.id)).size).toBe(1);
    expect(new Set(receipts.map(({ trackingCode }) => trackingCode)).size).toBe(1);
  });
});
