import { expect } from '@open-wc/testing';
import { clearPage, expectAccessible, settled, until, wordsOf } from '../../internal/testing.js';
import { forgetAll, loadDraft, loadReceipt, saveDraft, saveReceipt } from './draft.js';
import { draftKey } from './draft-key.js';
import { aboutYou, atHome, drive, toReview, type Driver } from './driving.js';
import { receipt, smallService } from './fixture.js';
import { setShared } from './shared-device.js';

// A service of its own: other test files have drafts of theirs on the same origin at the same time.
const service = smallService({ id: 'lokal-draf' });
const key = draftKey('lokal-draf', '51.71.04.2001');
const open = (): Promise<Driver> => drive({ service });

async function toDocuments(driver: Driver): Promise<void> {
  await driver.click('[data-action=start]');
  driver.fill(aboutYou);
  await driver.next();
  driver.fill({ ...atHome, tenure: 'rent' });
  await until('the owner is asked', () => driver.seen('[name=owner]'));
  driver.fill({ owner: 'I Made Arta' });
  await driver.next();
  await until('it is saved', () => wordsOf(driver.form).includes('Disimpan di perangkat ini sampai'));
}

async function kept(): Promise<NonNullable<Awaited<ReturnType<typeof loadDraft>>>> {
  for (let tries = 0; tries < 100; tries += 1) {
    const draft = await loadDraft(key);
    if (draft && 'owner' in draft.typed) return draft;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('never kept');
}

/** Everything that lies on the device for this origin, as it lies there. */
async function onDevice(): Promise<string> {
  const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
  const all = await Promise.all(names.map((name) => everything(name)));
  return JSON.stringify([all, { ...localStorage }, { ...sessionStorage }]);
}

function everything(name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(new Error('refused'));
    opening.onsuccess = () => {
      const database = opening.result;
      const [store = ''] = [...database.objectStoreNames];
      const reading = database.transaction(store).objectStore(store).getAll();
      reading.onsuccess = () => {
        database.close();
        resolve(reading.result.map((found: { sealed?: { bytes: ArrayBuffer } }) => [found, new TextDecoder().decode(found.sealed?.bytes)]));
      };
    };
  });
}

/** Takes the form away; what it still saves while it goes is waited for. */
async function close(): Promise<void> {
  clearPage();
  await new Promise((resolve) => setTimeout(resolve, 150));
}

async function clear(): Promise<void> {
  await close();
  await forgetAll();
}

