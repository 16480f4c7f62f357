import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundleFor, olderCopy, widgetFiles } from './bundles.js';
import { codeShown, domicileTyped, fillForm, words } from './filling.js';
import { headersIn, pageWith, snippets } from './guide.js';
import { quick } from './hands.js';
import { openHost, type Host } from './host.js';
import { openStage, type Person, type Stage } from './stage.js';

let stage: Stage;
let host: Host;
let stranger: Host;
let person: Person;
let page: Page;
beforeAll(async () => {
  [host, stranger] = await Promise.all([openHost(), openHost()]);
  stage = await openStage({ SEWAKA_SITES: host.origin });
  host.point(stage.url);
  stranger.point(stage.url);
});
afterAll(() => Promise.all([stage.close(), host.close(), stranger.close()]));
beforeEach(async () => {
  person = await stage.person({ baseURL: host.origin });
  ({ page } = person);
});

/** Applies on this page as somebody would, and sees nothing go wrong. */
async function applies(where: Page = page): Promise<void> {
  await fillForm(where, domicileTyped, quick(where));
  await quick(where).press(words.send);
  expect(await codeShown(where)).toMatch(/^\w{4}(-\w{4}){4}$/);
  expect(person.overheard.complaints).toEqual([]);
}

const start = (): ReturnType<Page['getByRole']> => page.getByRole('button', { name: words.start });
const origins = (): Set<string> => new Set(person.overheard.requests.filter((url) => url.startsWith('http')).map((url) => new URL(url).origin));

describe('by script tag', () => {
  it('works on a page of plain HTML of another site', async () => {
    await page.goto('/plain.html');
    await applies();
  });

  it('tells the page what happens', async () => {
    await page.goto('/plain.html');
    const told = page.evaluate(() => new Promise((done) => document.addEventListener('sewaka-submitted', (event) => done([event.target === document.querySelector('sewaka-service-form'), 'trackingCode' in event]))));
    await applies();
    expect(await told).toEqual([true, true]);
  });

  it('shows the link inside the tag where no script runs', async () => {
    const { page: without } = await stage.person({ baseURL: host.origin, javaScriptEnabled: false });
    await without.goto('/plain.html');
    await without.getByRole('link', { name: 'Ajukan surat keterangan domisili' }).click();
    expect(new URL(without.url()).pathname).toBe('/embed/service-form');
  });

  it('runs under the strict policy of the guide', async () => {
    const policy = headersIn(snippets('Content-Security-Policy', 'http')[0] ?? '');
    expect(policy['content-security-policy']).not.toMatch(/unsafe|\*/);
    host.serve('/strict.html', { body: pageWith(snippets('1. Script tag', 'html')[0] ?? ''), headers: policy });
    await page.goto('/strict.html');
    await applies();
  });

  it('runs where Trusted Types are enforced', async () => {
    const policy = headersIn(snippets('Trusted Types', 'http')[0] ?? '');
    expect(policy['content-security-policy']).toContain("require-trusted-types-for 'script'");
    host.serve('/trusted.html', { body: pageWith(snippets('1. Script tag', 'html')[0] ?? ''), headers: policy });
    await page.goto('/trusted.html');
    await applies();
  });

  it('keeps its looks and works under hostile styles', async () => {
    await page.goto('/hostile-css.html');
    await start().waitFor();
    const looks = await start().evaluate((button) => {
      const { fontSize, fontStyle, textTransform, letterSpacing, direction, opacity, whiteSpace } = getComputedStyle(button);
      return { fontSize: parseFloat(fontSize), fontStyle, textTransform, letterSpacing, direction, opacity, whiteSpace };
    });
    expect(looks).toMatchObject({ fontStyle: 'normal', textTransform: 'none', letterSpacing: 'normal', direction: 'ltr', opacity: '1', whiteSpace: 'normal' });
    expect(looks.fontSize).toBeGreaterThan(15);
    await applies();
  });

  it('works beside an older copy, and says once per tag which one counts', async () => {
    for (const [path, body] of await olderCopy('/older/')) host.serve(path, { body });
    person.overheard.expect(/version .* is already defined/);
    const warned: string[] = [];
    page.on('console', (message) => message.type() === 'warning' && warned.push(message.text()));
    await page.goto('/two-versions.html');
    await page.locator('sewaka-status-tracker [name=code]').waitFor();
    await applies();
    const perForm = warned.filter((text) => text.startsWith('<sewaka-service-form>'));
    expect(perForm).toHaveLength(1);
    expect(perForm[0]).toMatch(/0\.0\.1/);
  });
});

describe('from the site itself', () => {
  it('asks no other origin than the API', async () => {
    for (const [path, body] of await widgetFiles('/sewaka/')) host.serve(path, { body });
    await page.goto('/self-hosted.html');
    await applies();
    expect(origins()).toEqual(new Set([host.origin, stage.url]));
    expect(person.overheard.requests.filter((url) => url.startsWith(`${stage.url}/`) && !url.startsWith(`${stage.url}/v1/`))).toEqual([]);
  });
});

describe('where custom elements are stripped', () => {
  it('turns a marked div and a marked link into widgets', async () => {
    await page.goto('/wordpress.html');
    await page.locator('sewaka-status-tracker [name=code]').waitFor();
    await applies();
  });

  it('works as a frame, without any script of the host', async () => {
    await page.goto('/opensid.html');
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', { name: words.start }).click();
    await frame.locator('[name=fullName]').fill('Ni Wayan Contoh');
    await frame.getByRole('button', { name: words.next }).click();
    await frame.locator('[data-summary]').waitFor();
    expect(person.overheard.complaints).toEqual([]);
  });

  it('works as a plain link', async () => {
    await page.goto('/opensid.html');
    await page.frameLocator('iframe').getByRole('button', { name: words.start }).waitFor();
    const link = page.getByRole('link', { name: 'Buka formulir' });
    // Scrolled to first: scrolling and clicking in one go, the browser takes the click for one in the frame above.
    await link.scrollIntoViewIfNeeded();
    await link.click();
    await page.waitForURL(/\/embed\//);
    await applies();
  });
});

describe.each(['react', 'vue'] as const)('in a page of %s', (framework) => {
  it('takes properties, tells events and leaves without a trace', async () => {
    host.serve('/app.js', { body: await bundleFor(framework) });
    await page.goto('/app.html');
    await applies();
    await page.getByText(/^Terkirim: \w{4}-/).waitFor();
    await page.getByRole('button', { name: 'Selesai' }).click();
    await page.locator('sewaka-service-form').waitFor({ state: 'detached' });
    expect(person.overheard.complaints).toEqual([]);
  });
});

describe('on a site that is not registered', () => {
  beforeEach(async () => {
    person = await stage.person({ baseURL: stranger.origin });
    ({ page } = person);
  });

  it('says that it cannot load, and tells the page', async () => {
    person.overheard.expect(/blocked by CORS policy|net::ERR_FAILED/);
    await page.goto('/plain.html');
    await page.locator('sewaka-service-form').getByText('Sambungan terputus').waitFor();
    await page.getByRole('button', { name: 'Coba lagi' }).waitFor();
    expect(person.overheard.complaints).toEqual([]);
  });

  it('is refused as a frame', async () => {
    person.overheard.expect(/frame-ancestors/);
    await page.goto('/opensid.html');
    await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
  });
});
