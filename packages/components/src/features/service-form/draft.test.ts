import { expect } from '@open-wc/testing';
import { clearPage, expectAccessible, wordsOf } from '../../internal/testing.js';
import { loadDraft, removeDraft, saveDraft } from './draft.js';
import { draftKey } from './draft-key.js';
import { aboutYou, atHome, drive, until, type Driver } from './driving.js';
import { smallService } from './fixture.js';
import { FormState } from './form-state.js';

const key = draftKey('lokal-coba', '51.71.04.2001');

async function toDocuments(driver: Driver): Promise<void> {
  await driver.click('[data-action=start]');
  driver.fill(aboutYou);
  await driver.next();
  driver.fill({ ...atHome, tenure: 'rent' });
  await until('the owner is asked', () => driver.seen('[name=owner]'));
  driver.fill({ owner: 'I Made Arta' });
  await driver.next();
}

async function kept(): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const draft = await loadDraft(key);
    if (draft && 'purpose' in draft.typed) return JSON.stringify(draft);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('never kept');
}

describe('the draft of a service form', () => {
  afterEach(async () => {
    clearPage();
    await removeDraft(key);
  });

  it('keeps answers but never identifiers, names, phones or PINs', async () => {
    const driver = await drive();
    await toDocuments(driver);
    const draft = await kept();
    expect(draft).to.contain('Melamar kerja');
    for (const secret of ['5171', 'Ni Luh', 'Made Arta']) expect(draft).not.to.contain(secret);
  });

  it('is offered after a reload, goes to what is open, and says what to type again', async () => {
    const first = await drive();
    await toDocuments(first);
    await kept();
    clearPage();
    const driver = await drive();
    await until('the draft is offered', () => driver.seen('[data-action=resume]'));
    await expectAccessible(driver.form);
    await driver.click('[data-action=resume]');
    expect(driver.title()).to.equal('Data diri');
    expect(wordsOf(driver.form)).to.contain('isi lagi: Nama lengkap, NIK, Nama pemilik');
    expect(driver.find<HTMLInputElement>('[name="bornOn.month"]').value).to.equal('Juni');
    await expectAccessible(driver.form);
  });

  it('goes on with the same key, so that a crash in the middle of sending doubles nothing', async () => {
    const first = await drive();
    await toDocuments(first);
    const before: unknown = JSON.parse(await kept());
    clearPage();
    const driver = await drive();
    await until('the draft is offered', () => driver.seen('[data-action=resume]'));
    await driver.click('[data-action=resume]');
    driver.fill({ fullName: 'Ni Luh Sari', nik: '5171045106909001' });
    await driver.next();
    const after: unknown = JSON.parse(await kept());
    expect(Reflect.get(Object(after), 'idempotencyKey')).to.equal(Reflect.get(Object(before), 'idempotencyKey'));
  });

  it('is wiped when asked, twice', async () => {
    const driver = await drive();
    await toDocuments(driver);
    await kept();
    await driver.click('[data-action=ask-wipe]');
    await driver.click('[data-action=wipe]');
    await until('the start page is back', () => driver.seen('[data-action=start]'));
    expect(await loadDraft(key)).to.equal(undefined);
  });

  it('is gone once the application is sent', async () => {
    const { toReview } = await import('./driving.js');
    const driver = await drive();
    await toReview(driver);
    await driver.next();
    await until('the code is shown', () => driver.seen('[data-code]'));
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await loadDraft(key)).to.equal(undefined);
  });

  it('is not taken up after it has expired', async () => {
    const state = new FormState(smallService(), '51.71.04.2001');
    state.typed = { purpose: 'Lama' };
    await saveDraft(key, state, [], Date.now() - 30 * 86_400_000);
    expect(await loadDraft(key)).to.equal(undefined);
  });
});
