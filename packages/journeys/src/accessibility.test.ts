import { createClient, newIdempotencyKey } from '@e-sewaka/sdk';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './accessible.js';
import { acts, officer, openCase } from './desk.js';
import { domicileTyped, fillForm, words } from './filling.js';
import { quick } from './hands.js';
import { domicile } from './people.js';
import { shoot } from './shots.js';
import { desktop, openStage, phone, type Stage } from './stage.js';
import { openTracker } from './tracker.js';

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  ({ page } = await stage.person({ viewport: phone }));
});
afterAll(() => stage.close());

/** What is shown now, at both sizes for people to look at, has no barrier. */
async function isOpenToAll(where: Page, name: string): Promise<void> {
  await shoot(where, name);
  const size = where.viewportSize() ?? phone;
  if (size.width !== desktop.width) {
    await where.setViewportSize(desktop);
    await shoot(where, name);
    await where.setViewportSize(size);
  }
  expect.soft(await barriers(where), name).toEqual([]);
}

describe('no barrier', () => {
  it.each([
    ['home', '/', 'h1'],
    ['services', '/layanan/', 'sewaka-service-catalog .services'],
    ['service-choice', '/ajukan/', 'h1'],
    ['tracker-closed', '/lacak/', '[name=code]'],
    ['verify', '/verifikasi/', '[name=code]'],
    ['about', '/tentang/', 'h1'],
    ['accounts', '/desk', 'h1'],
    ['demo-inbox', '/demo/inbox', 'h1'],
    ['missing', '/tidak-ada', 'h1'],
    ['embed-catalog-anywhere', '/embed/service-catalog', '.services'],
    ['embed-catalog', '/embed/service-catalog?village=51.71.04.2001', '.services'],
    ['embed-id-lookup', '/embed/id-lookup', 'sewaka-id-lookup form'],
    ['embed-verify', '/embed/document-verify', '[name=code]'],
    ['embed-tracker', '/embed/status-tracker', '[name=code]'],
  ])('on the page %s', async (name, address, ready) => {
    await page.goto(address);
    await page.locator(ready).first().waitFor();
    await isOpenToAll(page, name);
  });

  it('on any page of the form', { timeout: 180_000 }, async () => {
    await page.goto('/ajukan/?layanan=surat-keterangan-domisili');
    await page.getByRole('button', { name: words.start }).waitFor();
    await isOpenToAll(page, 'form-start');
    let pages = 0;
    const seen = async (): Promise<void> => {
      await quick(page).press(words.next);
      await page.locator('[data-summary]').waitFor();
      await isOpenToAll(page, `form-problems-${(pages += 1)}`);
    };
    await fillForm(page, domicileTyped, quick(page), { seen });
    await isOpenToAll(page, 'form-review');
    await quick(page).press(words.send);
    await page.getByRole('heading', { name: words.sent }).waitFor();
    await isOpenToAll(page, 'form-sent');
  });

  it('in the tracker', async () => {
    const { trackingCode } = await createClient({ baseUrl: stage.url }).applications.submit(domicile, { idempotencyKey: newIdempotencyKey() });
    await page.goto('/lacak/');
    await page.locator('[name=code]').waitFor();
    await quick(page).press('Lihat status');
    await page.locator('[data-summary]').waitFor();
    await isOpenToAll(page, 'tracker-problems');
    await openTracker(page, trackingCode, quick(page));
    await quick(page).press('Tampilkan riwayat');
    await quick(page).press('Simpan atau bagikan');
    await isOpenToAll(page, 'tracker-open');
  });

  it('at the desk', async () => {
    const fullName = 'Ni Kadek Contoh Meja';
    await createClient({ baseUrl: stage.url }).applications.submit({ ...domicile, answers: { ...domicile.answers, fullName } }, { idempotencyKey: newIdempotencyKey() });
    const { page: desk } = await officer(stage, 'operator', { viewport: phone });
    await isOpenToAll(desk, 'desk-inbox');
    await openCase(desk, fullName, quick(desk));
    await isOpenToAll(desk, 'desk-case');
    await quick(desk).press('Tindakan');
    await quick(desk).press(acts.askCorrection[0]);
    await isOpenToAll(desk, 'desk-correction');
  });
});
