import { afterAll, beforeAll, expect, it } from 'vitest';
import { act, acts, officer, openCase } from './desk.js';
import { apply, domicileTyped } from './filling.js';
import { mouse, quick } from './hands.js';
import { shoot } from './shots.js';
import { openStage, phone, type Stage } from './stage.js';
import { openTracker, sees } from './tracker.js';
import { translate } from './translation.js';

let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterAll(() => stage.close());

const markup = `<img src=x onerror="alert(1)"><b>tebal</b>`;

it('lets the resident correct only what the officer flagged, and goes on', async () => {
  const applicant = 'Ni Ketut Contoh Perbaikan';
  const resident = await stage.person({ viewport: phone });
  const code = await apply(resident.page, 'surat-keterangan-domisili', { ...domicileTyped, fullName: applicant, occupation: 'Karyawa' }, quick(resident.page));

  const operator = await officer(stage, 'operator');
  const { page: desk } = operator;
  const hands = mouse(desk);
  await openCase(desk, applicant);
  await hands.press(acts.askCorrection[0]);
  await shoot(desk, 'desk-correction');
  await hands.press(acts.askCorrection[1]);
  await desk.locator('[data-summary]').waitFor();
  await desk.locator('[name=flag][value="/answers/occupation"]').check();
  await desk.locator('[name="note-answers-occupation"]').fill(`Salah ketik? ${markup}`);
  await desk.locator('textarea[name=note]').fill(`Mohon lengkapi ${markup}`);
  await hands.press(acts.askCorrection[1]);
  await desk.locator('form[data-form=decision]').waitFor({ state: 'detached' });

  const { page } = resident;
  await openTracker(page, code, quick(page));
  await sees(page, 'Belum lengkap');
  await page.locator('.now').getByText(markup).first().waitFor();
  await shoot(page, 'tracker-incomplete');
  await quick(page).press('Perbaiki sekarang');
  const form = page.locator('form[data-form=correction]');
  await form.locator('[name=occupation]').waitFor();
  await shoot(page, 'tracker-correcting');
  expect(await form.locator('input, select, textarea').evaluateAll((all) => all.map((one) => one.getAttribute('name')))).toEqual(['occupation']);
  expect(await form.locator('[name=occupation]').inputValue()).toBe('Karyawa');
  await form.locator('[name=occupation]').fill('Karyawan');
  await quick(page).press('Kirim perbaikan');
  await sees(page, 'Sedang diperiksa');

  await desk.locator('#case').getByText(/Surat/).waitFor();
  await desk.locator('dd', { hasText: /^Karyawan$/ }).waitFor();
  await act(desk, 'approve');
  await sees(page, 'Menunggu tanda tangan');
  for (const { overheard } of [resident, operator]) expect(overheard.complaints).toEqual([]);
});

it('keeps telling the status on a page that was translated', async () => {
  const applicant = 'Ni Ketut Contoh Terjemahan';
  const resident = await stage.person();
  const code = await apply(resident.page, 'surat-keterangan-domisili', { ...domicileTyped, fullName: applicant }, quick(resident.page));
  await openTracker(resident.page, code, quick(resident.page));
  await translate(resident.page);
  await sees(resident.page, '«Sedang diperiksa»');
  const { page: desk } = await officer(stage, 'operator');
  await openCase(desk, applicant);
  await act(desk, 'approve');
  await sees(resident.page, 'Menunggu tanda tangan');
  await resident.page.locator('.now').getByText('Surat disetujui dan menunggu tanda tangan').waitFor();
  expect(await resident.page.locator('.tracker').innerText()).not.toContain('Sedang diperiksa');
  expect(resident.overheard.complaints).toEqual([]);
});
