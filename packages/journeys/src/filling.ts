import type { Locator, Page } from 'playwright-core';
import { mouse, type Hands } from './hands.js';

/** What a person types and ticks, by the name of each control. */
export type Typed = Readonly<Record<string, string>>;

/** A domicile letter as somebody types it: spaces and dashes where people put them. */
export const domicileTyped: Typed = {
  fullName: 'I Wayan Contoh Adnyana',
  nik: '5171 0412 0390 9001',
  kk: '5171041506159001',
  birthPlace: 'Denpasar',
  'bornOn.day': '12',
  'bornOn.month': 'Maret',
  'bornOn.year': '1990',
  sex: 'male',
  occupation: 'Karyawan swasta',
  'address.street': 'Jalan Contoh No. 1',
  'address.banjar': 'Banjar Contoh Satu',
  'address.villageCode': '51.71.04.2001',
  'address.postalCode': '80231',
  'residentSince.day': '15',
  'residentSince.month': '6',
  'residentSince.year': '2015',
  tenure: 'own',
  sameAsCard: 'yes',
  purpose: 'Membuka rekening bank',
  'doc.ktp-el': 'bring_original',
  'doc.kartu-keluarga': 'bring_original',
  'doc.surat-pengantar-kadus': 'bring_original',
  'contact.phone': '0812-0000-1234',
  'factor.kind': 'phone',
  declaration: 'true',
};

/** A business letter, which is downloaded instead of collected. */
export const businessTyped: Typed = {
  ...domicileTyped,
  businessName: 'Warung Contoh Rasa',
  businessSector: 'food',
  businessActivity: 'Menjual nasi campur dan minuman.',
  'businessAddress.street': 'Jalan Sampel No. 3',
  'businessAddress.villageCode': '51.71.04.2001',
  premises: 'own',
  'startedOn.day': '1',
  'startedOn.month': 'Feb',
  'startedOn.year': '2017',
  workers: '3',
  hasNib: 'no',
  purpose: 'other',
  purposeDetail: 'Pendaftaran pameran kerajinan',
};

/** The second factor of everybody here. */
export const phoneTyped = '0812 0000 1234';

const choices = 'input[type=radio], input[type=checkbox], select';

/** Words of the buttons that lead through the form. */
export const words = { start: 'Mulai mengisi', next: 'Lanjut', send: 'Ajukan permohonan', sent: 'Permohonan terkirim' } as const;

/** The form's own heading of the page that is shown now. */
export const title = (page: Page): Locator => page.locator('sewaka-service-form .title');

/** Fills in everything asked on the page shown now, as long as answering asks more. */
export async function fillPage(page: Page, typed: Typed, hands: Hands = mouse(page)): Promise<void> {
  const done = new Set<string>();
  for (;;) {
    const names = await page.locator('sewaka-service-form form [name]').evaluateAll((all) => all.map((one) => one.getAttribute('name') ?? ''));
    const next = names.find((name) => !done.has(name) && typed[name] !== undefined);
    if (next === undefined) return;
    done.add(next);
    await answer(page, hands, next, typed[next] ?? '');
  }
}

async function answer(page: Page, hands: Hands, name: string, text: string): Promise<void> {
  const control = page.locator(`[name="${name}"]`).first();
  if (!(await control.evaluate((element, selector) => element.matches(selector), choices))) return hands.type(name, text);
  const chosen = page.locator(`[name="${name}"]:checked`);
  const already = (await control.evaluate((element) => element.localName)) === 'select' ? await control.inputValue() : (await chosen.count()) > 0 ? await chosen.inputValue() : '';
  if (already !== text) await hands.choose(name, text);
}

/** How far to fill, and what to do on each page before. */
export interface Filling {
  /** Stops on the page after so many. */
  readonly pages?: number;
  readonly seen?: (title: string) => Promise<void>;
}

/** Goes through the form from its start, up to the page that shows all answers. */
export async function fillForm(page: Page, typed: Typed, hands: Hands = mouse(page), filling: Filling = {}): Promise<void> {
  await hands.press(words.start);
  await goOn(page, typed, hands, filling);
}

/** Goes on from the page shown now. */
export async function goOn(page: Page, typed: Typed, hands: Hands = mouse(page), { pages = Infinity, seen }: Filling = {}): Promise<void> {
  let before = await leave(page, '');
  for (let filled = 0; filled < pages && before !== ''; filled += 1) {
    await seen?.(before);
    await fillPage(page, typed, hands);
    await page.locator('sewaka-service-form [data-summary]').evaluateAll((all) => all.forEach((one) => one.setAttribute('data-old', '')));
    await hands.press(words.next);
    before = await leave(page, before);
  }
}

/** Waits for another page than the one before; its title, or nothing when it is the review. */
async function leave(page: Page, before: string): Promise<string> {
  const review = page.getByRole('button', { name: words.send });
  await page.waitForFunction(
    ([old, end]) => {
      const root = document.querySelector('sewaka-service-form')?.shadowRoot;
      const heading = root?.querySelector('.title')?.textContent ?? '';
      return (root?.querySelector('form') && heading !== old) || [...(root?.querySelectorAll('button') ?? [])].some((button) => button.textContent === end) || root?.querySelector('[data-summary]:not([data-old])');
    },
    [before, words.send] as const,
  );
  const summary = page.locator('sewaka-service-form [data-summary]:not([data-old])');
  if ((await summary.count()) > 0) throw new Error(`The form refuses what was typed on “${before}”: ${await summary.innerText()}`);
  return (await review.count()) > 0 ? '' : (await title(page).textContent()) ?? '';
}

/** Fills in and sends; answers with the tracking code shown. */
export async function apply(page: Page, service: string, typed: Typed, hands: Hands = mouse(page)): Promise<string> {
  await page.goto(`/ajukan/?layanan=${service}`);
  await fillForm(page, typed, hands);
  return send(page, hands);
}

/** Sends what the review shows; answers with the tracking code. */
export async function send(page: Page, hands: Hands = mouse(page)): Promise<string> {
  await hands.press(words.send);
  return codeShown(page);
}

/** The tracking code of the confirmation. */
export async function codeShown(page: Page): Promise<string> {
  await page.getByRole('heading', { name: words.sent }).waitFor();
  return (await page.locator('[data-code]').textContent()) ?? '';
}
