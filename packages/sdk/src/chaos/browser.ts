import { chromium, type Browser } from 'playwright-core';

interface BrowserTools {
  findBrowser(): string;
  readonly browserArgs: readonly string[];
}

/** Starts the Chromium that the repository's tools find. */
export async function launchBrowser(): Promise<Browser> {
  const tools: unknown = await import(new URL('../../../../tools/browser.mjs', import.meta.url).href);
  if (!isBrowserTools(tools)) throw new TypeError('tools/browser.mjs is not what it was');
  return chromium.launch({ executablePath: tools.findBrowser(), args: [...tools.browserArgs] });
}

function isBrowserTools(tools: unknown): tools is BrowserTools {
  return typeof tools === 'object' && tools !== null && 'findBrowser' in tools && 'browserArgs' in tools;
}
