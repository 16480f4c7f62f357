import { expect, waitUntil } from '@open-wc/testing';
import type { ClientParts } from '../../internal/fake-client.js';
import { refusal, sampleAnswers, sampleCode, sampleStates, trackingClient } from '../../internal/sample-tracking.js';
import { clearPage, expectAccessible, mount, settled, wordsOf } from '../../internal/testing.js';
import type { StatusTracker } from './index.js';
import './index.js';

const find = <E extends HTMLElement>(tracker: StatusTracker, selector: string): E => {
  const found = tracker.renderRoot.querySelector<E>(selector);
  if (!found) throw new Error(`not there: ${selector}`);
  return found;
};

async function correcting(applications: NonNullable<ClientParts['applications']>, more: ClientParts = {}): Promise<StatusTracker> {
  const tracker = await mount<StatusTracker>('sewaka-status-tracker', trackingClient(sampleStates.incomplete, { ...more, applications }), { code: sampleCode });
  find<HTMLInputElement>(tracker, '[name=phone]').value = '081200000101';
  find(tracker, '[data-action=open]').click();
  await settled(tracker);
  find(tracker, '[data-action=correct]').click();
  await waitUntil(() => tracker.renderRoot.querySelector('form[data-form=correction]'), 'the form has come', { timeout: 5_000 });
  await settled(tracker);
  return tracker;
}

async function send(tracker: StatusTracker): Promise<void> {
  find(tracker, '[data-action=send-correction]').click();
  await settled(tracker);
  await settled(tracker);
}

describe('a correction in the tracker', () => {
  afterEach(clearPage);

  it('shows exactly what was flagged, with the officer’s note and the answer as it is', async () => {
    const tracker = await correcting({});
    const names = [...tracker.renderRoot.querySelectorAll('form[data-form=correction] .field input')].map((input) => input.getAttribute('name'));
    expect(names).to.deep.equal(['nik', null, null, null]);
    expect(find<HTMLInputElement>(tracker, '[name=nik]').value).to.equal(sampleAnswers.nik);
    expect(wordsOf(tracker)).to.include('Tidak sama dengan foto KTP.').and.include('Foto buram.');
    await expectAccessible(tracker);
  });

  it('names mistakes and sends nothing', async () => {
    let sent = 0;
    const tracker = await correcting({ correct: async () => (sent += 1) });
    find<HTMLInputElement>(tracker, '[name=nik]').value = '12';
    await send(tracker);
    expect(sent).to.equal(0);
    expect(tracker.shadowRoot?.activeElement?.hasAttribute('data-summary')).to.equal(true);
    expect(wordsOf(tracker)).to.include('NIK harus 16 angka').and.include('Pilih berkas untuk Kartu keluarga');
    await expectAccessible(tracker);
  });

  it('sends whole answers for the version that was seen', async () => {
    const calls: unknown[] = [];
    const tracker = await correcting({ correct: async (input, options) => void calls.push(input, options) });
    find<HTMLInputElement>(tracker, '[name=nik]').value = '5171 0441 0890 9002';
    find(tracker, '[data-original]').click();
    await settled(tracker);
    await send(tracker);
    expect(calls).to.deep.equal([
      {
        applicationId: 'app_k3m5p7r2t4v6x2z4b6d2f4h6j2',
        answers: { ...sampleAnswers, nik: '5171044108909002' },
        documents: { 'kartu-keluarga': { way: 'bring_original' } },
      },
      { accessToken: 'set_sample', ifMatch: '"r2"' },
    ]);
  });

  it('sends a new file while the rest is filled in, and waits for it before the correction goes', async () => {
    const calls: unknown[] = [];
    let arrive: (upload: { id: string }) => void = () => undefined;
    const done = new Promise<{ id: string }>((resolve) => (arrive = resolve));
    const start: NonNullable<ClientParts['uploads']>['start'] = (_file, options) => {
      options?.onProgress?.({ sent: 40, total: 100 });
      return { done, pause: () => undefined, resume: () => undefined, abort: async () => undefined };
    };
    const tracker = await correcting({ correct: async (input) => void calls.push(input) }, { uploads: { start } });
    const picker = find<HTMLInputElement>(tracker, 'input.picker');
    const files = new DataTransfer();
    files.items.add(new File(['%PDF-1.4'], 'kk-baru.pdf', { type: 'application/pdf' }));
    picker.files = files.files;
    picker.dispatchEvent(new Event('change', { bubbles: true }));
    await waitUntil(() => wordsOf(tracker).includes('Mengunggah 40 %'), 'the progress is shown');
    expect(find<HTMLProgressElement>(tracker, 'progress').value).to.equal(40);
    await expectAccessible(tracker);
    await send(tracker);
    expect(calls).to.deep.equal([]);
    arrive({ id: 'upl_new' });
    await waitUntil(() => calls.length === 1, 'the correction is sent');
    expect(calls[0]).to.have.nested.property('documents.kartu-keluarga').that.deep.equals({ way: 'upload', uploadIds: ['upl_new'] });
  });

  it('reloads gently when the application changed, keeping what was typed', async () => {
    const versions: unknown[] = [];
    let revision = 2;
    const tracker = await correcting({
      get: async () => ({ answers: sampleAnswers, documents: {}, revision: revision++ }),
      correct: (_input, options) => (versions.push(options?.ifMatch), versions.length === 1 ? Promise.reject(refusal(412, 'precondition_failed')) : Promise.resolve({})),
    });
    find<HTMLInputElement>(tracker, '[name=nik]').value = '5171044108909002';
    find(tracker, '[data-original]').click();
    await settled(tracker);
    await send(tracker);
    expect(wordsOf(tracker)).to.include('ketikan Anda masih ada');
    expect(find<HTMLInputElement>(tracker, '[name=nik]').value).to.equal('5171044108909002');
    await send(tracker);
    expect(versions).to.deep.equal(['"r2"', '"r3"']);
  });

  it('puts a refusal of the server on its field', async () => {
    const refused = refusal(422, 'validation_failed', { issues: [{ pointer: '/answers/nik', code: 'impossible_identifier' }] });
    const tracker = await correcting({ correct: () => Promise.reject(refused) });
    find(tracker, '[data-original]').click();
    await settled(tracker);
    await send(tracker);
    expect(find(tracker, '[name=nik]').getAttribute('aria-invalid')).to.equal('true');
  });
});

