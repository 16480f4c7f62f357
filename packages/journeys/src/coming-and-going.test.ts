import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { choose } from './desk.js';
import { openHost, type Host } from './host.js';
import { openStage, type Person, type Stage } from './stage.js';

let stage: Stage;
let host: Host;
beforeAll(async () => {
  host = await openHost();
  stage = await openStage({ SEWAKA_SITES: host.origin });
  host.point(stage.url);
});
afterAll(() => Promise.all([stage.close(), host.close()]));

/** Counts timers that are waiting, from before the first script of the page. */
function countTimers(): void {
  const waiting = new Set<unknown>();
  const { setTimeout: later, setInterval: often, clearTimeout: stop, clearInterval: cease } = globalThis;
  Object.assign(globalThis, {
    waitingTimers: () => waiting.size,
    setTimeout(act: (...all: unknown[]) => void, after?: number, ...all: unknown[]) {
      const id = later((...given: unknown[]) => (waiting.delete(id), act(...given)), after, ...all);
      waiting.add(id);
      return id;
    },
    setInterval(act: () => void, after?: number) {
      const id = often(act, after);
      waiting.add(id);
      return id;
    },
    clearTimeout: (id?: number) => (waiting.delete(id), stop(id)),
    clearInterval: (id?: number) => (waiting.delete(id), cease(id)),
  });
}

async function mount(page: Page, tag: string, attributes: Readonly<Record<string, string>>, ready: string): Promise<void> {
  await page.evaluate(
    ([name, given]) => {
      const widget = document.createElement(name);
      for (const [key, value] of Object.entries(given)) widget.setAttribute(key, value);
      document.getElementById('place')?.append(widget);
    },
    [tag, attributes] as const,
  );
  await page.locator(`${tag} ${ready}`).first().waitFor();
}

const leave = (page: Page): Promise<void> => page.evaluate(() => document.getElementById('place')?.replaceChildren());

async function left(page: Page, devtools: CDPSession): Promise<Readonly<Record<string, number>>> {
  // Twice: what the first collection lets go of may hold more.
  for (let round = 0; round < 2; round += 1) await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  const timers = await page.evaluate(() => (globalThis as unknown as { waitingTimers(): number }).waitingTimers());
  return { listeners: of('JSEventListeners'), nodes: of('Nodes'), documents: of('Documents'), timers };
}

interface Widget {
  readonly tag: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** What is there once the widget can be used. */
  readonly ready: string;
  /** Has the widget do what it holds most for. */
  readonly use?: (page: Page) => Promise<void>;
  /** A page it can stand in; the empty page of another site otherwise. */
  readonly open?: () => Promise<Person>;
}

const village = '51.71.04.2001';
const service = 'surat-keterangan-domisili';
const widgets: readonly Widget[] = [
  {
    tag: 'sewaka-service-form',
    attributes: { service, village },
    ready: '[data-action=start]',
    use: async (page) => {
      await page.locator('[data-action=start]').click();
      await page.locator('[name=fullName]').fill('Ni Luh Contoh');
      // Kept; or, as the next one finds, kept by the one before.
      await page.locator('[data-action=ask-wipe], [data-action=keep-here]').first().waitFor();
    },
  },
  { tag: 'sewaka-service-catalog', attributes: { village }, ready: '.services' },
  { tag: 'sewaka-status-tracker', ready: '[name=code]' },
  { tag: 'sewaka-document-verify', ready: '[name=code]' },
  { tag: 'sewaka-id-lookup', ready: 'form' },
  { tag: 'sewaka-language-switcher', ready: 'button' },
  { tag: 'sewaka-display-settings', ready: 'summary' },
  // Signed in, listening to news of its office.
  { tag: 'sewaka-officer-desk', ready: '[name=query]', open: atTheDesk },
];

async function elsewhere(): Promise<Person> {
  const person = await stage.person({ baseURL: host.origin });
  await person.context.addInitScript(countTimers);
  await person.page.goto('/coming-and-going.html');
  return person;
}

async function atTheDesk(): Promise<Person> {
  const person = await stage.person();
  await person.context.addInitScript(countTimers);
  await person.page.goto('/desk');
  await choose(person.page, 'operator');
  await person.page.locator('sewaka-officer-desk [name=query]').waitFor();
  return person;
}

it.each(widgets)('leaves nothing of $tag after fifty comings and goings', async ({ tag, attributes = {}, ready, use, open = elsewhere }) => {
  const { page, context, overheard } = await open();
  await page.evaluate(() => {
    const place = document.createElement('div');
    place.id = 'place';
    document.body.replaceChildren(place);
  });
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  const rounds = async (count: number): Promise<void> => {
    for (let round = 0; round < count; round += 1) {
      await mount(page, tag, attributes, ready);
      await use?.(page);
      await leave(page);
    }
  };
  await rounds(5);
  const before = await left(page, devtools);
  await rounds(50);
  await expect
    .poll(async () => {
      const after = await left(page, devtools);
      return Object.fromEntries(Object.entries(after).map(([what, count]) => [what, Math.max(0, count - (before[what] ?? 0) - (what === 'nodes' ? 20 : 0))]));
    }, { timeout: 15_000 })
    .toEqual({ listeners: 0, nodes: 0, documents: 0, timers: 0 });
  expect(overheard.complaints).toEqual([]);
}, 240_000);
