import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Session } from '../../internal/client-desk.js';
import { deskClient, sampleCase, sampleSession } from '../../internal/sample-desk.js';
import { refusal } from '../../internal/sample-tracking.js';
import { clearPage, expectAccessible, mount, resize, settled, wordsOf } from '../../internal/testing.js';
import type { ClientParts } from '../../internal/fake-client.js';
import { find, press } from './driving.js';
import type { OfficerDesk } from './index.js';
import './index.js';

const warning = (desk: OfficerDesk): HTMLDialogElement => find(desk, 'dialog.session');
const warns = (desk: OfficerDesk): boolean => desk.renderRoot.querySelector('dialog.session[open]') !== null;

const hour = 3_600;
/** A session that ends in so many seconds by the server's clock, which is an hour ahead of this one. */
function ending(idle: number, atMost = 8 * hour): Session {
  const server = Date.now() + hour * 1_000;
  const after = (seconds: number): string => new Date(server + seconds * 1_000).toISOString();
  return { ...sampleSession, serverTime: after(0), idleExpiresAt: after(Math.min(idle, atMost)), expiresAt: after(atMost) };
}

async function until(desk: OfficerDesk, holds: () => boolean, tries = 60): Promise<void> {
  for (let turn = 0; turn < tries && !holds(); turn += 1) await aTimeout(50);
  await settled(desk);
  expect(holds()).to.equal(true);
}

async function shown(sessions: ClientParts['sessions'], desk: ClientParts['desk'] = {}): Promise<OfficerDesk> {
  const mounted = await mount<OfficerDesk>('sewaka-officer-desk', deskClient({ sessions: { ...sessions }, desk: { ...desk } }));
  await settled(mounted);
  return mounted;
}

