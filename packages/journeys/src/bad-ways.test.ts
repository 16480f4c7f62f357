import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { filedBy, officer } from './desk.js';
import { codeShown, domicileTyped, fillForm, fillPage, goOn, send, title, words, type Typed } from './filling.js';
import { quick } from './hands.js';
import { shoot } from './shots.js';
import { openStage, phone, type Person, type Stage } from './stage.js';
import { translate } from './translation.js';

const address = '/ajukan/?layanan=surat-keterangan-domisili';
const names = ['Satu', 'Dua', 'Tiga', 'Empat', 'Lima', 'Enam', 'Tujuh', 'Delapan', 'Sembilan'];

let stage: Stage;
let desk: Page;
let person: Person;
let page: Page;
let typed: Typed;
let people = 0;
beforeAll(async () => {
  stage = await openStage();
  ({ page: desk } = await officer(stage, 'operator'));
});
afterAll(() => stage.close());
beforeEach(async () => {
  person = await stage.person({ viewport: phone });
  ({ page } = person);
  typed = { ...domicileTyped, fullName: `Ni Made Percobaan ${names[people] ?? ''}` };
  people += 1;
  await page.goto(address);
});

const fill = (pages?: number): Promise<void> => fillForm(page, typed, quick(page), pages === undefined ? {} : { pages });
const filed = (): Promise<readonly string[]> => filedBy(desk, typed['fullName'] ?? '');
const field = (name: string): ReturnType<Page['locator']> => page.locator(`[name="${name}"]`);
const sendings = (): number => person.overheard.requests.filter((url) => url.endsWith('/v1/applications')).length;

describe('a bad line', () => {
  it('lets one fill in offline, and sends by itself once the line is back', async () => {
    person.overheard.expect(/ERR_INTERNET_DISCONNECTED/);
    await fill(2);
    await person.context.setOffline(true);
    await goOn(page, typed, quick(page));
    await shoot(page, 'form-offline');
    await quick(page).press(words.send);
    await page.getByText('Menunggu internet').waitFor();
    await shoot(page, 'form-waiting');
    expect(await filed()).toHaveLength(0);
    await person.context.setOffline(false);
    await codeShown(page);
    expect(await filed()).toHaveLength(1);
    expect(person.overheard.complaints).toEqual([]);
  });

  it('makes one application when the answer is lost after the server has filed it', async () => {
    person.overheard.expect(/ERR_FAILED/);
    let lost = 0;
    await page.route('**/v1/applications', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      await route.abort();
    });
    await fill();
    await send(page, quick(page));
    expect(lost).toBe(1);
    expect(sendings()).toBe(2);
    expect(await filed()).toHaveLength(1);
  });
});

describe('a part of the form that does not come', () => {
  it('is said where the person is, asked for again, and no answer is lost', async () => {
    person.overheard.expect(/ERR_FAILED/);
    const lost = '**/chunks/late-*.js';
    await page.route(lost, (route) => route.abort());
    await page.reload();
    await quick(page).press(words.start);
    await fillPage(page, typed, quick(page));
    await quick(page).press(words.next);
    const said = page.getByRole('alert').filter({ hasText: 'Sambungan terputus' });
    await said.waitFor();
    await page.waitForFunction(() => document.querySelector('sewaka-service-form')?.shadowRoot?.activeElement?.matches('[data-failed]') === true);
    await shoot(page, 'form-part-missing');
    await quick(page).press('Coba lagi');
    await page.waitForTimeout(500);
    expect(await said.count()).toBe(1);
    await page.unroute(lost);
    await quick(page).press('Coba lagi');
    await said.waitFor({ state: 'detached' });
    expect(await field('nik').inputValue()).toBe(typed['nik']);
    await quick(page).press(words.next);
    await field('address.street').waitFor();
    expect(person.overheard.complaints).toEqual([]);
  });
});

