import { readFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { act, officer, openCase } from './desk.js';
import { apply, domicileTyped } from './filling.js';
import { mouse, quick } from './hands.js';
import { addressInDownload } from './pdf.js';
import { openStage, type Stage } from './stage.js';
import { openTracker, sees } from './tracker.js';

let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterAll(() => stage.close());

const source = new URL('../hosts/lokal-izin-keramaian.yaml', import.meta.url);

it('takes a village’s own service while it runs, from the catalogue to the letter', { timeout: 120_000 }, async () => {
  const applicant = 'I Nyoman Contoh Keramaian';
  const early = await stage.person();
  await early.page.goto('/layanan/');
  await early.page.getByText('Surat Keterangan Domisili').first().waitFor();
  expect(await early.page.getByText('Izin Keramaian Banjar').count()).toBe(0);

  await mkdir(join(stage.dataDirectory, 'services'), { recursive: true });
  await writeFile(join(stage.dataDirectory, 'services', 'lokal-izin-keramaian.yaml'), await readFile(source));
  // Lists are kept for a minute by browsers, so it is somebody else who sees it at once.
  const resident = await stage.person();
  const { page } = resident;
  await expect
    .poll(() => fetch(`${stage.url}/v1/services/lokal-izin-keramaian`).then(({ status }) => status), { timeout: 15_000 })
    .toBe(200);
  await page.goto('/layanan/');
  await page.getByText('Izin Keramaian Banjar').first().waitFor();

  const typed = { ...domicileTyped, fullName: applicant, event: 'Pentas tari anak-anak banjar', 'heldOn.day': '20', 'heldOn.month': 'Desember', 'heldOn.year': String(new Date().getFullYear() + 1), guests: '150' };
  const code = await apply(page, 'lokal-izin-keramaian', typed, quick(page));
  const operator = await officer(stage, 'operator');
  await openCase(operator.page, applicant);
  await operator.page.getByText('Pentas tari anak-anak banjar').waitFor();
  await act(operator.page, 'approve');
  const head = await officer(stage, 'head');
  await openCase(head.page, applicant);
  await act(head.page, 'sign');

  await openTracker(page, code, quick(page));
  await sees(page, 'Selesai');
  const [download] = await Promise.all([page.waitForEvent('download'), mouse(page).press('Unduh surat')]);
  await page.goto(await addressInDownload(download));
  await page.getByRole('heading', { name: 'Surat ini asli dan berlaku' }).waitFor();
  await page.getByText('Izin keramaian').first().waitFor();
  for (const { overheard } of [resident, operator, head]) expect(overheard.complaints).toEqual([]);
});
