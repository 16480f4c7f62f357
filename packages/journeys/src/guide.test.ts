import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { words } from './filling.js';
import { pageWith, snippets } from './guide.js';
import { openHost, type Host } from './host.js';
import { openStage, type Person, type Stage } from './stage.js';

let stage: Stage;
let host: Host;
let person: Person;
let page: Page;
beforeAll(async () => {
  host = await openHost();
  stage = await openStage({ SEWAKA_SITES: host.origin });
  host.point(stage.url);
});
afterAll(() => Promise.all([stage.close(), host.close()]));
beforeEach(async () => {
  person = await stage.person({ baseURL: host.origin });
  ({ page } = person);
});

async function paste(snippet: string): Promise<void> {
  host.serve('/pasted.html', { body: pageWith(snippet) });
  await page.goto('/pasted.html');
}

const start = (): ReturnType<Page['getByRole']> => page.getByRole('button', { name: words.start });

describe('what the guide says to paste', () => {
  it.each([
    ['the script tag', '1. Script tag', 0],
    ['a marked stand-in', '1. Script tag', 1],
    ['one widget’s own script', 'Fewest requests', 0],
  ])('opens the form: %s', async (_what, heading, index) => {
    await paste(snippets(heading, 'html')[index] ?? '');
    await start().click();
    await page.locator('[name=fullName]').waitFor();
    expect(person.overheard.complaints).toEqual([]);
  });

  it('opens the form in a frame', async () => {
    await paste(snippets('3. Frame', 'html')[0] ?? '');
    await page.frameLocator('iframe').getByRole('button', { name: words.start }).waitFor();
    expect(person.overheard.complaints).toEqual([]);
  });

  it('leads to the form by a link', async () => {
    await paste(snippets('4. Link', 'html')[0] ?? '');
    await page.getByRole('link').click();
    await start().waitFor();
  });
});

describe('a named release', () => {
  interface Manifest {
    readonly release: string;
    readonly files: Readonly<Record<string, { readonly integrity: string }>>;
  }

  /** The guide's snippet with the real names and sums. */
  async function pinned(): Promise<string> {
    const { release, files } = (await (await fetch(`${stage.url}/cdn/v1/manifest.json`)).json()) as Manifest;
    const at = `https://sewaka.example/cdn/${release}/`;
    const integrity = Object.fromEntries(Object.entries(files).map(([name, file]) => [at + name, file.integrity]));
    return `<script type="importmap">${JSON.stringify({ integrity })}</script>
      <script type="module" crossorigin integrity="${files['service-form.js']?.integrity ?? ''}" src="${at}service-form.js"></script>
      <sewaka-service-form service="surat-keterangan-domisili" village="51.71.04.2001"><a href="/ada">Ajukan</a></sewaka-service-form>`;
  }

  it('runs with the sum of every file', async () => {
    await paste(await pinned());
    await start().click();
    await page.locator('[name=fullName]').waitFor();
    expect(person.overheard.complaints).toEqual([]);
  });

  it.each(['service-form.js', 'late-'])('is refused by the browser once %s was changed', async (changed) => {
    person.overheard.expect(/integrity|net::ERR/i);
    await page.route(
      (url) => url.pathname.includes(`/${changed}`),
      async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: `${await response.text()};globalThis.tampered = true;` });
      },
    );
    const refused = page.waitForEvent('console', { predicate: (message) => /integrity/i.test(message.text()) });
    await paste(await pinned());
    await refused;
    expect(await page.evaluate(() => 'tampered' in globalThis)).toBe(false);
  });
});
