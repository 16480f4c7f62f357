import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const folder = fileURLToPath(new URL('../../../.artefacts/screens/', import.meta.url));

/** Keeps a picture of the page for people to look at; nothing is asserted. */
export async function shoot(page: Page, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const width = page.viewportSize()?.width ?? 0;
  await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true, animations: 'disabled' });
}
