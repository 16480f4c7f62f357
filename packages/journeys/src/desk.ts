import type { Page } from 'playwright-core';
import { mouse, type Hands } from './hands.js';
import { home } from './people.js';
import type { Person, Stage } from './stage.js';

/** Accounts of a village office: its posts, and the Kadus of the banjar where applicants of the journeys live. */
export const accounts = { operator: 'operator', secretary: 'secretary', head: 'head', kadus: 'kadus:contoh-satu', otherKadus: 'kadus:contoh-dua' } as const;
export type Post = keyof typeof accounts;

/** What an officer does, as the buttons say it. */
export const acts = {
  claim: ['Kerjakan'],
  vouch: ['Beri pengantar', 'Ya, beri pengantar'],
  approve: ['Setujui', 'Ya, setujui'],
  sign: ['Tanda tangani', 'Ya, tanda tangani'],
  handOver: ['Serahkan surat', 'Ya, sudah diserahkan'],
  askCorrection: ['Minta perbaikan', 'Kirim permintaan'],
} as const;

/** Signs in at the desk by the demo's one-click choice of accounts. */
export async function officer(stage: Stage, post: Post, options: Parameters<Stage['person']>[0] = {}): Promise<Person> {
  const person = await stage.person(options);
  await person.page.goto('/desk');
  await choose(person.page, post);
  await person.page.locator('sewaka-officer-desk [name=query]').waitFor();
  return person;
}

/** Chooses an account on the demo's page for signing in. */
export async function choose(page: Page, post: Post): Promise<void> {
  await page.locator(`form[action$="${encodeURIComponent(`${home}:${accounts[post]}`)}"] button`).click();
}

/** Finds an applicant's case by name and opens it. */
export async function openCase(page: Page, applicant: string, hands: Hands = mouse(page)): Promise<void> {
  const items = page.locator('[data-action=select]');
  await hands.type('query', applicant);
  await page.waitForFunction(() => document.querySelector('sewaka-officer-desk')?.shadowRoot?.querySelectorAll('[data-action=select]').length === 1);
  await hands.press((await items.innerText()).split('\n')[0] ?? '');
  await page.locator('#case').waitFor();
}

/** Does one act, with its second question. */
export async function act(page: Page, what: keyof typeof acts, hands: Hands = mouse(page)): Promise<void> {
  const toActions = page.locator('[data-action=to-actions]');
  if (await toActions.isVisible()) await hands.press('Tindakan');
  const [first, ...rest] = acts[what];
  await hands.press(first);
  if (rest.length > 0) await page.locator('form[data-form=decision]').waitFor();
  // Who goes on without the Kadus says why.
  if (what === 'approve' && (await page.locator('textarea[name=note]').count()) > 0) await hands.type('note', 'Surat pengantar kertas diperlihatkan di loket.');
  for (const words of rest) await hands.press(words);
  await page.locator('form[data-form=decision]').waitFor({ state: 'detached' });
}

/** Ids of the applications an office has of an applicant. */
export async function filedBy(desk: Page, applicant: string): Promise<readonly string[]> {
  return desk.evaluate(async (name) => {
    const headers = { 'content-type': 'application/json', 'x-sewaka-request': '1' };
    const answer = await fetch('/v1/desk/search', { method: 'POST', headers, body: JSON.stringify({ query: name, limit: 100 }) });
    const { data } = (await answer.json()) as { data: { id: string }[] };
    return data.map(({ id }) => id);
  }, applicant);
}
