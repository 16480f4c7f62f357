import { expect } from '@open-wc/testing';
import { fakeClient } from '../../internal/fake-client.js';
import { refusal } from '../../internal/sample-tracking.js';
import { clearPage, expectAccessible, mount, settled, until, wordsOf } from '../../internal/testing.js';
import { removeDraft } from './draft.js';
import { draftKey } from './draft-key.js';
import { aboutYou, atHome, drive, toReview } from './driving.js';
import { formServer, smallService } from './fixture.js';
import type { ServiceForm } from './service-form.js';

describe('sewaka-service-form', () => {
  afterEach(async () => {
    clearPage();
    await removeDraft(draftKey('lokal-coba', '51.71.04.2001'));
  });

  it('says that a village is not there, before anything is filled in', async () => {
    const client = fakeClient({ ...formServer(smallService(), () => Promise.reject(new Error('not asked'))), villages: { get: () => Promise.reject(refusal(404, 'not_found')), list: () => Promise.resolve({ data: [] }) } });
    const form = await mount<ServiceForm>('sewaka-service-form', client, { service: 'lokal-coba', village: '51.71.99.9999', locale: 'id' });
    await until('it is said', () => wordsOf(form).includes('Yang Anda cari tidak ditemukan.'));
    expect(form.renderRoot.querySelector('[data-action=start]')).to.equal(null);
  });

  it('shows fee, time and documents before it asks anything', async () => {
    const driver = await drive();
    const words = wordsOf(driver.form);
    expect(words).to.contain('Gratis').and.to.contain('Paling lama 2 hari kerja').and.to.contain('KTP-el pemohon').and.to.contain('Bila rumah disewa');
    await expectAccessible(driver.form);
  });

  it('goes from start to tracking code and sends canonical answers', async () => {
    const driver = await drive();
    const submitted: string[] = [];
    driver.form.addEventListener('sewaka-submitted', (event) => submitted.push(event.trackingCode, event.applicationId));
    await toReview(driver);
    expect(driver.title()).to.equal('Periksa jawaban Anda sebelum mengajukan');
    await driver.next();
    await until('the code is shown', () => driver.seen('[data-code]'));
    expect(driver.find('[data-code]').textContent).to.equal('0123-4567-89AB-CDEF-GHJK');
    expect(submitted).to.deep.equal(['0123456789ABCDEFGHJK', 'app_a']);
    expect(driver.sent[0]?.body).to.deep.include({
      serviceId: 'lokal-coba',
      serviceVersion: 3,
      villageCode: '51.71.04.2001',
      answers: { fullName: 'Ni Luh Sari', nik: '5171045106909001', bornOn: '1990-06-11', tenure: 'own', purpose: 'Melamar kerja' },
      documents: { 'ktp-el': { way: 'bring_original' } },
      contact: { phone: '+6281200001234' },
      trackingFactor: { kind: 'phone', value: '+6281200001234' },
    });
    await expectAccessible(driver.form);
  });

  it('asks a conditional question only when it applies, and forgets its answer when it no longer does', async () => {
    const driver = await drive();
    await driver.click('[data-action=start]');
    driver.fill(aboutYou);
    await driver.next();
    expect(driver.seen('[name=owner]')).to.equal(false);
    driver.fill({ tenure: 'rent' });
    await until('the question appears', () => driver.seen('[name=owner]'));
    driver.fill({ owner: 'I Made Arta' });
    driver.fill({ tenure: 'own', purpose: 'Kerja' });
    await until('the question goes', () => !driver.seen('[name=owner]'));
    await driver.next();
    expect(driver.title()).to.equal('Dokumen pendukung');
    expect(wordsOf(driver.form)).not.to.contain('Surat sewa');
  });

  it('masks identifiers on the review until they are asked for', async () => {
    const driver = await drive();
    await toReview(driver);
    expect(wordsOf(driver.form)).not.to.contain('5171045106909001');
    const masked = wordsOf(driver.form);
    await driver.click('[data-action=mask]');
    expect(wordsOf(driver.form)).not.to.equal(masked);
    await expectAccessible(driver.form);
  });

  it('comes straight back to the review after a change', async () => {
    const driver = await drive();
    await toReview(driver);
    await driver.click('[data-action=change][data-value$=" purpose"]');
    expect(driver.title()).to.equal('Tempat tinggal');
    expect(driver.find<HTMLInputElement>('[name=purpose]').value).to.equal('Melamar kerja');
    driver.fill({ purpose: 'Sekolah' });
    await driver.next();
    expect(driver.title()).to.equal('Periksa jawaban Anda sebelum mengajukan');
    expect(wordsOf(driver.form)).to.contain('Sekolah');
  });

  it('asks what a change has newly made necessary', async () => {
    const driver = await drive();
    await toReview(driver);
    await driver.click('[data-action=change][data-value$=" tenure"]');
    driver.fill({ tenure: 'rent' });
    await until('the owner is asked', () => driver.seen('[name=owner]'));
    await driver.next();
    expect(driver.mistakes()).to.deep.equal(['Isi nama pemilik']);
  });

  it('goes back with the browser, keeping what was typed', async () => {
    const driver = await drive();
    await driver.click('[data-action=start]');
    driver.fill(aboutYou);
    await driver.next();
    history.back();
    await until('the first step is back', () => driver.title() === 'Data diri');
    expect(driver.find<HTMLInputElement>('[name=fullName]').value).to.equal('Ni Luh Sari');
    expect(driver.find<HTMLInputElement>('[name="bornOn.month"]').value).to.equal('Juni');
  });

  it('does not go back into a filling that is over, as one before a reload', async () => {
    const before = await drive();
    await before.click('[data-action=start]');
    before.fill(aboutYou);
    await before.next();
    clearPage();
    const driver = await drive();
    const start = driver.title();
    history.back();
    await new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    await settled(driver.form);
    expect(driver.title()).to.equal(start);
  });

  it('knows after Forward how far it can go back', async () => {
    const driver = await drive();
    await driver.click('[data-action=start]');
    const first: unknown = history.state;
    driver.fill(aboutYou);
    await driver.next();
    history.back();
    await until('the first step is back', () => driver.title() === 'Data diri');
    history.forward();
    await until('the second step is back', () => driver.title() === 'Tempat tinggal');
    await driver.click('[data-action=back]');
    await until('the first step is back', () => driver.title() === 'Data diri');
    expect(history.state).to.deep.equal(first);
  });

  it('shows no form in place of another one that cannot be had', async () => {
    let there = true;
    const definition = (): ReturnType<typeof smallService> => {
      if (there) return smallService();
      throw new Error('none of that name');
    };
    const driver = await drive({ definition });
    await driver.click('[data-action=start]');
    there = false;
    driver.form.service = 'lain';
    await settled(driver.form);
    expect(driver.seen('form')).to.equal(false);
    expect(document.title).not.to.contain('Data diri');
    there = true;
    await driver.click('[data-action=retry]');
    expect(driver.title()).to.equal('Surat Coba');
  });

  it('shows what the page has put inside where no service is named', async () => {
    const driver = await drive();
    const link = document.createElement('a');
    link.textContent = 'Daftar layanan';
    driver.form.append(link);
    driver.form.service = '';
    await settled(driver.form);
    expect(link.checkVisibility()).to.equal(true);
  });

  it('says that the line is gone, and that one may go on', async () => {
    const driver = await drive();
    await driver.click('[data-action=start]');
    expect(wordsOf(driver.form)).not.to.match(/false|Anda boleh terus mengisi/);
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    dispatchEvent(new Event('offline'));
    await until('it is said', () => wordsOf(driver.form).includes('Anda boleh terus mengisi'));
    await expectAccessible(driver.form);
    Reflect.deleteProperty(navigator, 'onLine');
    dispatchEvent(new Event('online'));
    await until('it is over', () => !wordsOf(driver.form).includes('Anda boleh terus mengisi'));
  });

  it('has room in a dialog, whose width follows what is inside', async () => {
    const driver = await drive();
    const dialog = document.createElement('dialog');
    document.body.append(dialog);
    dialog.append(driver.form);
    dialog.show();
    expect(driver.form.getBoundingClientRect().width).to.be.greaterThan(250);
  });

  it('changes language in mid-form without losing place, focus or data', async () => {
    const driver = await drive();
    await driver.click('[data-action=start]');
    driver.fill({ fullName: 'Ni Luh Sari' });
    driver.find('[name=nik]').focus();
    driver.form.locale = 'en';
    await settled(driver.form);
    expect(driver.title()).to.equal('About you');
    expect(driver.find<HTMLInputElement>('[name=fullName]').value).to.equal('Ni Luh Sari');
    expect(driver.form.shadowRoot?.activeElement?.getAttribute('name')).to.equal('nik');
  });

  it('moves focus to the heading of a new page and names it in the title', async () => {
    const driver = await drive();
    await driver.click('[data-action=start]');
    expect(driver.form.shadowRoot?.activeElement?.textContent).to.equal('Data diri');
    expect(document.title).to.contain('Data diri');
  });

  it('asks for the village where the page does not say it', async () => {
    const driver = await drive({ attributes: { village: '' } });
    await driver.click('[data-action=start]');
    await until('the village is asked', () => driver.seen('select[name=villageCode] optgroup'));
    driver.fill({ villageCode: '51.71.04.2001' });
    await driver.next();
    expect(driver.title()).to.equal('Data diri');
  });

  it('works in the light', async () => {
    const driver = await drive({ attributes: { 'render-root': 'light' } });
    await driver.click('[data-action=start]');
    driver.fill(aboutYou);
    await driver.next();
    expect(driver.form.querySelector('.title')?.textContent).to.equal('Tempat tinggal');
    driver.fill(atHome);
    await expectAccessible(driver.form);
  });

  it('tells that it could not load, and tries again', async () => {
    const driver = await drive();
    let calls = 0;
    const { api } = driver.form;
    driver.form.client = {
      ...api,
      villages: api.villages,
      services: { ...api.services, get: () => (calls++ === 0 ? Promise.reject(Object.assign(new Error(), { kind: 'connection' })) : Promise.resolve(smallService())) },
    };
    driver.form.remove();
    const again = document.createElement('sewaka-service-form');
    again.client = driver.form.client;
    again.locale = 'id';
    again.service = 'lokal-coba';
    document.body.append(again);
    await until('a notice is shown', () => again.renderRoot.querySelector('[data-action=retry]') !== null);
    expect(wordsOf(again)).to.contain('Sambungan terputus');
    await expectAccessible(again);
    again.renderRoot.querySelector<HTMLElement>('[data-action=retry]')?.click();
    await until('the service is there', () => again.renderRoot.querySelector('.title') !== null);
  });
});
