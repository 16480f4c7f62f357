import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act, officer, openCase } from './desk.js';
import { businessTyped, domicileTyped, fillForm, send, type Typed } from './filling.js';
import { keyboard, mouse, type Hands } from './hands.js';
import { addressInDownload, addressInOpened } from './pdf.js';
import { shoot } from './shots.js';
import { desktop, openStage, phone, type Stage } from './stage.js';
import { openTracker, sees } from './tracker.js';

/** Where a business letter takes photographs and nothing else. */
const photo = '.picker[data-requirement=foto-usaha]';
const shownCode = /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){4}$/;

let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterAll(() => stage.close());

const byMouse = { how: 'by mouse at 1280 px', viewport: desktop, handsOf: mouse, applicant: 'Ni Luh Contoh Tetikus' };
const byKeyboard = { how: 'by keyboard alone at 360 px', viewport: phone, handsOf: keyboard, applicant: 'Ni Luh Contoh Papan Ketik' };
const collected: Service = { query: 'domisil', title: 'Surat Keterangan Domisili', typed: domicileTyped };
const downloaded: Service = { query: 'usaha', title: 'Surat Keterangan Usaha', typed: businessTyped };

interface Service {
  readonly query: string;
  readonly title: string;
  readonly typed: Typed;
}

describe.each([
  { ...byMouse, service: collected, pickup: true },
  { ...byKeyboard, service: downloaded, pickup: false },
])('a resident and the village office, $how', ({ viewport, handsOf, applicant, service, pickup }) => {
  it('goes from finding the service to a letter that anyone can verify', { timeout: 120_000 }, async () => {
    const resident = await stage.person({ viewport });
    const code = await findAndApply(resident.page, handsOf(resident.page), applicant, service);
    expect(code).toMatch(shownCode);

    const tracker = await resident.tab();
    const follow = handsOf(tracker);
    await openTracker(tracker, code, follow);
    await sees(tracker, 'Sedang diperiksa');

    const operator = await officer(stage, 'operator', { viewport });
    const work = handsOf(operator.page);
    await openCase(operator.page, applicant, work);
    await act(operator.page, 'approve', work);
    await sees(tracker, 'Menunggu tanda tangan');

    const head = await officer(stage, 'head', { viewport });
    await openCase(head.page, applicant, handsOf(head.page));
    await act(head.page, 'sign', handsOf(head.page));
    await sees(tracker, pickup ? 'Siap diambil' : 'Selesai');
    await shoot(tracker, pickup ? 'tracker-ready' : 'tracker-completed');

    const address = pickup
      ? await addressInOpened(operator.page, () => work.press('Buka surat'))
      : await addressInDownload((await Promise.all([tracker.waitForEvent('download'), follow.press('Unduh surat')]))[0]);
    if (pickup) {
      await act(operator.page, 'handOver', work);
      await sees(tracker, 'Sudah diambil');
    }
    await verify(await resident.tab(), handsOf, address, applicant);
    for (const { overheard } of [resident, operator, head]) expect(overheard.complaints).toEqual([]);
  });
});

async function findAndApply(page: Page, hands: Hands, applicant: string, { query, title, typed }: Service): Promise<string> {
  await page.goto('/');
  await shoot(page, 'home');
  await hands.type('q', query);
  await hands.press('Cari');
  await page.locator('sewaka-service-catalog .services').waitFor();
  await shoot(page, 'services');
  await hands.press(title);
  await page.getByRole('heading', { name: 'Persyaratan' }).waitFor();
  await shoot(page, 'service');
  await hands.press('Ajukan permohonan');
  await page.locator('[data-action=start]').waitFor();
  let pages = 0;
  const seen = async (): Promise<void> => {
    await shoot(page, `form-page-${(pages += 1)}`);
    if ((await page.locator(photo).count()) === 0) return;
    await hands.attach(photo, { name: 'warung.png', mimeType: 'image/png', buffer: await page.screenshot() });
    await page.locator('.file.done').waitFor();
  };
  await fillForm(page, { ...typed, fullName: applicant }, hands, { seen });
  const code = await send(page, hands);
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
