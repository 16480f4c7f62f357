import { expect } from '@open-wc/testing';
import { fakeClient, type ClientParts } from '../../internal/fake-client.js';
import { refusal } from '../../internal/sample-tracking.js';
import { clearPage, expectAccessible, mount, settled, wordsOf } from '../../internal/testing.js';
import type { IdLookup } from './index.js';
import './index.js';

const find = <E extends HTMLElement>(lookup: IdLookup, selector: string): E => {
  const found = lookup.renderRoot.querySelector<E>(selector);
  if (!found) throw new Error(`not there: ${selector}`);
  return found;
};

async function type(lookup: IdLookup, name: string, value: string): Promise<void> {
  const input = find<HTMLInputElement>(lookup, `[name="${name}"]`);
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await settled(lookup);
}

async function press(lookup: IdLookup, action: string): Promise<void> {
  find(lookup, `[data-action=${action}]`).click();
  await settled(lookup);
}

const verified = async (): Promise<{ id: string; expiresAt: string; codeLength: 6 }> => ({ id: 'ver_1', expiresAt: '2026-11-23T03:20:00Z', codeLength: 6 });
const confirmed = async (): Promise<{ resident: { maskedName: string; maskedNik: string; villageCode: string } }> => ({
  resident: { maskedName: 'N• L•• C•••••', maskedNik: '5171••••••••9001', villageCode: '51.71.04.2001' },
});

async function verifying(parts: ClientParts): Promise<IdLookup> {
  const lookup = await mount<IdLookup>('sewaka-id-lookup', fakeClient(parts), { kind: 'nik' });
  await type(lookup, 'number', '5171 0441 0890 9001');
  await press(lookup, 'verify-open');
  return lookup;
}

async function fillIn(lookup: IdLookup): Promise<void> {
  for (const [name, value] of Object.entries({ kk: '5171041203150003', 'bornOn.day': '1', 'bornOn.month': 'Agustus', 'bornOn.year': '1990' })) await type(lookup, name, value);
  find(lookup, '[name=purpose][value=lookup]').click();
  find(lookup, '[name=consent]').click();
}

describe('sewaka-id-lookup', () => {
  afterEach(clearPage);

  it('explains at once on the device, without any call', async () => {
    const lookup = await mount<IdLookup>('sewaka-id-lookup', fakeClient({}), { kind: 'nik' });
    await type(lookup, 'number', '5171 0441 0890 9001');
    expect(wordsOf(lookup)).to.include('Format masuk akal').and.include('tidak membuktikan').and.include('Perempuan').and.include('Denpasar Utara').and.include('1 Agustus 1990');
    await expectAccessible(lookup);
  });

  it('says when there is nothing to explain, but not while one deletes', async () => {
    const lookup = await mount<IdLookup>('sewaka-id-lookup', fakeClient({}), { kind: 'nik' });
    await type(lookup, 'number', '5');
    await type(lookup, 'number', '');
    expect(wordsOf(lookup)).not.to.include('Nomor belum diisi');
    await press(lookup, 'explain');
    expect(find(lookup, '[data-result]').textContent).to.include('Nomor belum diisi');
    expect(lookup.shadowRoot?.activeElement?.hasAttribute('data-result')).to.equal(true);
    await expectAccessible(lookup);
  });

  it('tells errors and oddities apart', async () => {
    const lookup = await mount<IdLookup>('sewaka-id-lookup', fakeClient({}));
    await type(lookup, 'number', '5171044513900000');
    expect(wordsOf(lookup)).to.include('tidak mungkin ada').and.include('tidak ada di kalender');
    await type(lookup, 'number', '9851044108909001');
    expect(wordsOf(lookup)).to.include('Perlu diperhatikan, tetapi tidak salah');
    await expectAccessible(lookup);
  });

  it('forgets what was typed when it is removed', async () => {
    const lookup = await mount<IdLookup>('sewaka-id-lookup', fakeClient({}), { kind: 'nik' });
    await type(lookup, 'number', '5171044108909001');
    lookup.remove();
    expect(find<HTMLInputElement>(lookup, '[name=number]').value).to.equal('');
    expect(location.href + JSON.stringify(localStorage) + JSON.stringify(sessionStorage)).not.to.include('5171044108909001');
  });

  it('sends nothing without consent, purpose and two more facts', async () => {
    let sent = 0;
    const lookup = await verifying({ identity: { verify: async () => ((sent += 1), { id: 'x', expiresAt: '', codeLength: 6 }) } });
    await press(lookup, 'verify');
    expect(sent).to.equal(0);
    expect(wordsOf(lookup)).to.match(/Isi nomor KK/iu).and.include('Centang pernyataan ini');
    await expectAccessible(lookup);
  });

  it('verifies with consent and a code, and shows a masked result', async () => {
    const calls: unknown[] = [];
    const lookup = await verifying({
      villages: { get: () => Promise.reject(new Error('away')) },
      identity: { verify: (input) => (calls.push(input), verified()), confirm: (input) => (calls.push(input), confirmed()) },
    });
    await fillIn(lookup);
    await press(lookup, 'verify');
    expect(wordsOf(lookup)).to.include('Bila ketiga data cocok');
    expect(find(lookup, '[name=otp]').getAttribute('autocomplete')).to.equal('one-time-code');
    await expectAccessible(lookup);
    await type(lookup, 'otp', '123 456');
    await press(lookup, 'confirm');
    expect(wordsOf(lookup)).to.include('5171••••••••9001');
    expect(calls).to.deep.equal([
      { nik: '5171044108909001', kk: '5171041203150003', bornOn: '1990-08-01', purpose: 'lookup', consent: { accepted: true, textVersion: 'identity-1' } },
      { verificationId: 'ver_1', code: '123456' },
    ]);
    await expectAccessible(lookup);
  });

  it('says a lockout kindly', async () => {
    const lookup = await verifying({ identity: { verify: () => Promise.reject(refusal(429, 'too_many_attempts', { retryAfter: 300 })) } });
    await fillIn(lookup);
    await press(lookup, 'verify');
    expect(wordsOf(lookup)).to.include('bukan karena Anda berbuat salah');
    expect(lookup.shadowRoot?.activeElement?.hasAttribute('data-notice')).to.equal(true);
  });

  it('refuses a wrong code without saying whether the data fits', async () => {
    const lookup = await verifying({ identity: { verify: verified, confirm: () => Promise.reject(refusal(422, 'code_not_accepted')) } });
    await fillIn(lookup);
    await press(lookup, 'verify');
    await type(lookup, 'otp', '000000');
    await press(lookup, 'confirm');
    expect(wordsOf(lookup)).to.include('Kode tidak diterima');
  });

  it('sends a new code when the last one ran out, without anything typed again', async () => {
    const calls: unknown[] = [];
    const lookup = await verifying({ identity: { verify: (input) => (calls.push(input), verified()), confirm: () => Promise.reject(refusal(422, 'code_not_accepted')) } });
    await fillIn(lookup);
    await press(lookup, 'verify');
    await type(lookup, 'otp', '000000');
    await press(lookup, 'confirm');
    await press(lookup, 'code-new');
    expect(calls).to.have.length(2);
    expect(calls[1]).to.deep.equal(calls[0]);
    expect(wordsOf(lookup)).not.to.include('Kode tidak diterima');
    await expectAccessible(lookup);
  });
});
