import { expect } from '@open-wc/testing';
import type { DeskApplication, Session, Vouching } from '../../internal/client-desk.js';
import { deskClient, sampleCase, sampleSession } from '../../internal/sample-desk.js';
import { clearPage, expectAccessible, mount, resize, wordsOf } from '../../internal/testing.js';
import { find, press, there } from './driving.js';
import type { OfficerDesk } from './index.js';
import './index.js';


const awaited: Vouching = { state: 'awaited', banjar: 'Banjar Contoh Satu', kadus: 'I Made Contoh' };
const kadusSession: Session = { ...sampleSession, post: 'kadus', banjar: 'Banjar Contoh Satu', name: 'I Made Contoh' };

async function opened(change: Partial<DeskApplication>, calls: unknown[] = [], session: Session = sampleSession): Promise<OfficerDesk> {
  const shown = sampleCase('app_1', change);
  const desk = await mount<OfficerDesk>('sewaka-officer-desk', deskClient({ sessions: { get: async () => session }, desk: { get: async () => shown, act: async (input) => (calls.push(input), shown) } }));
  await press(desk, '[data-action=select][data-value=app_1]');
  return desk;
}
const event = (action: string, note: string): DeskApplication['events'][number] => ({ id: `evt_${action}`, at: '2026-11-23T02:00:00Z', actorRole: 'officer', actorName: 'I Made Contoh', action, note });

describe('the Kadus at the desk', () => {
  before(() => resize(1280, 800));
  after(() => resize(800, 600));
  beforeEach(() => localStorage.clear());
  afterEach(clearPage);

  it('sees which banjar he heads, claims nothing, and vouches when asked twice', async () => {
    const calls: unknown[] = [];
    const desk = await opened({ claim: null, vouching: awaited, allowedActions: ['vouch', 'withhold'] }, calls, kadusSession);
    expect(find(desk, '.bar').textContent).to.include('Banjar Contoh Satu');
    expect(there(desk, '[data-action=claim]')).to.equal(false);
    await press(desk, '[data-action=act][data-value=vouch]');
    expect(wordsOf(desk)).to.include('sebagai kepala Banjar Contoh Satu').and.include('tidak dapat ditarik kembali');
    await expectAccessible(desk);
    await press(desk, '[data-action=decide]');
    expect(calls).to.deep.equal([{ applicationId: 'app_1', action: 'vouch' }]);
  });

  it('is asked for a note when he does not vouch, which says that only officers read it', async () => {
    const calls: unknown[] = [];
    const desk = await opened({ claim: null, vouching: awaited, allowedActions: ['vouch', 'withhold'] }, calls, kadusSession);
    await press(desk, '[data-action=act][data-value=withhold]');
    await press(desk, '[data-action=decide]');
    expect(calls).to.deep.equal([]);
    expect(wordsOf(desk)).to.include('Tulis yang perlu diketahui petugas').and.include('Hanya petugas yang membacanya');
    const note = find<HTMLTextAreaElement>(desk, '[name=note]');
    expect(note.getAttribute('aria-describedby')).to.equal('sewaka-act-note-hint sewaka-act-note-error');
    await expectAccessible(desk);
    note.value = 'Tidak saya kenal.';
    await press(desk, '[data-action=decide]');
    expect(calls).to.deep.equal([{ applicationId: 'app_1', action: 'withhold', note: 'Tidak saya kenal.' }]);
  });

  it('speaks although a colleague of the office has claimed the application', async () => {
    const desk = await opened({ claim: { name: 'Ni Luh Contoh', mine: false }, vouching: awaited, allowedActions: ['vouch', 'withhold'] }, [], kadusSession);
    expect(there(desk, '[data-action=act][data-value=vouch]')).to.equal(true);
    expect(wordsOf(desk)).not.to.include('Sedang dikerjakan');
  });

  it('is named to the operator while his word is awaited, and going on without it needs a note', async () => {
    const calls: unknown[] = [];
    const desk = await opened({ vouching: awaited }, calls);
    expect(wordsOf(desk)).to.include('Menunggu pengantar kepala Banjar Contoh Satu: I Made Contoh.').and.include('hanya dapat disetujui dengan catatan alasannya');
    await press(desk, '[data-action=act][data-value=approve]');
    await press(desk, '[data-action=decide]');
    expect(calls).to.deep.equal([]);
    expect(wordsOf(desk)).to.include('Tulis alasan meneruskan tanpa pengantar');
    await expectAccessible(desk);
    find<HTMLTextAreaElement>(desk, '[name=note]').value = 'Surat pengantar kertas.';
    await press(desk, '[data-action=decide]');
    expect(calls).to.deep.equal([{ applicationId: 'app_1', action: 'approve', note: 'Surat pengantar kertas.' }]);
  });

  const said: readonly (readonly [string, Vouching, readonly DeskApplication['events'][number][], string])[] = [
    ['vouched', { ...awaited, state: 'vouched' }, [event('vouch', 'Benar warga saya.')], 'Kepala dusun/lingkungan memberi pengantar.'],
    ['withheld', { ...awaited, state: 'withheld' }, [event('withhold', 'Sudah pindah.')], 'Pemohon tidak melihat ini.'],
    ['went unheard', { ...awaited, state: 'waived' }, [event('waive_vouch', 'Kadus sakit.')], 'Diteruskan tanpa pengantar kepala dusun/lingkungan.'],
  ];
  for (const [what, vouching, events, words] of said)
    it(`has ${what}: the desk says so, with who, when and why`, async () => {
      const desk = await opened({ vouching, events });
      const notice = find(desk, '.actions .notice');
      expect(notice.textContent).to.include(words).and.include('I Made Contoh').and.include(events[0]?.note);
      await press(desk, '[data-action=act][data-value=approve]');
      expect(there(desk, '[name=note]')).to.equal(vouching.state === 'withheld');
      await expectAccessible(desk);
    });

  it('is nobody where the applicant named no banjar, and the desk says that', async () => {
    const desk = await opened({ vouching: { state: 'awaited' } });
    expect(wordsOf(desk)).to.include('Pemohon tidak menyebut banjar');
  });
});
