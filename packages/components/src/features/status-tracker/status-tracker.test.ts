import { expect } from '@open-wc/testing';
import type { Client } from '../../internal/client.js';
import type { Tracking } from '../../internal/client-resident.js';
import { Feed, refusal, sampleCode, sampleStates, sampleTracking, trackingClient } from '../../internal/sample-tracking.js';
import { clearPage, expectAccessible, mount, settled, wordsOf } from '../../internal/testing.js';
import type { StatusTracker } from './index.js';
import './index.js';

const find = <E extends HTMLElement>(tracker: StatusTracker, selector: string): E => {
  const found = tracker.renderRoot.querySelector<E>(selector);
  if (!found) throw new Error(`not there: ${selector}`);
  return found;
};

async function fill(tracker: StatusTracker, phone = '0812 0000 0101'): Promise<void> {
  find<HTMLInputElement>(tracker, '[name=code]').value = sampleCode;
  find<HTMLInputElement>(tracker, '[name=phone]').value = phone;
  find(tracker, '[data-action=open]').click();
  await settled(tracker);
}

async function opened(client: Client): Promise<StatusTracker> {
  const tracker = await mount<StatusTracker>('sewaka-status-tracker', client, { code: sampleCode });
  await fill(tracker);
  return tracker;
}

async function press(tracker: StatusTracker, action: string): Promise<void> {
  find(tracker, `[data-action=${action}]`).click();
  await settled(tracker);
}

