import type { Page } from 'playwright-core';
import { phoneTyped } from './filling.js';
import { mouse, type Hands } from './hands.js';

/** Opens the tracker from a link with the code in it, as from a bookmark or message. */
export async function openTracker(page: Page, code: string, hands: Hands = mouse(page)): Promise<void> {
  await page.goto(`/lacak/#code=${code}`);
  await hands.type('phone', phoneTyped);
  await hands.press('Lihat status');
  await page.locator('.tracker').waitFor();
}

/** Waits until the tracker says a status, by itself. */
export async function sees(page: Page, status: string): Promise<void> {
  await page.locator('.tracker .overview .badge').filter({ hasText: status }).first().waitFor();
}