describe('an impatient hand', () => {
  it('makes one application of a double click', async () => {
    await fill();
    await page.getByRole('button', { name: words.send }).dblclick();
    await codeShown(page);
    expect(sendings()).toBe(1);
    expect(await filed()).toHaveLength(1);
  });

  it('leaves the form with one Back once it is sent', async () => {
    await page.goto('/layanan/');
    await page.goto(address);
    await fill();
    await send(page, quick(page));
    await page.evaluate(() => history.back());
    await page.waitForURL('**/layanan/');
  });

  it('finds answers again after Back and Forward of the browser', async () => {
    await fill(2);
    await field('purpose').fill('Melamar pekerjaan');
    await page.goBack();
    await field('address.street').waitFor();
    expect(await field('address.street').inputValue()).toBe(typed['address.street']);
    await page.goBack();
    await field('nik').waitFor();
    expect(await field('nik').inputValue()).toBe(typed['nik']);
    await page.goForward();
    await page.goForward();
    await field('purpose').waitFor();
    expect(await field('purpose').inputValue()).toBe('Melamar pekerjaan');
    expect(new URL(page.url()).search).toBe(new URL(address, stage.url).search);
  });
});

describe('a draft', () => {
  it('comes back after a reload, without anything personal', async () => {
    await fill(3);
    await page.locator('.saved').getByText('Disimpan di perangkat ini sampai').waitFor();
    // What is kept is there, and nobody can read it.
    expect(await kept(page)).toContain('surat-keterangan-domisili');
    for (const name of ['fullName', 'nik', 'kk', 'address.street', 'purpose']) expect(await kept(page)).not.toContain(typed[name]);
    expect(await kept(page)).not.toContain('5171041203909001');
    await page.reload();
    await page.getByRole('button', { name: 'Lanjutkan isian' }).waitFor();
    await shoot(page, 'form-draft');
    await page.getByRole('button', { name: 'Lanjutkan isian' }).click();
    await field('nik').waitFor();
    expect(await field('nik').inputValue()).toBe('');
    await shoot(page, 'form-resumed');
    await goOn(page, typed, quick(page));
    await page.getByRole('button', { name: words.send }).waitFor();
    await page.locator('dd', { hasText: typed['purpose'] ?? '' }).waitFor();
  });
});

describe('another language in the middle', () => {
  it('keeps step, answers, what is just being typed, and focus', async () => {
    await fill(1);
    await field('address.street').fill('Jalan yang baru diketik');
    await page.locator('sewaka-service-form').evaluate((form) => form.setAttribute('locale', 'en'));
    await page.getByRole('heading', { name: 'Where you live' }).waitFor();
    expect(await field('address.street').inputValue()).toBe('Jalan yang baru diketik');
    expect(await field('address.street').evaluate((input) => input.matches(':focus'))).toBe(true);
    await goOn(page, typed, { ...quick(page), press: (said) => quick(page).press(said === words.next ? 'Continue' : said) }, { pages: 1 });
    await page.goBack();
    await page.goBack();
    expect(await field('nik').inputValue()).toBe(typed['nik']);
  });
});

describe('a translated page', () => {
  it('still shows every later word of the form', async () => {
    await fill(0);
    await translate(page);
    const next = page.locator('sewaka-service-form form button').last();
    await next.click();
    await page.locator('[data-summary]').getByText('Ada masalah').waitFor();
    await page.locator('[data-summary]').getByRole('link', { name: /nama lengkap/i }).waitFor();
    await translate(page);
    await fillPage(page, typed, quick(page));
    await next.click();
    await field('address.street').waitFor();
    expect(await title(page).innerText()).toBe('Tempat tinggal');
    expect(person.overheard.complaints).toEqual([]);
  });
});

/** Everything this origin has kept on the device. */
function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const all = names.map(
      (name) =>
        new Promise<unknown>((done, fail) => {
          const opening = indexedDB.open(name);
          opening.onerror = () => fail(new Error('refused'));
          opening.onsuccess = () => {
            const stores = [...opening.result.objectStoreNames];
            const reading = opening.result.transaction(stores).objectStore(stores[0] ?? '').getAll();
            reading.onsuccess = () => {
              opening.result.close();
              done(reading.result);
            };
          };
        }),
    );
    return JSON.stringify([await Promise.all(all), { ...localStorage }, { ...sessionStorage }]);
  });
}