describe('a session that ends while a correction is typed', () => {
  afterEach(clearPage);

  const openAgain = async (tracker: StatusTracker): Promise<void> => {
    find<HTMLInputElement>(tracker, '[name=phone]').value = '081200000101';
    find(tracker, '[data-action=open]').click();
    await settled(tracker);
    await settled(tracker);
  };

  it('asks for the second factor again in place and goes on with what was typed', async () => {
    const versions: unknown[] = [];
    const tracker = await correcting({
      get: async () => ({ answers: sampleAnswers, documents: {}, revision: 2 }),
      correct: (_input, options) => (versions.push(options), versions.length === 1 ? Promise.reject(refusal(401, 'unauthorized')) : Promise.resolve({})),
    });
    find<HTMLInputElement>(tracker, '[name=nik]').value = '5171044108909002';
    find(tracker, '[data-original]').click();
    await settled(tracker);
    await send(tracker);
    expect(wordsOf(tracker)).to.include('ketikan perbaikan Anda masih ada').and.not.include('5171044108909002');
    expect(tracker.shadowRoot?.activeElement?.hasAttribute('data-notice')).to.equal(true);
    expect(find<HTMLInputElement>(tracker, '[name=code]').value).not.to.equal('');
    await expectAccessible(tracker);
    await openAgain(tracker);
    expect(find<HTMLInputElement>(tracker, '[name=nik]').value).to.equal('5171044108909002');
    expect(find<HTMLInputElement>(tracker, '[data-original]').checked).to.equal(true);
    expect(tracker.shadowRoot?.activeElement?.id).to.equal('correction');
    await expectAccessible(tracker);
    await send(tracker);
    expect(versions).to.have.length(2);
  });

  it('keeps half-typed text too, whenever it ends', async () => {
    const tracker = await correcting({});
    find<HTMLInputElement>(tracker, '[name=nik]').value = '51710441';
    tracker.ended(refusal(401, 'unauthorized'));
    await settled(tracker);
    expect(wordsOf(tracker)).to.include('ketikan perbaikan Anda masih ada');
    await openAgain(tracker);
    expect(find<HTMLInputElement>(tracker, '[name=nik]').value).to.equal('51710441');
  });

  it('forgets what was typed when the widget is taken away', async () => {
    const tracker = await correcting({});
    find<HTMLInputElement>(tracker, '[name=nik]').value = '51710441';
    tracker.ended(refusal(401, 'unauthorized'));
    await settled(tracker);
    tracker.remove();
    document.body.append(tracker);
    await settled(tracker);
    await openAgain(tracker);
    expect(tracker.renderRoot.querySelector('form[data-form=correction]')).to.equal(null);
  });
});