describe('sewaka-status-tracker', () => {
  afterEach(() => {
    clearPage();
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('asks for a code and one proof, and names what is missing', async () => {
    const tracker = await mount<StatusTracker>('sewaka-status-tracker', trackingClient(sampleTracking()));
    await expectAccessible(tracker);
    await press(tracker, 'open');
    expect(wordsOf(tracker)).to.include('Isi kode pelacakan').and.include('Isi nomor telepon');
    expect(tracker.shadowRoot?.activeElement?.hasAttribute('data-summary')).to.equal(true);
    await expectAccessible(tracker);
  });

  it('takes the code from the fragment and removes it from the address', async () => {
    history.replaceState(null, '', `#code=${sampleCode}`);
    const tracker = await mount<StatusTracker>('sewaka-status-tracker', trackingClient(sampleTracking()));
    expect(find<HTMLInputElement>(tracker, '[name=code]').value).to.equal(sampleCode);
    expect(location.href).not.to.include(sampleCode);
  });

  it('takes the code of a link that is followed on this page over what was typed', async () => {
    const tracker = await mount<StatusTracker>('sewaka-status-tracker', trackingClient(sampleTracking()));
    find<HTMLInputElement>(tracker, '[name=code]').value = 'salah';
    await press(tracker, 'open');
    location.hash = `#code=${sampleCode}`;
    await new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    await settled(tracker);
    expect(find<HTMLInputElement>(tracker, '[name=code]').value).to.equal(sampleCode);
  });

  it('finds the code in a whole link that was pasted', async () => {
    const asked: unknown[] = [];
    const tracking = sampleTracking();
    const tracker = await mount<StatusTracker>('sewaka-status-tracker', trackingClient(tracking, { tracking: { open: async ({ code }) => (asked.push(code), { accessToken: 'set_x', application: tracking }) } }));
    find<HTMLInputElement>(tracker, '[name=code]').value = `https://desa-yang-panjang-namanya.desa.id/lacak/#code=${sampleCode}`;
    find<HTMLInputElement>(tracker, '[name=phone]').value = '0812 0000 0101';
    await press(tracker, 'open');
    expect(asked).to.deep.equal([sampleCode]);
  });

  it('opens with the proof in canonical spelling, and shows the steps and the due date in words', async () => {
    const asked: unknown[] = [];
    const tracking = sampleTracking();
    const tracker = await opened(trackingClient(tracking, { tracking: { open: async (input) => (asked.push(input), { accessToken: 'set_x', application: tracking }) } }));
    expect(asked).to.deep.equal([{ code: sampleCode, factor: { kind: 'phone', value: '+6281200000101' } }]);
    expect(wordsOf(tracker)).to.include('Paling lambat Jumat, 27 November');
    expect(find(tracker, 'ol [aria-current=step]').textContent).to.include('Pemeriksaan berkas').and.include('Sedang berjalan');
    expect(tracker.shadowRoot?.activeElement?.textContent).to.equal('Surat Keterangan Domisili');
    await expectAccessible(tracker);
  });

  it('says the same for every mismatch', async () => {
    const tracker = await opened(trackingClient(sampleTracking(), { tracking: { open: () => Promise.reject(refusal(404, 'tracking_not_found')) } }));
    expect(wordsOf(tracker)).to.include('Tidak ada permohonan yang cocok');
    expect(tracker.shadowRoot?.activeElement?.hasAttribute('data-notice')).to.equal(true);
    await expectAccessible(tracker);
  });

  it('tells kindly when to come back after too many attempts', async () => {
    const tracker = await opened(trackingClient(sampleTracking(), { tracking: { open: () => Promise.reject(refusal(429, 'too_many_attempts', { retryAfter: 600 })) } }));
    expect(wordsOf(tracker)).to.match(/bukan karena Anda berbuat salah.*setelah pukul \d\d\.\d\d WITA/);
    await expectAccessible(tracker);
  });

  it('moves while one watches, and announces and fires only for a real change', async () => {
    const feed = new Feed<Tracking>();
    const tracker = await opened(trackingClient(sampleTracking(), {}, feed));
    const changes: string[] = [];
    tracker.addEventListener('sewaka-status-change', (event) => changes.push(`${event.previous}>${event.status}`));
    feed.send(sampleTracking({ updatedAt: '2026-11-23T04:00:00Z' }));
    await settled(tracker);
    expect(find(tracker, '[data-live]').textContent).to.equal('');
    feed.send(sampleTracking({ status: 'awaiting_signature', revision: 2 }));
    await settled(tracker);
    expect(changes).to.deep.equal(['in_review>awaiting_signature']);
    expect(find(tracker, '[data-live]').textContent).to.include('Menunggu tanda tangan');
    feed.send(sampleTracking());
    await settled(tracker);
    expect(find(tracker, '.badge').textContent).to.include('Menunggu tanda tangan');
  });

  it('shows the new status even when a page translator has replaced the words', async () => {
    const feed = new Feed<Tracking>();
    const tracker = await opened(trackingClient(sampleTracking(), {}, feed));
    const words = find(tracker, '.badge span');
    const font = document.createElement('font');
    font.textContent = 'Being checked';
    words.replaceChildren(font);
    feed.send(sampleTracking({ status: 'awaiting_signature', revision: 2 }));
    await settled(tracker);
    expect(find(tracker, '.badge').textContent?.trim()).to.equal('Menunggu tanda tangan');
  });

  it('keeps history behind a button', async () => {
    const tracker = await opened(trackingClient(sampleTracking()));
    expect(wordsOf(tracker)).not.to.include('Permohonan diajukan');
    await press(tracker, 'history');
    expect(find(tracker, '[data-action=history]').getAttribute('aria-expanded')).to.equal('true');
    expect(wordsOf(tracker)).to.include('Permohonan diajukan');
    await expectAccessible(tracker);
  });

  for (const [name, tracking] of Object.entries(sampleStates)) {
    it(`is accessible when ${name}`, async () => {
      const tracker = await opened(trackingClient(tracking));
      await expectAccessible(tracker);
    });
  }

  it('says where, when and with what to collect', async () => {
    const tracker = await opened(trackingClient(sampleStates.ready));
    expect(wordsOf(tracker)).to.include('Senin–Kamis 08.00–15.00 WITA').and.include('Jumat 08.00–12.30 WITA').and.include('Kartu keluarga');
  });

  it('withdraws only when asked twice, for the version that was seen', async () => {
    const calls: unknown[] = [];
    const tracker = await opened(
      trackingClient(sampleTracking({ revision: 3 }), { applications: { withdraw: async (input, options) => void calls.push(input, options) } }),
    );
    await press(tracker, 'ask-withdraw');
    expect(calls).to.deep.equal([]);
    await expectAccessible(tracker);
    find<HTMLTextAreaElement>(tracker, '[name=reason]').value = 'Pindah rumah';
    await press(tracker, 'withdraw');
    expect(calls).to.deep.equal([
      { applicationId: 'app_k3m5p7r2t4v6x2z4b6d2f4h6j2', reason: 'Pindah rumah' },
      { accessToken: 'set_sample', ifMatch: '"r3"' },
    ]);
  });

  it('shares a link with the code behind #, as text and QR', async () => {
    const tracker = await opened(trackingClient(sampleTracking()));
    await press(tracker, 'share-panel');
    const link = find<HTMLAnchorElement>(tracker, 'a[href^="https://wa.me"]').href;
    expect(decodeURIComponent(link)).to.include('#code=ABCD-EFGH-JKMN-PQRS-TVWR');
    expect(find(tracker, 'svg.qr').getAttribute('aria-label')).to.include('status');
    await expectAccessible(tracker);
  });

  it('asks again when the session has ended, keeping the code', async () => {
    const tracker = await opened(trackingClient(sampleTracking(), { tracking: { get: () => Promise.reject(refusal(401, 'unauthenticated')) } }));
    await press(tracker, 'refresh');
    expect(wordsOf(tracker)).to.include('tidak ada yang hilang');
    expect(find<HTMLInputElement>(tracker, '[name=code]').value).to.equal(sampleCode);
  });

  it('leaves nothing running after removal', async () => {
    let aborted = false;
    const client = trackingClient(sampleTracking(), {
      tracking: {
        watch: (_key, options) => {
          options?.signal?.addEventListener('abort', () => (aborted = true));
          return new Feed<Tracking>().follow(options?.signal);
        },
      },
    });
    const tracker = await opened(client);
    tracker.remove();
    expect(aborted).to.equal(true);
  });
});
