import { afterAll, beforeAll, expect, it } from 'vitest';
import { officer, openCase } from './desk.js';
import { domicileTyped, fillForm, send } from './filling.js';
import { quick } from './hands.js';
import { openStage, type Stage } from './stage.js';
import { openTracker } from './tracker.js';

let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterAll(() => stage.close());

const markup = `"'><img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}\${7*7}`;

it('shows what looks like markup as the text it is, everywhere it goes', async () => {
  const applicant = "Ni Luh O'Contoh Aneh";
  const resident = await stage.person();
  const { page } = resident;
  const typed = { ...domicileTyped, fullName: applicant, occupation: `Kerja ${markup}`, birthPlace: `Desa ${markup}`, 'address.street': `Jalan ${markup}`, 'address.banjar': `Banjar ${markup}`, purpose: `Perlu ${markup}` };
  const free = ['occupation', 'birthPlace', 'purpose'] as const;
  await page.goto('/ajukan/?layanan=surat-keterangan-domisili');
  await fillForm(page, typed, quick(page));
  for (const name of free) await page.getByText(typed[name], { exact: true }).waitFor();
  const code = await send(page, quick(page));

  const operator = await officer(stage, 'operator');
  await openCase(operator.page, applicant);
  for (const name of free) await operator.page.getByText(typed[name], { exact: true }).waitFor();
  await openTracker(page, code, quick(page));
  await page.goto(`/lacak/#code=${encodeURIComponent(markup)}`);
  await page.reload();
  await page.locator('[name=code]').waitFor();
  expect(await page.evaluate(() => document.querySelectorAll('img[src=x]').length)).toBe(0);
  for (const { overheard } of [resident, operator]) expect(overheard.complaints).toEqual([]);
});
