import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, startServer } from '@e-sewaka/server';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { browserArgs, findBrowser } from '../../../tools/browser.mjs';
import { build, essentials } from '../../../tools/build.mjs';
import { listen, type Overheard } from './overheard.js';

/** A real server with the widgets as they are shipped, on a data folder of its own, and a real browser. */
export interface Stage {
  readonly url: string;
  readonly dataDirectory: string;
  readonly browser: Browser;
  /** Lets the server's clock run ahead. */
  pass(minutes: number): void;
  /** A new person with a browser of their own; 1280 px wide unless said otherwise. */
  person(options?: BrowserContextOptions): Promise<Person>;
  close(): Promise<void>;
}

/** Somebody at a browser; `overheard` collects what no journey may show. */
export interface Person {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly overheard: Overheard;
  /** Another tab of the same browser. */
  tab(): Promise<Page>;
}

/** Sizes every page must be good at. */
export const phone = { width: 360, height: 740 } as const;
export const desktop = { width: 1280, height: 860 } as const;

const patience = 10_000;

/** Builds what is out of date, starts the server and the browser. */
export async function openStage(env: NodeJS.ProcessEnv = {}): Promise<Stage> {
  await build(essentials);
  const dataDirectory = await mkdtemp(join(tmpdir(), 'sewaka-journey-'));
  const config = loadConfig({
    PORT: '0',
    SEWAKA_DATA_DIR: dataDirectory,
    SEWAKA_DEMO: 'on',
    SEWAKA_LOG_LEVEL: 'error',
    SEWAKA_RATE_FACTOR: '1000',
    ...env,
  });
  let ahead = 0;
  const server = await startServer({ config, clock: () => new Date(Date.now() + ahead), logTo: { write: () => undefined } });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: [...browserArgs] });
  return {
    url: server.url,
    dataDirectory,
    browser,
    pass: (minutes) => void (ahead += minutes * 60_000),
    person: (options) => newPerson(browser, { baseURL: server.url, ...options }),
    async close() {
      await browser.close();
      await server.close();
      await rm(dataDirectory, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function newPerson(browser: Browser, options: BrowserContextOptions): Promise<Person> {
  const context = await browser.newContext({ viewport: desktop, locale: 'id-ID', timezoneId: 'Asia/Makassar', ...options });
  context.setDefaultTimeout(patience);
  const overheard = listen(context);
  return { context, overheard, page: await context.newPage(), tab: () => context.newPage() };
}
