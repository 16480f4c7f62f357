import { expect } from '@open-wc/testing';
import { fakeClient, type ClientParts } from '../../internal/fake-client.js';
import type { OfflineCheck, Verification } from '../../internal/client-resident.js';
import { refusal, sampleVerification } from '../../internal/sample-tracking.js';
import { clearPage, expectAccessible, mount, settled, until, wordsOf } from '../../internal/testing.js';
import { cleanNumber, readCode, readFragment, villageInNumber } from './reading.js';
import type { DocumentVerify } from './index.js';
import './index.js';

const jws = 'eyJhbGciOiJFZERTQSJ9.eyJuIjoiNDcwIn0.c2lnbmF0dXJl';
const claims = { documentId: 'doc_x', number: '470/012', issuedOn: '2026-11-24', subject: 'Keterangan domisili', maskedName: 'N• L••', signatory: 'I Made Contoh', office: 'Desa Contoh', trust: 'registered' } as const;

const find = <E extends HTMLElement>(verify: DocumentVerify, selector: string): E => {
  const found = verify.renderRoot.querySelector<E>(selector);
  if (!found) throw new Error(`not there: ${selector}`);
  return found;
};

function shown(parts: ClientParts['documents'], code = 'W7K2M9QX4T'): Promise<DocumentVerify> {
  return mount<DocumentVerify>('sewaka-document-verify', fakeClient({ documents: { keys: async () => ({ keys: [] }), ...parts }, villages: { list: async () => ({ data: [] }) } }), { code });
}

const answer = (change: Partial<NonNullable<Verification['document']>>, result: Verification['result'] = 'valid'): ClientParts['documents'] => ({
  verify: async () => ({ result, ...(sampleVerification.document ? { document: { ...sampleVerification.document, ...change } } : {}) }),
});

const offline = (check: OfflineCheck): ClientParts['documents'] => ({ checkOffline: async () => check });

describe('reading what is on a letter', () => {
  it('understands a code, an address and the content of a QR', () => {
    expect(readCode(' W7K2 M9QX 4T ')?.request).to.deep.equal({ code: 'W7K2M9QX4T' });
    expect(readCode('https://desa.example/verify/W7K2M9QX4T')?.request).to.deep.equal({ code: 'W7K2M9QX4T' });
    expect(readCode(`https://desa.example/verify/W7K2M9QX4T#${jws}`)?.request).to.deep.equal({ jws });
    expect(readFragment(`#${jws}`)?.request).to.deep.equal({ jws });
    expect(readFragment('#code=W7K2M9QX4T')?.request).to.deep.equal({ code: 'W7K2M9QX4T' });
    expect(readCode('halo')).to.equal(undefined);
  });

  it('finds the village in a number that names it', () => {
    expect(villageInNumber(cleanNumber('470 / 012/5171042001 /XI/2026'))).to.equal('51.71.04.2001');
    expect(villageInNumber('470/12/VIII/2026')).to.equal(undefined);
  });
});

describe('sewaka-document-verify', () => {
  afterEach(clearPage);

  it('asks for a code, and names what is missing', async () => {
    const verify = await shown({}, '');
    await expectAccessible(verify);
    find(verify, '[data-action=check]').click();
    await settled(verify);
    expect(wordsOf(verify)).to.include('Isi kode surat');
    await expectAccessible(verify);
  });

  it('asks for the village where the number does not name it', async () => {
    const verify = await shown({}, '');
    find(verify, '[value=number]').click();
    await settled(verify);
    find<HTMLInputElement>(verify, '[name=number]').value = '470/12/VIII/2026';
    find(verify, '[data-action=check]').click();
    await settled(verify);
    expect(wordsOf(verify)).to.include('Pilih desa atau kelurahan penerbit');
  });

  for (const [trust, words] of [
    ['wet', 'Ditandatangani dengan tinta'],
    ['registered', 'tanpa sertifikat elektronik'],
    ['certified', 'sertifikat BSrE'],
  ] as const) {
    it(`says in words that a letter is ${trust}`, async () => {
      const verify = await shown(answer({ trust }));
      expect(wordsOf(verify)).to.include('Surat ini asli dan berlaku').and.include(words);
      await expectAccessible(verify);
    });
  }

  for (const [result, words] of [
    ['expired', 'masa berlakunya sudah habis'],
    ['revoked', 'sudah dicabut'],
    ['not_found', 'Surat tidak ditemukan'],
  ] as const) {
    it(`says plainly that a letter is ${result}`, async () => {
      const verify = await shown(result === 'not_found' ? { verify: async () => ({ result }) } : answer({ revokedOn: '2026-12-01' }, result));
      expect(find(verify, '#verdict').textContent).to.include(words);
      await expectAccessible(verify);
    });
  }

  it('never asks the server about a forged signature', async () => {
    let asked = 0;
    const verify = await shown({ ...offline({ result: 'not_genuine' }), verify: async () => ((asked += 1), sampleVerification) }, `https://desa.example/verify/x#${jws}`);
    expect(asked).to.equal(0);
    expect(find(verify, '#verdict').textContent).to.include('palsu');
    await expectAccessible(verify);
  });

  it('shows what the signature says when there is no network, and what it cannot say', async () => {
    const verify = await shown({ ...offline({ result: 'valid', letter: claims }), verify: () => Promise.reject(refusal(0, 'connection', { kind: 'connection', status: undefined })) }, jws);
    expect(wordsOf(verify)).to.include('QR surat ini asli').and.include('pencabutan surat belum dapat diperiksa').and.include('470/012');
    await expectAccessible(verify);
  });

  it('compares a PDF on the device', async () => {
    const file = new File(['test'], 'surat.pdf', { type: 'application/pdf' });
    const verify = await shown(answer({ sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' }));
    const input = find<HTMLInputElement>(verify, '[name=file]');
    const choose = (chosen: File): void => {
      const transfer = new DataTransfer();
      transfer.items.add(chosen);
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    };
    const says = (words: string): Promise<void> => until(words, () => wordsOf(verify).includes(words));
    choose(file);
    await says('sama persis');
    choose(new File(['tesT'], 'surat.pdf', { type: 'application/pdf' }));
    await says('berbeda dari yang diterbitkan');
    await expectAccessible(verify);
  });
});
