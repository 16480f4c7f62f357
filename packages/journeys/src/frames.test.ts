import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { words } from './filling.js';
import { pageWith, snippets } from './guide.js';
import { openHost, type Host } from './host.js';
import { shoot } from './shots.js';
import { openStage, phone, type Person, type Stage } from './stage.js';

let stage: Stage;
let host: Host;
let other: Host;
let person: Person;
let page: Page;
beforeAll(async () => {
  [host, other] = await Promise.all([openHost(), openHost()]);
  stage = await openStage({ SEWAKA_SITES: host.origin });
  host.point(stage.url);
});
afterAll(() => Promise.all([stage.close(), host.close(), other.close()]));
beforeEach(async () => {
  person = await stage.person({ baseURL: host.origin });
  ({ page } = person);
});

/** Height of a frame, and how much of its content does not fit. */
const heights = (id: string): Promise<{ readonly outside: number; readonly hidden: number }> =>
  page.locator(`#${id}`).evaluate((frame: HTMLIFrameElement) => frame.clientHeight).then(async (outside) => ({ outside, hidden: (await content(id)) - outside }));

const frameOf = async (id: string): Promise<Frame> => (await (await page.locator(`#${id}`).elementHandle())?.contentFrame()) ?? expect.fail(`no frame ${id}`);
const content = async (id: string): Promise<number> => (await frameOf(id)).evaluate(() => Math.max(Math.ceil(document.documentElement.getBoundingClientRect().height), document.body.scrollHeight));
const fits = (id: string): Promise<void> => expect.poll(async () => (await heights(id)).hidden, { timeout: 10_000 }).toBe(0);

async function opens(size = { width: 1280, height: 860 }): Promise<void> {
  await page.setViewportSize(size);
  await page.goto('/frames.html');
  await page.frameLocator('#form').getByRole('button', { name: words.start }).waitFor();
}

