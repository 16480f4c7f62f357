import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import { checkOffline } from './offline.js';

const claims = {
  documentId: 'doc_aaaaaaaaaaaaaaaaaaaaaaaaaa',
  number: '470/12/VIII/2026',
  issuedOn: '2026-08-12',
  subject: 'Keterangan domisili',
  maskedName: 'N* L** S***',
  signatory: 'I Wayan Contoh',
  office: 'Perbekel Desa Contoh',
  trust: 'registered',
  validUntil: '2027-02-12',
};

async function letter(payload: unknown = claims, kid = 'k1') {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const sign = new CompactSign(new TextEncoder().encode(JSON.stringify(payload)));
  const jws = await sign.setProtectedHeader({ alg: 'EdDSA', kid }).sign(privateKey);
  const key = { ...(await exportJWK(publicKey)), kty: 'OKP', kid, alg: 'EdDSA', use: 'sig' };
  return { qr: `https://desa.example/verify/ABCDEFGHJKMNPQRS#${jws}`, jws, keys: { keys: [key] } };
}

describe('checkOffline', () => {
  it('reads a genuine letter from its QR text or the bare code', async () => {
    const { qr, jws, keys } = await letter();
    expect(await checkOffline(qr, keys, '2026-09-01')).toEqual({ result: 'valid', letter: claims });
    expect(await checkOffline(jws, keys, '2027-02-12')).toMatchObject({ result: 'valid' });
  });

  it('says when a letter is past its date', async () => {
    const { qr, keys } = await letter();
    expect(await checkOffline(qr, keys, '2027-02-13')).toMatchObject({
      result: 'expired',
      letter: { number: claims.number },
    });
  });

  it('refuses a changed payload', async () => {
    const { qr, jws, keys } = await letter();
    const [header, , signature] = jws.split('.');
    const forged = Buffer.from(JSON.stringify({ ...claims, maskedName: 'X' })).toString('base64url');
    expect(await checkOffline(`${qr.split('#')[0]}#${header}.${forged}.${signature}`, keys)).toEqual({
      result: 'not_genuine',
    });
  });

  it('refuses the signature of a stranger under a known key id', async () => {
    const [one, two] = await Promise.all([letter(), letter()]);
    expect(await checkOffline(one.qr, two.keys)).toEqual({ result: 'not_genuine' });
  });

  it.each(['none', 'HS256'])('refuses the algorithm %s', async (alg) => {
    const { jws, keys } = await letter();
    const header = Buffer.from(JSON.stringify({ alg, kid: 'k1' })).toString('base64url');
    expect(await checkOffline(`${header}.${jws.split('.')[1]}.AAAA`, keys)).toEqual({ result: 'not_genuine' });
  });

  it('asks for newer keys when it does not know the key', async () => {
    const { qr } = await letter();
    expect(await checkOffline(qr, { keys: [] })).toEqual({ result: 'unknown_key' });
  });

  it('goes on accepting letters of a key that was changed, and none of a key that was taken away', async () => {
    const [before, after] = await Promise.all([letter(), letter(claims, 'k2')]);
    const both = { keys: [...after.keys.keys, ...before.keys.keys] };
    for (const { qr } of [before, after]) expect(await checkOffline(qr, both, '2026-09-01')).toMatchObject({ result: 'valid' });
    expect(await checkOffline(before.qr, after.keys, '2026-09-01')).toEqual({ result: 'unknown_key' });
  });

  it.each(['', 'https://desa.example/verify/ABCD', 'a.b.c', '5171010101909001'])('cannot read %j', async (text) => {
    const { keys } = await letter();
    expect(await checkOffline(text, keys)).toEqual({ result: 'unreadable' });
  });

  it('does not take a signed text that is no letter', async () => {
    const { qr, keys } = await letter({ hello: 'world' });
    expect(await checkOffline(qr, keys)).toEqual({ result: 'unreadable' });
  });
});
