import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Client } from '../../internal/client.js';
import type { DeskEvent } from '../../internal/client-desk.js';
import { deskClient, sampleCase, sampleItems } from '../../internal/sample-desk.js';
import { Feed, refusal, sampleService } from '../../internal/sample-tracking.js';
import { clearPage, expectAccessible, mount, resize, settled, wordsOf } from '../../internal/testing.js';
import { find, press, there } from './driving.js';
import type { OfficerDesk } from './index.js';
import './index.js';


const shown = (client: Client = deskClient()): Promise<OfficerDesk> => mount<OfficerDesk>('sewaka-officer-desk', client);

async function opened(client: Client = deskClient()): Promise<OfficerDesk> {
  const desk = await shown(client);
  await press(desk, '[data-action=select][data-value=app_1]');
  return desk;
}

describe('sewaka-officer-desk', () => {
  before(() => resize(1280, 800));
  after(() => resize(800, 600));
  beforeEach(() => localStorage.clear());
  afterEach(clearPage);

  it('leads to signing in when nobody is signed in', async () => {
    const desk = await shown(deskClient({ sessions: { get: () => Promise.reject(refusal(401, 'unauthenticated')) } }));
    expect(find<HTMLAnchorElement>(desk, 'a.button').href).to.include('/auth/login?return=');
    await expectAccessible(desk);
  });

  it('sorts the day by urgency and counts it', async () => {
    const desk = await shown();
    const groups = [...desk.renderRoot.querySelectorAll('.due-title')].map((title) => title.textContent);
    expect(groups).to.deep.equal(['Terlambat (1)', 'Hari ini (1)', 'Minggu ini (1)', 'Nanti (1)']);
    await expectAccessible(desk);
  });

  it('filters by a count, and says how many are left', async () => {
    const desk = await shown();
    await press(desk, '[data-action=count][data-value=overdue]');
    expect(desk.renderRoot.querySelectorAll('[data-action=select]')).to.have.length(1);
    expect(find(desk, '[data-value=overdue]').getAttribute('aria-pressed')).to.equal('true');
    expect(find(desk, '[data-live]').textContent).to.equal('1 permohonan');
  });

  it('searches in a body, keeps what the list is narrowed to, and lists again once the words are gone', async () => {
    const asked: unknown[] = [];
    const desk = await shown(
      deskClient({
        desk: {
          list: async (input) => (asked.push({ list: input }), { data: sampleItems, nextCursor: null }),
          search: async (input) => (asked.push({ search: input }), { data: sampleItems.slice(1, 2), nextCursor: null }),
        },
      }),
    );
    const type = async (words: string): Promise<void> => {
      const field = find<HTMLInputElement>(desk, '[name=query]');
      field.value = words;
      field.dispatchEvent(new Event('change', { bubbles: true }));
      await aTimeout(20);
      await settled(desk);
    };
    await press(desk, '[data-action=count][data-value=today]');
    await type('5171044108909001');
    expect(desk.renderRoot.querySelectorAll('[data-action=select]')).to.have.length(1);
    await type('');
    expect(asked.slice(1)).to.deep.equal([{ list: { due: 'today', limit: 50 } }, { search: { due: 'today', limit: 50, query: '5171044108909001' } }, { list: { due: 'today', limit: 50 } }]);
    await expectAccessible(desk);
  });

  it('shows answers by step, the registry in words, and files beside them', async () => {
    const desk = await opened();
    expect(wordsOf(desk)).to.include('Cocok dengan data kependudukan').and.include('5171 0441 0890 9001').and.include('Rekening bank').and.include('kartu-keluarga.png');
    expect(wordsOf(desk)).not.to.include('Sebutkan keperluannya');
    await expectAccessible(desk);
  });

  it('zooms and turns a picture by classes alone', async () => {
    const picture = new OffscreenCanvas(20, 10);
    picture.getContext('2d');
    const content = await picture.convertToBlob();
    const desk = await opened(deskClient({ desk: { downloadFile: async () => content } }));
    await press(desk, '[data-action=open-image]');
    await press(desk, '[data-action=zoom-in]');
    await press(desk, '[data-action=rotate]');
    const canvas = find<HTMLCanvasElement>(desk, 'canvas');
    expect(canvas.className).to.equal('zoom-2 turn-1');
    expect(canvas.hasAttribute('style')).to.equal(false);
    await expectAccessible(desk);
  });

  it('approves only when asked twice, with the number shown first', async () => {
    const calls: unknown[] = [];
    const desk = await opened(deskClient({ desk: { act: async (input, options) => (calls.push(input, options), sampleCase('app_1', { allowedActions: [] })) } }));
    await press(desk, '[data-action=act][data-value=approve]');
    expect(calls).to.deep.equal([]);
    expect(wordsOf(desk)).to.include('470/013/SKD/5171042001/XI/2026');
    await expectAccessible(desk);
    await press(desk, '[data-action=decide]');
    expect(calls).to.deep.equal([{ applicationId: 'app_1', action: 'approve' }, { ifMatch: '"r1"' }]);
  });

  it('promises no letter number for a service without a letter', async () => {
    const desk = await opened(deskClient({ desk: { get: async () => sampleCase('app_1', { service: sampleService }) } }));
    await press(desk, '[data-action=act][data-value=approve]');
    expect(wordsOf(desk)).to.include('diteruskan ke tahap berikutnya').and.not.include('470/013');
  });

  it('asks for a correction field by field, with a note each', async () => {
    const calls: unknown[] = [];
    const desk = await opened(deskClient({ desk: { act: async (input) => (calls.push(input), sampleCase('app_1')) } }));
    await press(desk, '[data-action=act][data-value=request_correction]');
    await press(desk, '[name=flag][value="/answers/nik"]');
    await press(desk, '[data-action=decide]');
    expect(calls).to.deep.equal([]);
    expect(wordsOf(desk)).to.include('Tulis catatan untuk NIK').and.include('Tulis catatan untuk pemohon');
    await expectAccessible(desk);
    find<HTMLInputElement>(desk, '[name=note-answers-nik]').value = 'Angka terakhir salah.';
    find<HTMLTextAreaElement>(desk, '[name=note]').value = 'Satu hal saja.';
    await press(desk, '[data-action=decide]');
    expect(calls).to.deep.equal([
      { applicationId: 'app_1', action: 'request_correction', note: 'Satu hal saja.', fields: [{ pointer: '/answers/nik', note: 'Angka terakhir salah.' }] },
    ]);
  });

  it('keeps the typed note when a colleague was faster', async () => {
    const desk = await opened(deskClient({ desk: { act: () => Promise.reject(refusal(412, 'precondition_failed')) } }));
    await press(desk, '[data-action=act][data-value=reject]');
    find<HTMLTextAreaElement>(desk, '[name=note]').value = 'Di luar wilayah.';
    await press(desk, '[data-action=decide]');
    expect(wordsOf(desk)).to.include('Petugas lain baru saja mengubah');
    expect(find<HTMLTextAreaElement>(desk, '[name=note]').value).to.equal('Di luar wilayah.');
    expect(desk.shadowRoot?.activeElement?.hasAttribute('data-changed')).to.equal(true);
    await expectAccessible(desk);
  });

  it('shows the note for copying when the step is already done', async () => {
    let reads = 0;
    const desk = await opened(
      deskClient({
        desk: {
          get: async ({ applicationId }) => sampleCase(applicationId, (reads += 1) > 1 ? { allowedActions: [] } : {}),
          act: () => Promise.reject(refusal(409, 'action_not_allowed')),
        },
      }),
    );
    await press(desk, '[data-action=act][data-value=reject]');
    find<HTMLTextAreaElement>(desk, '[name=note]').value = 'Di luar wilayah.';
    await press(desk, '[data-action=decide]');
    expect(find(desk, 'blockquote').textContent).to.equal('Di luar wilayah.');
    expect(there(desk, '[data-form=decision]')).to.equal(false);
  });

  it('reloads the open case on news of it, without losing what is typed', async () => {
    const feed = new Feed<DeskEvent>();
    let revision = 1;
    const get: Client['desk']['get'] = async ({ applicationId }) => {
      const opened = sampleCase(applicationId);
      return { ...opened, application: { ...opened.application, revision } };
    };
    const versions: unknown[] = [];
    const desk = await opened(deskClient({ desk: { get, act: async (_input, options) => (versions.push(options?.ifMatch), sampleCase('app_1')) } }, feed));
    await press(desk, '[data-action=act][data-value=reject]');
    find<HTMLTextAreaElement>(desk, '[name=note]').value = 'Di luar wilayah.';
    revision = 2;
    feed.send({ applicationId: 'app_1', status: 'in_review', revision: 2 });
    await settled(desk);
    await settled(desk);
    expect(find(desk, '[data-live]').textContent).to.include('baru berubah');
    await press(desk, '[data-action=decide]');
    expect(versions).to.deep.equal(['"r2"']);
  });

  it('shows what was typed when news says that the step is taken', async () => {
    const feed = new Feed<DeskEvent>();
    let taken = false;
    const get: Client['desk']['get'] = async ({ applicationId }) => {
      const opened = sampleCase(applicationId, taken ? { allowedActions: [] } : {});
      return { ...opened, application: { ...opened.application, revision: taken ? 2 : 1 } };
    };
    const desk = await opened(deskClient({ desk: { get } }, feed));
    await press(desk, '[data-action=act][data-value=reject]');
    find<HTMLTextAreaElement>(desk, '[name=note]').value = 'Di luar wilayah.';
    taken = true;
    feed.send({ applicationId: 'app_1', status: 'awaiting_signature', revision: 2 });
    await settled(desk);
    await settled(desk);
    expect(there(desk, '[data-form=decision]')).to.equal(false);
    expect(find(desk, 'blockquote').textContent).to.equal('Di luar wilayah.');
  });

  it('is driven by keys, which never fire while typing and can be switched off', async () => {
    const desk = await shown();
    await sendKeys({ press: 'j' });
    await settled(desk);
    expect(desk.shadowRoot?.activeElement?.getAttribute('data-value')).to.equal('app_0');
    await sendKeys({ press: 'j' });
    await settled(desk);
    await sendKeys({ press: 'Enter' });
    await settled(desk);
    await settled(desk);
    expect(there(desk, '#case')).to.equal(true);
    await sendKeys({ press: 'm' });
    await settled(desk);
    expect(find(desk, '#sure').textContent).to.include('memperbaiki');
    find<HTMLTextAreaElement>(desk, '[name=note]').focus();
    await sendKeys({ press: 'a' });
    await settled(desk);
    expect(find<HTMLTextAreaElement>(desk, '[name=note]').value).to.equal('a');
    await sendKeys({ press: 'Escape' });
    await settled(desk);
    expect(there(desk, '#sure')).to.equal(false);
    await sendKeys({ press: '?' });
    await settled(desk);
    expect(find<HTMLDialogElement>(desk, 'dialog').open).to.equal(true);
    await expectAccessible(desk);
    await press(desk, '[name=shortcuts]');
    await press(desk, '[data-action=help-close]');
    await sendKeys({ press: 'a' });
    await settled(desk);
    expect(there(desk, '#sure')).to.equal(false);
  });

  it('goes back to signing in when the session ends', async () => {
    const desk = await opened(deskClient({ desk: { act: () => Promise.reject(refusal(401, 'unauthenticated')) } }));
    await press(desk, '[data-action=act][data-value=approve]');
    await press(desk, '[data-action=decide]');
    expect(wordsOf(desk)).to.include('Sesi Anda sudah berakhir');
    await expectAccessible(desk);
  });

  it('leaves no stream running after removal', async () => {
    let aborted = false;
    const desk = await shown(
      deskClient({
        desk: {
          watch: (options) => {
            options?.signal?.addEventListener('abort', () => (aborted = true));
            return new Feed<DeskEvent>().follow(options?.signal);
          },
        },
      }),
    );
    desk.remove();
    expect(aborted).to.equal(true);
  });
});