describe('a frame on a page with our script', () => {
  it.each([phone, { width: 1280, height: 860 }])('has the height of its content at $width px, step by step', async (size) => {
    await opens(size);
    await fits('form');
    const first = (await heights('form')).outside;
    await page.frameLocator('#form').getByRole('button', { name: words.start }).click();
    await page.frameLocator('#form').locator('[name=fullName]').waitFor();
    await fits('form');
    expect((await heights('form')).outside).not.toBe(first);
    await page.setViewportSize({ width: size.width - 40, height: size.height });
    await fits('form');
    await shoot(page, 'frames');
    expect(person.overheard.complaints).toEqual([]);
  });

  it('keeps within its bounds, and stays as it is where the page says so', async () => {
    await opens();
    await page.frameLocator('#tracker').locator('[name=code]').waitFor();
    await fits('form');
    await expect.poll(async () => (await heights('tracker')).outside).toBeLessThanOrEqual(400);
    expect((await heights('tracker')).hidden).toBeGreaterThan(0);
    expect((await (await frameOf('tracker')).evaluate(() => getComputedStyle(document.documentElement).overflowY))).not.toBe('hidden');
    expect((await heights('fixed')).outside).toBe(296);
  });

  it('brings the next step into view from its top, with the focus on its heading', async () => {
    await opens(phone);
    const inside = page.frameLocator('#form');
    await inside.getByRole('button', { name: words.start }).click();
    await inside.locator('[name=fullName]').waitFor();
    await fits('form');
    await inside.getByRole('button', { name: words.next }).scrollIntoViewIfNeeded();
    await inside.getByRole('button', { name: words.next }).click();
    await inside.locator('[data-summary]').waitFor();
    const visible = async (selector: string): Promise<boolean> => {
      const box = await inside.locator(selector).first().boundingBox();
      return box !== null && box.y >= 0 && box.y < phone.height - 50;
    };
    await expect.poll(() => visible('[data-summary]')).toBe(true);
    await inside.locator('[data-summary] a').last().click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('form');
    const wrong = await inside.locator('sewaka-service-form').evaluate((form) => form.shadowRoot?.activeElement?.id ?? '');
    await expect.poll(() => visible(`[id="${wrong}"]`)).toBe(true);
  });

  it('does not grow with itself', async () => {
    await opens();
    await fits('form');
    const changes = page.locator('#form').evaluate(
      (frame) =>
        new Promise<number>((done) => {
          let count = 0;
          new MutationObserver((all) => (count += all.length)).observe(frame, { attributes: true, attributeFilter: ['style'] });
          setTimeout(() => done(count), 4000);
        }),
    );
    await (await frameOf('form')).evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('main { min-height: calc(100vh + 10px); }');
      document.adoptedStyleSheets = [sheet];
    });
    expect(await changes).toBeLessThan(8);
    expect(person.overheard.complaints).toEqual([]);
  });

  it('heeds nobody but the service’s own frames', async () => {
    await opens();
    await fits('form');
    const before = (await heights('form')).outside;
    other.serve('/stranger.html', { body: pageWith('<script>parent.postMessage({ sewaka: "height", height: 7777 }, "*")</script>') });
    await page.evaluate((stranger) => {
      window.postMessage({ sewaka: 'height', height: 5555 }, '*');
      const frame = document.createElement('iframe');
      frame.id = 'stranger';
      frame.src = stranger;
      document.body.append(frame);
      return new Promise((loaded) => frame.addEventListener('load', loaded));
    }, `${other.origin}/stranger.html`);
    await page.waitForTimeout(300);
    expect((await heights('form')).outside).toBe(before);
    expect(await page.locator('#stranger').evaluate((frame: HTMLIFrameElement) => frame.style.height)).toBe('');
  });

  it('tells the page that an application was sent, and nothing else of it', async () => {
    await page.addInitScript(() => {
      const all: unknown[] = [];
      Object.assign(globalThis, { all });
      addEventListener('message', ({ data }) => all.push(data));
    });
    await opens();
    await page.frameLocator('#form').getByRole('button', { name: words.start }).click();
    await page.frameLocator('#form').locator('[name=fullName]').fill('I Wayan Contoh');
    const heard = page.evaluate(() => new Promise<string>((done) => document.addEventListener('sewaka-frame-submitted', ({ target }) => done(target instanceof Element ? target.id : ''))));
    // What a widget would never put there; even so it stays inside.
    await (await frameOf('form')).evaluate(() => document.dispatchEvent(new CustomEvent('sewaka-submitted', { detail: 'I Wayan 5171041203909001' })));
    expect(await heard).toBe('form');
    const all = await page.evaluate((): unknown[] => Reflect.get(globalThis, 'all') as unknown[]);
    const kinds = new Set(all.map((data) => (typeof data === 'object' && data !== null ? Object.keys(data).sort().join() : typeof data)));
    expect([...kinds].sort()).toEqual(['height,sewaka', 'height,sewaka,top', 'sewaka']);
    expect(all).toContainEqual({ sewaka: 'submitted' });
    expect(JSON.stringify(all)).not.toMatch(/51710412|Wayan|surat-keterangan/);
  });
});

describe('a frame on a page without our script', () => {
  it('keeps the height the page gave it', async () => {
    host.serve('/bare.html', { body: pageWith((snippets('3. Frame', 'html')[0] ?? '').replace('<iframe', '<iframe id="form"')) });
    await page.goto('/bare.html');
    await page.frameLocator('#form').getByRole('button', { name: words.start }).click();
    await page.frameLocator('#form').locator('[name=fullName]').waitFor();
    expect((await heights('form')).outside).toBe(900);
    expect(await (await frameOf('form')).evaluate(() => document.documentElement.getAttribute('style'))).toBe(null);
  });
});

describe('the loader', () => {
  it('fits frames too', async () => {
    host.serve('/loader-frames.html', { body: pageWith(`<script type="module" src="https://sewaka.example/cdn/v1/sewaka.js"></script>${(snippets('3. Frame', 'html')[0] ?? '').replace('<iframe', '<iframe id="form"')}`) });
    await page.goto('/loader-frames.html');
    await fits('form');
  });
});