describe('the session at the desk', () => {
  before(() => resize(1280, 800));
  after(() => resize(800, 600));
  beforeEach(() => (localStorage.clear(), sessionStorage.clear()));
  afterEach(clearPage);

  it('warns in a modal two minutes before the end by the server’s clock, with focus inside', async () => {
    const desk = await shown({ get: async () => ending(125) });
    await until(desk, () => warns(desk));
    expect(warning(desk).matches(':modal')).to.equal(true);
    expect(find(desk, '#session-time').textContent).to.equal('Sesi berakhir dalam sekitar 2 menit.');
    expect(warning(desk).contains(desk.shadowRoot?.activeElement ?? null)).to.equal(true);
    await expectAccessible(desk);
  });

  it('says the time again at one minute and at twenty seconds, and not in between', async () => {
    let left = 61.5;
    const desk = await shown({ get: async () => ending(left) });
    await until(desk, () => warns(desk));
    const heard: string[] = [];
    new MutationObserver(() => heard.push(find(desk, '#session-time').textContent ?? '')).observe(find(desk, '#session-time'), { childList: true, subtree: true, characterData: true });
    left = 59;
    await until(desk, () => heard.length > 0);
    await aTimeout(1_300);
    expect(heard).to.deep.equal(['Sesi berakhir dalam 1 menit.']);
  });

  it('goes on working when asked to, by button or Escape', async () => {
    for (const how of ['button', 'Escape']) {
      let extended = 0;
      const desk = await shown({ get: async () => ending(extended > 0 ? 1_800 : 100), extend: async () => ((extended += 1), ending(1_800)) });
      await until(desk, () => warns(desk));
      if (how === 'button') await press(desk, '[data-action=session-extend]');
      else await sendKeys({ press: 'Escape' });
      await until(desk, () => extended === 1 && !warns(desk));
      expect(find(desk, '[data-live]').textContent).to.equal('Sesi dilanjutkan.');
      clearPage();
    }
  });

  it('says nothing while the desk was used meanwhile, and nothing of a session longer than a day', async () => {
    let asked = 0;
    const used = await shown({ get: async () => ((asked += 1) === 1 ? ending(100) : ending(1_700)) });
    await until(used, () => asked === 2);
    await aTimeout(100);
    expect(warns(used)).to.equal(false);
    clearPage();
    const long = await shown({ get: async () => ending(25 * hour, 25 * hour) });
    await aTimeout(100);
    expect(warns(long)).to.equal(false);
  });

  it('offers to sign in again where nothing can be extended any more', async () => {
    const desk = await shown({ get: async () => ending(100, 100) });
    await until(desk, () => warns(desk));
    expect(wordsOf(desk)).to.include('paling lama delapan jam');
    expect(warning(desk).querySelector('[data-action=session-extend]')).to.equal(null);
    await expectAccessible(desk);
  });

  it('signs out from the warning', async () => {
    let removed = 0;
    const desk = await shown({ get: async () => ending(100), remove: async () => void (removed += 1) });
    await until(desk, () => warns(desk));
    await press(desk, 'dialog.session [data-action=sign-out]');
    expect(removed).to.equal(1);
    expect(wordsOf(desk)).to.include('Masuk sebagai petugas');
  });

  const typing = async (sessions: ClientParts['sessions']): Promise<OfficerDesk> => {
    const desk = await shown(sessions, { act: () => Promise.reject(refusal(401, 'unauthenticated')) });
    await press(desk, '[data-action=select][data-value=app_1]');
    await press(desk, '[data-action=act][data-value=request_correction]');
    await press(desk, '[name=flag][value="/answers/nik"]');
    find<HTMLInputElement>(desk, '[name=note-answers-nik]').value = 'Angka terakhir salah.';
    find<HTMLTextAreaElement>(desk, '[name=note]').value = 'Satu hal saja.';
    await press(desk, '[data-action=decide]');
    expect(wordsOf(desk)).to.include('disimpan di tab ini');
    await expectAccessible(desk);
    desk.remove();
    return desk;
  };

  it('keeps what was typed past its end, and comes back to it after signing in again', async () => {
    await typing({ get: async () => sampleSession });
    expect(JSON.stringify(localStorage)).not.to.include('Angka terakhir');
    const again = await shown({ get: async () => sampleSession });
    await until(again, () => again.renderRoot.querySelector<HTMLTextAreaElement>('[name=note]')?.value === 'Satu hal saja.');
    expect(find<HTMLInputElement>(again, '[name=note-answers-nik]').value).to.equal('Angka terakhir salah.');
    expect(find<HTMLInputElement>(again, '[name=flag][value="/answers/nik"]').checked).to.equal(true);
    expect(sessionStorage.length).to.equal(0);
  });

  it('gives it to nobody else, and drops it', async () => {
    await typing({ get: async () => sampleSession });
    const other = await shown({ get: async () => ({ ...sampleSession, name: 'I Ketut Contoh' }) });
    await settled(other);
    expect(other.renderRoot.querySelector('#case')).to.equal(null);
    expect(sessionStorage.length).to.equal(0);
  });

  it('shows a kept note where the step is no longer there to take', async () => {
    await typing({ get: async () => sampleSession });
    const again = await shown({ get: async () => sampleSession }, { get: async ({ applicationId }) => sampleCase(applicationId, { allowedActions: [] }) });
    await until(again, () => again.renderRoot.querySelector('blockquote') !== null);
    expect(find(again, 'blockquote').textContent).to.include('Satu hal saja.');
  });
});

describe('what an officer is told before what cannot be undone', () => {
  before(() => resize(1280, 800));
  after(() => resize(800, 600));
  afterEach(clearPage);

  for (const [action, status, words] of [
    ['sign', 'awaiting_signature', 'Tanda tangan tidak dapat dibatalkan'],
    ['hand_over', 'ready_for_pickup', 'Ini tidak dapat dibatalkan'],
  ] as const)
    it(`${action}: which letter, for whom and by whom`, async () => {
      const usual = sampleCase('app_1', { allowedActions: [action] });
      const letter = { documentId: 'doc_1', number: '470/013/5171042001/XI/2026', issuedOn: '2026-11-24' };
      const desk = await shown({}, { get: async () => ({ ...usual, application: { ...usual.application, status, letter } }) });
      await press(desk, '[data-action=select][data-value=app_1]');
      await press(desk, `[data-action=act][data-value=${action}]`);
      const facts = find(desk, '.deed').textContent ?? '';
      expect(wordsOf(desk)).to.include(words);
      expect(facts).to.include('Surat Keterangan Domisili').and.include('Ni Luh Contoh').and.include('Ni Wayan Contoh');
      await expectAccessible(desk);
    });

  it('tells rows of alike masked names apart by banjar and time', async () => {
    const desk = await shown({});
    const rows = [...desk.renderRoot.querySelectorAll('[data-action=select]')].map((row) => row.textContent ?? '');
    expect(rows[0]).to.include('Banjar Contoh Satu').and.match(/Diajukan\s+\d+ November 2026/);
    expect(rows[1]).to.include('Banjar Contoh Dua');
  });
});
