import { afterAll, beforeAll, expect, it } from 'vitest';
import { act, acts, officer, openCase } from './desk.js';
import { apply, domicileTyped } from './filling.js';
import { mouse, quick } from './hands.js';
import { shoot } from './shots.js';
import { openStage, type Stage } from './stage.js';
import { openTracker } from './tracker.js';

let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterAll(() => stage.close());

async function filed(applicant: string): Promise<string> {
  const { page } = await stage.person();
  return apply(page, 'surat-keterangan-domisili', { ...domicileTyped, fullName: applicant }, quick(page));
}

it('tells the slower of two officers gently, and keeps the note', async () => {
  const applicant = 'I Gede Contoh Serentak';
  await filed(applicant);
  const [fast, slow] = await Promise.all([officer(stage, 'operator'), officer(stage, 'secretary')]);
  slow.overheard.expect(/ERR_FAILED|status of 412|status of 409/);
  await openCase(slow.page, applicant);
  // Nothing is heard of colleagues from here on.
  await slow.context.route('**/v1/desk/stream', (route) => route.abort());
  await slow.context.route('**/v1/desk/applications?*', (route) => route.abort());
  await slow.context.route('**/v1/desk/search', (route) => route.abort());
  await mouse(slow.page).press(acts.askCorrection[0]);
  await slow.page.locator('[name=flag][value="/answers/purpose"]').check();
  await slow.page.locator('[name="note-answers-purpose"]').fill('Untuk bank mana?');
  await slow.page.locator('textarea[name=note]').fill('Catatan yang sudah ditulis');
  await slow.context.setOffline(true);
  await openCase(fast.page, applicant);
  await act(fast.page, 'approve');
  await slow.context.setOffline(false);
  await mouse(slow.page).press(acts.askCorrection[1]);
  await slow.page.locator('[data-changed]').waitFor();
  await slow.page.getByText('Catatan yang sudah ditulis').waitFor();
  await shoot(slow.page, 'desk-two-officers');
  expect(fast.overheard.complaints).toEqual([]);
});

it('ends sessions of residents and officers with words, not errors', async () => {
  const applicant = 'I Gede Contoh Sesi';
  const code = await filed(applicant);
  const resident = await stage.person();
  resident.overheard.expect(/status of 401/);
  await openTracker(resident.page, code, quick(resident.page));
  const operator = await officer(stage, 'operator');
  operator.overheard.expect(/status of 401/);
  await openCase(operator.page, applicant);

  stage.pass(9 * 60);
  await quick(resident.page).press('Perbarui');
  await resident.page.getByText('Demi keamanan, status ditutup').waitFor();
  await shoot(resident.page, 'tracker-ended');
  expect(await resident.page.locator('[name=code]').inputValue()).not.toBe('');
  await mouse(operator.page).press('Kerjakan');
  await operator.page.getByText('Sesi Anda sudah berakhir').waitFor();
  await shoot(operator.page, 'desk-ended');
  await mouse(operator.page).press('Masuk sebagai petugas');
  await operator.page.getByRole('heading', { name: 'Masuk sebagai siapa?' }).waitFor();
  for (const { overheard } of [resident, operator]) expect(overheard.complaints).toEqual([]);
});
