import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { act, acts, choose, officer, openCase } from './desk.js';
import { apply, domicileTyped } from './filling.js';
import { mouse, quick } from './hands.js';
import { shoot } from './shots.js';
import { openStage, phone, type Person, type Stage } from './stage.js';
import { openTracker } from './tracker.js';

let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterAll(() => stage.close());

/** An account may hold few streams open: everybody goes home after a test. */
async function leaving(coming: Promise<Person>): Promise<Person> {
  const person = await coming;
  onTestFinished(() => person.context.close());
  return person;
}

async function filed(applicant: string): Promise<string> {
  const { page } = await leaving(stage.person());
  return apply(page, 'surat-keterangan-domisili', { ...domicileTyped, fullName: applicant }, quick(page));
}

describe('the slower of two officers', () => {
  /** A case of which a correction is being written while a colleague approves it. */
  async function overtaken(applicant: string, hears: boolean): Promise<Person> {
    await filed(applicant);
    const slow = await leaving(stage.person());
    if (!hears) {
      slow.overheard.expect(/ERR_FAILED|status of 412|status of 409/);
      await slow.context.route('**/v1/desk/stream', (route) => route.abort());
    }
    await slow.page.goto('/desk');
    await choose(slow.page, 'secretary');
    await slow.page.locator('sewaka-officer-desk [name=query]').waitFor();
    await openCase(slow.page, applicant);
    await mouse(slow.page).press(acts.askCorrection[0]);
    await slow.page.locator('[name=flag][value="/answers/purpose"]').check();
    await slow.page.locator('[name="note-answers-purpose"]').fill('Untuk bank mana?');
    await slow.page.locator('textarea[name=note]').fill('Catatan yang sudah ditulis');
    const fast = await leaving(officer(stage, 'operator'));
    await openCase(fast.page, applicant);
    await act(fast.page, 'approve');
    expect(fast.overheard.complaints).toEqual([]);
    return slow;
  }

  it('is told as it happens, and has the note to copy', async () => {
    const { page, overheard } = await overtaken('I Gede Contoh Serentak', true);
    await page.locator('[data-changed]').getByText('Catatan yang sudah ditulis').waitFor();
    await shoot(page, 'desk-two-officers');
    expect(overheard.complaints).toEqual([]);
  });

  it('is told on sending where no news comes through, and has the note to copy', async () => {
    const { page, overheard } = await overtaken('I Gede Contoh Tanpa Kabar', false);
    await mouse(page).press(acts.askCorrection[1]);
    await page.locator('[data-changed]').getByText('Catatan yang sudah ditulis').waitFor();
    expect(overheard.complaints).toEqual([]);
  });
});

it('leads back to the list by the browser’s Back, and keeps a half-written note over a reload', async () => {
  const applicant = 'I Gede Contoh Kembali';
  await filed(applicant);
  const { page, overheard } = await leaving(stage.person({ viewport: phone }));
  await page.goto('/desk');
  await choose(page, 'operator');
  await page.locator('sewaka-officer-desk [name=query]').waitFor();
  await openCase(page, applicant);
  await page.goBack();
  await page.locator('[name=query]').waitFor();
  expect(page.url()).toMatch(/\/desk$/);
  await openCase(page, applicant);
  await mouse(page).press('Tindakan');
  await mouse(page).press(acts.askCorrection[0]);
  await page.locator('textarea[name=note]').fill('Catatan yang belum selesai');
  await page.reload();
  await expect.poll(() => page.locator('textarea[name=note]').inputValue()).toBe('Catatan yang belum selesai');
  await page.goBack();
  await page.goBack();
  await page.locator('[name=query]').waitFor();
  expect(overheard.complaints).toEqual([]);
});

it('finds by NIK, and writes neither name nor number into any address', async () => {
  const applicant = 'I Gede Contoh Dicari';
  await filed(applicant);
  const operator = await leaving(officer(stage, 'operator'));
  const addresses: string[] = [];
  operator.page.on('request', (request) => addresses.push(decodeURIComponent(request.url())));
  await openCase(operator.page, applicant);
  await mouse(operator.page).type('query', domicileTyped['nik'] ?? '');
  await expect.poll(() => addresses.filter((address) => address.endsWith('/v1/desk/search')).length).toBeGreaterThan(1);
  await operator.page.locator('[data-action=select]').first().waitFor();
  await shoot(operator.page, 'desk-search');
  expect(addresses.filter((address) => /Dicari|5171/.test(address.replace('51.71', '')))).toEqual([]);
  expect(operator.page.url()).toMatch(/\/desk$/);
  expect(operator.overheard.complaints).toEqual([]);
});

it('ends sessions of residents and officers with words, not errors', async () => {
  const applicant = 'I Gede Contoh Sesi';
  const code = await filed(applicant);
  const resident = await leaving(stage.person());
  resident.overheard.expect(/status of 401/);
  await openTracker(resident.page, code, quick(resident.page));
  const operator = await leaving(officer(stage, 'operator'));
  operator.overheard.expect(/status of 401/);
  await openCase(operator.page, applicant);
  await mouse(operator.page).press(acts.askCorrection[0]);
  await operator.page.locator('[name=flag][value="/answers/purpose"]').check();
  await operator.page.locator('[name="note-answers-purpose"]').fill('Untuk bank mana?');
  await operator.page.locator('textarea[name=note]').fill('Satu hal saja.');

  stage.pass(9 * 60);
  await quick(resident.page).press('Perbarui');
  await resident.page.getByText('Demi keamanan, status ditutup').waitFor();
  await shoot(resident.page, 'tracker-ended');
  expect(await resident.page.locator('[name=code]').inputValue()).not.toBe('');
  await mouse(operator.page).press(acts.askCorrection[1]);
  await operator.page.getByText('Sesi Anda sudah berakhir').waitFor();
  await shoot(operator.page, 'desk-ended');
  await mouse(operator.page).press('Masuk sebagai petugas');
  await operator.page.getByRole('heading', { name: 'Masuk sebagai siapa?' }).waitFor();
  await choose(operator.page, 'operator');
  await operator.page.locator('textarea[name=note]').waitFor();
  await expect.poll(() => operator.page.locator('textarea[name=note]').inputValue()).toBe('Satu hal saja.');
  expect(await operator.page.locator('[name="note-answers-purpose"]').inputValue()).toBe('Untuk bank mana?');
  await shoot(operator.page, 'desk-resumed');
  for (const { overheard } of [resident, operator]) expect(overheard.complaints).toEqual([]);
});
