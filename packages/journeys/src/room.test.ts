import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageWith, snippets } from './guide.js';
import { openHost, type Host } from './host.js';
import { desktop, openStage, phone, type Stage } from './stage.js';

let stage: Stage;
let host: Host;
beforeAll(async () => {
  host = await openHost();
  stage = await openStage({ SEWAKA_SITES: host.origin });
  host.point(stage.url);
});
afterAll(() => Promise.all([stage.close(), host.close()]));

/** Notes every movement of the page that nobody caused. */
function noteShifts(): void {
  const shifts: number[] = [];
  Object.assign(globalThis, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if ('value' in entry && typeof entry.value === 'number') shifts.push(entry.value);
  }).observe({ type: 'layout-shift', buffered: true });
}

/** How much the page moves while everything comes over a slow line. */
async function shift(address: string, ready: string, viewport: typeof phone | typeof desktop): Promise<number> {
  const { page, context } = await stage.person({ viewport });
  await page.addInitScript(noteShifts);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 });
  await page.goto(address);
  await page.locator(ready).first().waitFor();
  await page.waitForTimeout(300);
  const moved = await sum(page);
  await context.close();
  return moved;
}

const sum = (page: Page): Promise<number> => page.evaluate(() => (Reflect.get(globalThis, 'shifts') as number[]).reduce((total, value) => total + value, 0));

describe.each([phone, desktop])('at $width px a page does not jump', (viewport) => {
  it.each([
    ['/layanan/', '.services'],
    ['/ajukan/?layanan=surat-keterangan-domisili', '[data-action=start]'],
    ['/lacak/', '[name=code]'],
    ['/verifikasi/', '[name=code]'],
  ])('of the village’s site: %s', async (address, ready) => {
    expect(await shift(address, ready, viewport)).toBeLessThan(0.01);
  });

  it('that reserves room as the guide says', async () => {
    const [tag = ''] = snippets('1. Script tag', 'html');
    const [room = ''] = snippets('Room for the widget', 'css');
    host.serve('/room.css', { body: room });
    host.serve('/room.html', { body: pageWith(`<link rel="stylesheet" href="/room.css">${tag}<footer>Kantor desa</footer>`) });
    host.serve('/no-room.html', { body: pageWith(`${tag}<footer>Kantor desa</footer>`) });
    expect(await shift(`${host.origin}/no-room.html`, '[data-action=start]', viewport)).toBeGreaterThan(0.01);
    expect(await shift(`${host.origin}/room.html`, '[data-action=start]', viewport)).toBeLessThan(0.01);
  });
});
