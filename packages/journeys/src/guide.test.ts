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

  it('asks for the service once, though the head of the page names it too', async () => {
    const [script = '', preload = ''] = snippets('Fewest requests', 'html');
    await paste(preload + script);
    await start().waitFor();
    expect(person.overheard.requests.filter((url) => url.endsWith('/v1/services/surat-keterangan-domisili'))).toHaveLength(1);
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
