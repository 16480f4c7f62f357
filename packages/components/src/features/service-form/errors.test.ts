import { expect } from '@open-wc/testing';
import { problemText } from '../../internal/problem-text.js';
import { clearPage, expectAccessible, until } from '../../internal/testing.js';
import { aboutYou, atHome, drive, toReview } from './driving.js';
import { everyField, smallService } from './fixture.js';

describe('mistakes in a service form', () => {
  afterEach(clearPage);

  it('sums up first in the widget, focused, one link per mistake in the words beside the field', async () => {
    const driver = await drive();
    await driver.click('[data-action=start]');
    await driver.next();
    const summary = driver.find('[data-summary]');
    expect(summary).to.equal(driver.form.renderRoot.querySelector('.base')?.firstElementChild);
    expect(driver.form.shadowRoot?.activeElement).to.equal(summary);
    expect(summary.getAttribute('tabindex')).to.equal('-1');
    expect(summary.querySelector('[role=alert]')).to.be.instanceOf(HTMLElement);
    expect(driver.mistakes()).to.deep.equal(['Isi nama lengkap', 'Isi NIK', 'Isi tanggal lahir']);
    const beside = [...driver.form.renderRoot.querySelectorAll('.error > span > span:last-child')].map((one) => one.textContent);
    expect(beside).to.deep.equal(driver.mistakes());
    expect(document.title.startsWith('Kesalahan:')).to.equal(true);
    await expectAccessible(driver.form);
  });

  it('leads from the summary to the wrong control', async () => {
    const driver = await drive();
    await driver.click('[data-action=start]');
    driver.fill({ ...aboutYou, 'bornOn.month': 'Bulan' });
    await driver.next();
    await driver.click('[data-summary] a');
    expect(driver.form.shadowRoot?.activeElement?.getAttribute('name')).to.equal('bornOn.month');
    expect(driver.find('[name="bornOn.day"]').getAttribute('aria-invalid')).to.equal(null);
    expect(driver.find('[name="bornOn.month"]').getAttribute('aria-invalid')).to.equal('true');
  });

  it('ties hint and error to the control and keeps what was typed', async () => {
    const driver = await drive();
    await driver.click('[data-action=start]');
    driver.fill({ ...aboutYou, nik: '5171' });
    await driver.next();
    const input = driver.find<HTMLInputElement>('[name=nik]');
    const described = (input.getAttribute('aria-describedby') ?? '').split(' ').map((id) => driver.find(`[id="${id}"]`).textContent);
    expect(described.join(' ')).to.contain('16 angka di KTP').and.to.contain('Kesalahan:');
    expect(input.value).to.equal('5171');
    expect(driver.mistakes()).to.deep.equal(['NIK harus 16 angka, seperti tertulis di KTP']);
  });

  for (const [typed, mistake] of [
    [{ 'bornOn.month': '' }, 'Lengkapi tanggal lahir: bulan belum diisi'],
    [{ 'bornOn.year': '90' }, 'Periksa tahun tanggal lahir: tulis 4 angka, misalnya 1990'],
  ] as const)
    it(`says “${mistake}”`, async () => {
      const driver = await drive();
      await driver.click('[data-action=start]');
      driver.fill({ ...aboutYou, ...typed });
      await driver.next();
      expect(driver.mistakes()).to.deep.equal([mistake]);
    });

  it('quotes a question wherever it stands in a sentence', () => {
    const say: Parameters<typeof problemText>[0] = (_key, params) => `${params?.['Label']} ${params?.['label']}`;
    const subject = { type: 'text', label: 'Untuk apa?' } as const;
    expect(problemText(say, 'id', { code: 'too_long' }, subject)).to.equal('“Untuk apa?” “Untuk apa?”');
  });

  it('says nothing while typing and lets go on the next try', async () => {
    const driver = await drive();
    await driver.click('[data-action=start]');
    driver.fill({ fullName: '' });
    expect(driver.seen('.error')).to.equal(false);
    await driver.next();
    driver.fill(aboutYou);
    expect(driver.mistakes()).to.have.length(3);
    await driver.next();
    expect(driver.title()).to.equal('Tempat tinggal');
    expect(driver.seen('[data-summary]')).to.equal(false);
  });

  it('puts what the server refuses on its field, and takes the correction', async () => {
    let refusals = 1;
    const refusal = Object.assign(new Error(), { status: 422, code: 'validation_failed', issues: [{ pointer: '/answers/nik', code: 'impossible_identifier' }] });
    const driver = await drive({
      submit: () => (refusals-- > 0 ? Promise.reject(refusal) : import('./fixture.js').then(({ receipt }) => receipt)),
    });
    await toReview(driver);
    await driver.next();
    await until('the field is shown', () => driver.title() === 'Data diri');
    expect(driver.mistakes()).to.deep.equal(['Periksa lagi NIK: nomor seperti itu tidak mungkin ada']);
    driver.fill({ nik: '5171045106909002' });
    await driver.next();
    expect(driver.title()).to.equal('Periksa jawaban Anda sebelum mengajukan');
    await driver.next();
    await until('it is accepted', () => driver.seen('[data-code]'));
    expect(driver.sent.map(({ key }) => key)).to.have.length(2);
    expect(driver.sent[0]?.key).not.to.equal(driver.sent[1]?.key);
  });

  it('refuses a PIN that is easy to guess', async () => {
    const driver = await drive();
    await driver.click('[data-action=start]');
    driver.fill(aboutYou);
    await driver.next();
    driver.fill(atHome);
    await driver.next();
    driver.fill({ 'doc.ktp-el': 'bring_original' });
    await driver.next();
    driver.fill({ 'contact.phone': '081200001234', 'factor.kind': 'pin' });
    await until('the PIN is asked', () => driver.seen('[name="factor.pin"]'));
    driver.fill({ 'factor.pin': '123456' });
    await driver.next();
    expect(driver.mistakes()[0]).to.contain('Pilih PIN lain');
    await expectAccessible(driver.form);
  });

  it('is accessible with one field of every type, before and after a refusal', async () => {
    const driver = await drive({ service: smallService({ steps: [{ id: 'all', title: { id: 'Semua', en: 'All' }, fields: everyField }] }) });
    await driver.click('[data-action=start]');
    await expectAccessible(driver.form);
    await driver.next();
    expect(driver.mistakes()).to.have.length(6);
    await expectAccessible(driver.form);
  });
});
