import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act, officer, openCase } from './desk.js';
import { domicileTyped, fillForm, send } from './filling.js';
import { keyboard, mouse, type Hands } from './hands.js';
import { addressInLetter } from './pdf.js';
import { shoot } from './shots.js';
import { desktop, openStage, phone, type Stage } from './stage.js';
import { openTracker, sees } from './tracker.js';

const shownCode = /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){4}$/;

let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterAll(() => stage.close());

describe.each([
  { how: 'by mouse at 1280 px', viewport: desktop, handsOf: mouse, applicant: 'Ni Luh Contoh Tetikus' },
  { how: 'by keyboard alone at 360 px', viewport: phone, handsOf: keyboard, applicant: 'Ni Luh Contoh Papan Ketik' },
])('a resident and the village office, $how', ({ viewport, handsOf, applicant }) => {
  it('goes from finding the service to a letter that anyone can verify', { timeout: 120_000 }, async () => {
    const resident = await stage.person({ viewport });
    const code = await findAndApply(resident.page, handsOf(resident.page), applicant);
    expect(code).toMatch(shownCode);

    const tracker = await resident.tab();
    const follow = handsOf(tracker);
    await openTracker(tracker, code, follow);
    await sees(tracker, 'Sedang diperiksa');
    await shoot(tracker, 'tracker-in-review');

    const operator = await officer(stage, 'operator', { viewport });
    const work = handsOf(operator.page);
    await shoot(operator.page, 'desk-inbox');
    await openCase(operator.page, applicant, work);
    await shoot(operator.page, 'desk-case');
    await act(operator.page, 'approve', work);
    await sees(tracker, 'Menunggu tanda tangan');

    const head = await officer(stage, 'head', { viewport });
    await openCase(head.page, applicant, handsOf(head.page));
    await act(head.page, 'sign', handsOf(head.page));
    await sees(tracker, 'Siap diambil');
    await shoot(tracker, 'tracker-ready');

    await act(operator.page, 'handOver', work);
    await sees(tracker, 'Sudah diambil');

    const [download] = await Promise.all([tracker.waitForEvent('download'), follow.press('Unduh surat')]);
    await verify(await resident.tab(), handsOf, await addressInLetter(download), applicant);
    for (const { overheard } of [resident, operator, head]) expect(overheard.complaints).toEqual([]);
  });
});

async function findAndApply(page: Page, hands: Hands, applicant: string): Promise<string> {
  await page.goto('/');
  await shoot(page, 'home');
  await hands.type('q', 'domisil');
  await hands.press('Cari');
  await page.locator('sewaka-service-catalog .services').waitFor();
  await shoot(page, 'services');
  await hands.press('Surat Keterangan Domisili');
  await page.getByRole('heading', { name: 'Persyaratan' }).waitFor();
  await shoot(page, 'service');
  await hands.press('Ajukan permohonan');
  await page.locator('[data-action=start]').waitFor();
  await shoot(page, 'form-start');
  let pages = 0;
  await fillForm(page, { ...domicileTyped, fullName: applicant }, hands, { seen: () => shoot(page, `form-page-${(pages += 1)}`) });
  await shoot(page, 'form-review');
  const code = await send(page, hands);
  await shoot(page, 'form-sent');
  return code;
}

/** At the address behind the QR, then by the code typed at the village's site. */
async function verify(page: Page, handsOf: (page: Page) => Hands, address: string, applicant: string): Promise<void> {
  const genuine = page.getByRole('heading', { name: 'Surat ini asli dan berlaku' });
  await page.goto(address);
  await genuine.waitFor();
  await shoot(page, 'verified');
  expect(await page.locator('main').innerText()).not.toContain(applicant);

  const hands = handsOf(page);
  await page.goto('/verifikasi/');
  await page.locator('[name=code]').waitFor();
  await shoot(page, 'verify');
  await hands.type('code', new URL(address).pathname.split('/').at(-1) ?? '');
  await hands.press('Periksa surat');
  await genuine.waitFor();
}
