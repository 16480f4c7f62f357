import { afterAll, beforeAll, expect, it } from 'vitest';
import { act, filedBy, officer, openCase } from './desk.js';
import { apply, domicileTyped } from './filling.js';
import { quick } from './hands.js';
import { shoot } from './shots.js';
import { openStage, phone, type Stage } from './stage.js';
import { openTracker, sees } from './tracker.js';

let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterAll(() => stage.close());

it('moves the tracker when the Kadus vouches, and the letter goes its way', { timeout: 120_000 }, async () => {
  const applicant = 'Ni Ketut Contoh Pengantar';
  const resident = await stage.person({ viewport: phone });
  const code = await apply(resident.page, 'surat-keterangan-domisili', { ...domicileTyped, fullName: applicant }, quick(resident.page));
  const tracker = await resident.tab();
  await openTracker(tracker, code, quick(tracker));
  const line = tracker.locator('.tracker .timeline .moment');
  const checks = line.filter({ hasText: 'Diperiksa Kepala Dusun' });
  await checks.and(tracker.locator('[aria-current=step]')).waitFor();

  const other = await officer(stage, 'otherKadus');
  expect(await filedBy(other.page, applicant)).toEqual([]);

  const kadus = await officer(stage, 'kadus', { viewport: phone });
  await openCase(kadus.page, applicant);
  await shoot(kadus.page, 'desk-kadus-case');
  await act(kadus.page, 'vouch');
  await kadus.page.locator('.actions .notice').filter({ hasText: 'memberi pengantar' }).waitFor();
  await shoot(kadus.page, 'desk-kadus-vouched');

  await checks.and(tracker.locator('.done')).waitFor();
  await line.filter({ hasText: 'Berkas diperiksa petugas' }).and(tracker.locator('[aria-current=step]')).waitFor();
  await sees(tracker, 'Sedang diperiksa');
  await shoot(tracker, 'tracker-vouched');

  const operator = await officer(stage, 'operator');
  await openCase(operator.page, applicant);
  await operator.page.locator('.actions .notice').filter({ hasText: 'memberi pengantar' }).waitFor();
  await operator.page.locator('[data-action=act][data-value=approve]').click();
  expect(await operator.page.locator('textarea[name=note]').count()).toBe(0);
  await shoot(operator.page, 'desk-approving-vouched');
  await operator.page.locator('[data-action=decide]').click();
  await sees(tracker, 'Menunggu tanda tangan');

  const head = await officer(stage, 'head');
  await openCase(head.page, applicant);
  await act(head.page, 'sign');
  await sees(tracker, 'Siap diambil');
  for (const { overheard } of [resident, other, kadus, operator, head]) expect(overheard.complaints).toEqual([]);
});
