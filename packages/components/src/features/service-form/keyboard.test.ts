import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { clearPage, until } from '../../internal/testing.js';
import { drive, type Driver } from './driving.js';

// Only Chromium's driver knows the key by its name.
const space = ' ';

async function type(words: string): Promise<void> {
  await sendKeys({ type: words });
}
async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
}
async function tabTo(driver: Driver, selector: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    const active = driver.form.shadowRoot?.activeElement;
    if (active?.matches(selector)) return;
    await press('Tab');
  }
  throw new Error(`not reached by Tab: ${selector}`);
}

describe('a service form by keyboard alone', () => {
  afterEach(clearPage);

  it('goes from the start page to the tracking code', async function () {
    this.timeout(60_000);
    const driver = await drive();
    const page = (title: string): Promise<void> => until(title, () => driver.title() === title);
    await tabTo(driver, '[data-action=start]');
    await press('Enter');
    await page('Data diri');
    await tabTo(driver, '[name=fullName]');
    await type('Ni Luh Sari');
    await press('Tab');
    await type('5171045106909001');
    await press('Tab');
    await type('11');
    await press('Tab');
    await type('Juni');
    await press('Tab');
    await type('1990');
    await press('Enter');
    await page('Tempat tinggal');
    await tabTo(driver, '[name=tenure]');
    await press(space, 'Tab');
    await type('Kerja');
    await press('Enter');
    await page('Dokumen pendukung');
    await tabTo(driver, '[name="doc.ktp-el"]');
    await press('ArrowDown');
    await tabTo(driver, 'form .button');
    await press('Enter');
    await page('Cara menghubungi Anda');
    await tabTo(driver, '[name="contact.phone"]');
    await type('081200001234');
    await press('Enter');
    await page('Data pribadi dan pernyataan');
    await tabTo(driver, '[name=declaration]');
    await press(space);
    await tabTo(driver, 'form .button');
    await press('Enter');
    await page('Periksa jawaban Anda sebelum mengajukan');
    await tabTo(driver, 'form .button');
    await press('Enter');
    await until('the code is shown', () => driver.seen('[data-code]'));
    expect(driver.sent).to.have.length(1);
  });
});