describe('the draft of a service form', () => {
  afterEach(async () => {
    await clear();
    setShared(false);
    sessionStorage.clear();
  });

  it('keeps names only encrypted and identifiers not at all, and says until when', async () => {
    const driver = await open();
    await toDocuments(driver);
    const { typed, withheld } = await kept();
    expect(typed).to.include({ fullName: 'Ni Luh Sari', owner: 'I Made Arta', purpose: 'Melamar kerja' });
    expect(withheld).to.deep.equal(['nik']);
    const device = await onDevice();
    for (const secret of ['Ni Luh', 'Made Arta', 'Melamar', '5171 0451', '5171045106909001']) expect(device).not.to.contain(secret);
    expect(wordsOf(driver.form)).to.contain('tanpa nomor identitas');
    await expectAccessible(driver.form);
  });

  it('never keeps what looks like an identifier, wherever it is typed', async () => {
    const driver = await open();
    await driver.click('[data-action=start]');
    driver.fill(aboutYou);
    await driver.next();
    driver.fill({ ...atHome, tenure: 'rent', purpose: 'NIK ibu 5171.0451.0690.9001' });
    await until('the owner is asked', () => driver.seen('[name=owner]'));
    driver.fill({ owner: 'Arta, paspor A1234567' });
    await until('it is saved', () => wordsOf(driver.form).includes('Disimpan'));
    await new Promise((resolve) => setTimeout(resolve, 700));
    const draft = await loadDraft(key);
    expect(draft?.typed).to.have.property('tenure', 'rent');
    expect(draft?.typed).not.to.have.any.keys('owner', 'purpose', 'nik');
    expect(draft?.withheld).to.have.members(['nik', 'owner', 'purpose']);
  });

  it('comes back after a reload, says what to type again, goes there, then to the page that was left', async () => {
    const first = await open();
    await toDocuments(first);
    await kept();
    await close();
    const driver = await open();
    await until('the draft is offered', () => driver.seen('[data-action=resume]'));
    await expectAccessible(driver.form);
    await driver.click('[data-action=resume]');
    expect(driver.title()).to.equal('Data diri');
    expect(wordsOf(driver.form)).to.contain('isi lagi: NIK.');
    expect(driver.find<HTMLInputElement>('[name=fullName]').value).to.equal('Ni Luh Sari');
    expect(driver.find<HTMLInputElement>('[name="bornOn.month"]').value).to.equal('Juni');
    expect(driver.find<HTMLInputElement>('[name=nik]').value).to.equal('');
    await expectAccessible(driver.form);
    driver.fill({ nik: '5171045106909001' });
    await driver.next();
    expect(driver.title()).to.equal('Dokumen pendukung');
    expect(wordsOf(driver.form)).not.to.contain('isi lagi');
  });

  it('goes on with the same key, so that a crash in the middle of sending doubles nothing', async () => {
    const first = await open();
    await toDocuments(first);
    const { idempotencyKey, rev } = await kept();
    await close();
    const driver = await open();
    await until('the draft is offered', () => driver.seen('[data-action=resume]'));
    await driver.click('[data-action=resume]');
    driver.fill({ nik: '5171045106909001' });
    await driver.next();
    await until('it is saved again', () => wordsOf(driver.form).includes('Disimpan'));
    for (let tries = 0; (await kept()).rev === rev && tries < 50; tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await kept()).to.have.property('idempotencyKey', idempotencyKey);
    expect((await kept()).rev).to.be.greaterThan(rev);
  });

  it('names the answers that a newer form has no place for', async () => {
    const first = await open();
    await toDocuments(first);
    await kept();
    await close();
    const [who, home] = service.steps;
    const steps = who && home ? [who, { ...home, fields: home.fields.filter(({ name }) => name !== 'purpose') }] : [];
    const driver = await drive({ service: { ...service, version: 4, steps } });
    await until('the draft is offered', () => driver.seen('[data-action=resume]'));
    await driver.click('[data-action=resume]');
    expect(wordsOf(driver.form)).to.contain('Isian yang tidak terpakai lagi: Keperluan.');
    await expectAccessible(driver.form);
  });

  it('is noise once its key is gone', async () => {
    const driver = await open();
    await toDocuments(driver);
    await kept();
    await close();
    await new Promise((resolve) => (indexedDB.deleteDatabase('e-sewaka-keys').onsuccess = resolve));
    expect(await loadDraft(key)).to.equal(undefined);
  });

  it('is encrypted under a key that no script can read', async () => {
    const driver = await open();
    await toDocuments(driver);
    const { draftId } = await kept();
    const found = await everythingRaw('e-sewaka-keys', draftId);
    expect(found).to.be.instanceOf(CryptoKey);
    expect(found instanceof CryptoKey && found.extractable).to.equal(false);
  });

  it('is wiped when asked, twice', async () => {
    const driver = await open();
    await toDocuments(driver);
    await driver.click('[data-action=ask-wipe]');
    await driver.click('[data-action=wipe]');
    await until('the start page is back', () => driver.seen('[data-action=start]'));
    expect(await loadDraft(key)).to.equal(undefined);
  });

  it('gives way to a receipt once the application is sent, which a reload can show', async () => {
    const first = await open();
    await toReview(first);
    await first.next();
    await until('the code is shown', () => first.seen('[data-code]'));
    for (let tries = 0; (!(await loadReceipt(key)) || (await loadDraft(key))) && tries < 50; tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await loadDraft(key)).to.equal(undefined);
    expect(await onDevice()).not.to.contain(receipt.trackingCode).and.not.contain(receipt.accessToken);
    await close();
    const driver = await open();
    await until('the receipt is offered', () => driver.seen('[data-action=show-receipt]'));
    await expectAccessible(driver.form);
    await driver.click('[data-action=show-receipt]');
    expect(driver.find('[data-code]').textContent).to.contain('0123');
    await expectAccessible(driver.form);
  });

  it('is not offered again when the page died before it could be removed after sending', async () => {
    const draft = { key, rev: 1, idempotencyKey: 'a', draftId: 'b', serviceVersion: 3, withheld: [] };
    const contents = { typed: { purpose: 'Terkirim' }, labels: {}, page: 'review' };
    await saveDraft({ ...draft, contents, open: contents }, undefined);
    await saveReceipt(key, 'b', receipt);
    const driver = await open();
    await until('the receipt is offered', () => driver.seen('[data-action=show-receipt]'));
    expect(driver.seen('[data-action=resume]')).to.equal(false);
    expect(await loadDraft(key)).to.equal(undefined);
  });

  it('is not taken up after it has expired', async () => {
    const draft = { key, rev: 1, idempotencyKey: 'a', draftId: 'b', serviceVersion: 3, withheld: [] };
    const contents = { typed: { purpose: 'Lama' }, labels: {}, page: 'start' };
    await saveDraft({ ...draft, contents, open: contents }, undefined, Date.now() - 30 * 86_400_000);
    expect(await loadDraft(key)).to.equal(undefined);
    expect(await onDevice()).not.to.contain('lokal-draf');
  });

  it('is saved when the page is hidden, without waiting for a pause in typing', async () => {
    const driver = await open();
    await toDocuments(driver);
    await kept();
    await driver.click('[data-action=back]');
    await until('the page is there', () => driver.seen('[name=owner]'));
    driver.fill({ owner: 'I Made Baru' });
    window.dispatchEvent(new Event('pagehide'));
    await settled(driver.form);
    for (let tries = 0; (await kept()).typed['owner'] !== 'I Made Baru' && tries < 15; tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    expect((await kept()).typed['owner']).to.equal('I Made Baru');
  });

  it('keeps nothing personal and says so where the page cannot encrypt', async () => {
    Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
    try {
      const first = await open();
      await first.click('[data-action=start]');
      first.fill(aboutYou);
      await first.next();
      first.fill(atHome);
      await until('it is saved', () => wordsOf(first.form).includes('tanpa data pribadi: halaman ini tidak dibuka lewat sambungan aman'));
      expect((await loadDraft(key))?.typed).to.not.have.property('fullName');
      await close();
      const driver = await open();
      await until('the draft is offered', () => driver.seen('[data-action=resume]'));
      await driver.click('[data-action=resume]');
      expect(wordsOf(driver.form)).to.contain('isi lagi: Nama lengkap, NIK');
    } finally {
      Reflect.deleteProperty(crypto, 'subtle');
    }
  });
});

function everythingRaw(name: string, of: string): Promise<unknown> {
  return new Promise((resolve) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => {
      const reading = opening.result.transaction('keys').objectStore('keys').get(of);
      reading.onsuccess = () => {
        opening.result.close();
        resolve(reading.result);
      };
    };
  });
}

describe('two tabs with one form', () => {
  afterEach(clear);

  it('never overwrite each other unseen', async () => {
    const one = await open();
    const other = await open();
    await toDocuments(one);
    await other.click('[data-action=start]');
    other.fill({ fullName: 'I Nyoman Lain' });
    await until('it is told', () => wordsOf(other.form).includes('mungkin dari tab lain'));
    expect((await kept()).typed['fullName']).to.equal('Ni Luh Sari');
    await expectAccessible(other.form);
    await other.click('[data-action=keep-here]');
    await until('it is saved', () => wordsOf(other.form).includes('Disimpan di perangkat ini sampai'));
    expect((await loadDraft(key))?.typed['fullName']).to.equal('I Nyoman Lain');
    one.fill({ 'doc.ktp-el': 'bring_original' });
    await until('the first tab is told as well', () => wordsOf(one.form).includes('mungkin dari tab lain'));
  });

  it('do not bring back what the other one has sent', async () => {
    const one = await open();
    await toDocuments(one);
    await kept();
    const other = await open();
    await until('the draft is offered', () => other.seen('[data-action=resume]'));
    await other.click('[data-action=resume]');
    await one.click('[data-action=ask-wipe]');
    await one.click('[data-action=wipe]');
    await until('it is gone', () => one.seen('[data-action=start]'));
    other.fill({ fullName: 'Ni Luh Sari Dewi' });
    await until('it is told', () => wordsOf(other.form).includes('dikirim atau dihapus di tab lain'));
    expect(await loadDraft(key)).to.equal(undefined);
    await expectAccessible(other.form);
  });
});

describe('a shared device', () => {
  afterEach(async () => {
    setShared(false);
    await clear();
  });

  it('keeps nothing, forgets what was kept, and stays shared for the next person', async () => {
    const driver = await open();
    await toDocuments(driver);
    await kept();
    await driver.click('[data-shared]');
    await until('it is told', () => wordsOf(driver.form).includes('Tidak ada yang disimpan'));
    await expectAccessible(driver.form);
    driver.fill({ 'doc.ktp-el': 'bring_original' });
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(await loadDraft(key)).to.equal(undefined);
    await close();
    const next = await open();
    await next.click('[data-action=start]');
    await until('it still says so', () => next.seen('[data-shared]') && next.find<HTMLInputElement>('[data-shared]').checked);
  });

  it('is cleared for the next person, also of an application that is just being sent', async () => {
    let answer: ((given: typeof receipt) => void) | undefined;
    const driver = await drive({ service, submit: () => new Promise((resolve) => (answer = resolve)) });
    await toReview(driver);
    await driver.click('[data-shared]');
    await until('the device counts as shared', () => driver.seen('[data-action=next-person]'));
    await driver.next();
    await driver.click('[data-action=next-person]');
    await until('the start page is back', () => driver.seen('[data-action=start]'));
    answer?.(receipt);
    await settled(driver.form);
    expect(driver.seen('[data-code]')).to.equal(false);
    await driver.click('[data-action=start]');
    expect(driver.find<HTMLInputElement>('[name=fullName]').value).to.equal('');
    expect(await onDevice()).not.to.contain('lokal-draf');
  });

  it('has the browser ask before answers would be lost', async () => {
    setShared(true);
    const driver = await open();
    const asks = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    await driver.click('[data-action=start]');
    expect(asks()).to.equal(false);
    driver.fill({ fullName: 'Ni Luh Sari' });
    await until('it asks', asks);
  });
});
