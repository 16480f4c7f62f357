import { expect } from '@open-wc/testing';
import type { Client, Receipt, ServiceDefinition, UploadOptions } from '../../internal/client.js';
import { clearPage, expectAccessible, settled, until, wordsOf } from '../../internal/testing.js';
import { loadDraft, removeDraft } from './draft.js';
import { draftKey } from './draft-key.js';
import { aboutYou, atHome, drive, type Driver } from './driving.js';
import { receipt, smallService } from './fixture.js';
import { resizeImage } from '../../controls/upload/resize-image.js';

async function toDocuments(start?: Client['uploads']['start'], service: ServiceDefinition = smallService(), submit?: () => Promise<Receipt>): Promise<Driver> {
  const driver = await drive({ service, ...(start ? { start } : {}), ...(submit ? { submit } : {}) });
  await driver.click('[data-action=start]');
  driver.fill(aboutYou);
  await driver.next();
  driver.fill(atHome);
  await driver.next();
  driver.fill({ 'doc.ktp-el': 'upload' });
  await until('a file can be chosen', () => driver.seen('input.picker'));
  return driver;
}

function choose(driver: Driver, ...chosen: readonly File[]): void {
  const picker = driver.find<HTMLInputElement>('input.picker');
  const files = new DataTransfer();
  for (const file of chosen) files.items.add(file);
  picker.files = files.files;
  picker.dispatchEvent(new Event('change', { bubbles: true }));
}

async function photo(width: number, height: number): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  const noise = new ImageData(width, height);
  for (let at = 0; at < noise.data.length; at += 1) noise.data[at] = at % 4 === 3 ? 255 : (at * 7919) % 251;
  context?.putImageData(noise, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return new File([blob ?? ''], 'KTP saya.png', { type: 'image/png' });
}

describe('documents of a service form', () => {
  afterEach(async () => {
    clearPage();
    sessionStorage.clear();
    await removeDraft(draftKey('lokal-coba', '51.71.04.2001'));
  });

  it('uploads a chosen file, tells it, and sends its id', async () => {
    const driver = await toDocuments();
    choose(driver, new File(['%PDF-1.7'], 'ktp.pdf', { type: 'application/pdf' }));
    await until('it is uploaded', () => wordsOf(driver.form).includes('Sudah diunggah'));
    expect(driver.find('[data-live]').textContent).to.equal('ktp.pdf sudah diunggah.');
    await expectAccessible(driver.form);
    await driver.next();
    expect(driver.title()).to.equal('Cara menghubungi Anda');
  });

  it('takes up after a reload what has arrived, in this tab only and without its name', async () => {
    const before = await toDocuments();
    choose(before, new File(['%PDF-1.7'], 'KTP Ni Luh.pdf', { type: 'application/pdf' }));
    await until('it is uploaded', () => wordsOf(before.form).includes('Sudah diunggah'));
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(JSON.stringify({ ...sessionStorage })).to.contain('upl_a').and.not.contain('Ni Luh');
    expect(JSON.stringify({ ...localStorage })).not.to.contain('upl_a');
    expect(JSON.stringify(await loadDraft(draftKey('lokal-coba', '51.71.04.2001')))).not.to.contain('upl_a');
    clearPage();
    const driver = await drive();
    await until('the draft is offered', () => driver.seen('[data-action=resume]'));
    await driver.click('[data-action=resume]');
    driver.fill({ nik: '5171045106909001' });
    await driver.next();
    expect(wordsOf(driver.form)).to.contain('Berkas 1').and.contain('Sudah diunggah');
    await driver.click('[data-action=remove-file]');
    expect(JSON.stringify({ ...sessionStorage })).not.to.contain('upl_a');
  });

  it('refuses an empty file in words and lets it be removed', async () => {
    const driver = await toDocuments();
    choose(driver, new File([], 'kosong.pdf', { type: 'application/pdf' }));
    await until('it is refused', () => wordsOf(driver.form).includes('Berkas ini kosong'));
    await expectAccessible(driver.form);
    await driver.click('[data-action=remove-file]');
    await driver.next();
    expect(driver.mistakes()).to.deep.equal(['Unggah KTP-el pemohon, atau pilih membawa aslinya']);
    await expectAccessible(driver.form);
  });

  it('makes a large photo a JPEG of at most 1 MB', async () => {
    const small = await resizeImage(await photo(3000, 1500));
    expect(small.type).to.equal('image/jpeg');
    expect(small.name).to.equal('KTP saya.jpg');
    expect(small.size).to.be.at.most(1_000_000);
    const { width, height } = await createImageBitmap(small);
    expect([width, height]).to.deep.equal([2200, 1100]);
  });

  it('leaves a PDF as it is', async () => {
    const file = new File(['%PDF-1.7'], 'a.pdf', { type: 'application/pdf' });
    expect(await resizeImage(file)).to.equal(file);
  });
});

/** A server whose answers to an upload a test gives. */
function slowServer(): { readonly start: Client['uploads']['start']; readonly options: UploadOptions[]; readonly arrive: (id: string) => void; readonly calls: string[] } {
  const calls: string[] = [];
  const options: UploadOptions[] = [];
  const arrivals: ((upload: { id: string }) => void)[] = [];
  return {
    calls,
    options,
    arrive: (id) => arrivals.shift()?.({ id }),
    start: (_file, given = {}) => {
      options.push(given);
      given.onProgress?.({ sent: 40, total: 100 });
      const task = (call: string) => () => void calls.push(call);
      return { done: new Promise((resolve) => arrivals.push(resolve)), pause: task('pause'), resume: task('resume'), abort: async () => task('abort')() };
    },
  };
}

const pdf = (name = 'ktp.pdf', content = '%PDF-1.7'): File => new File([content], name, { type: 'application/pdf', lastModified: 1 });

describe('a file on a bad line', () => {
  afterEach(async () => {
    clearPage();
    sessionStorage.clear();
    await new Promise((resolve) => setTimeout(resolve, 150));
    await removeDraft(draftKey('lokal-coba', '51.71.04.2001'));
  });

  it('is paused and goes on by buttons that name it, and focus stays there', async () => {
    const server = slowServer();
    const driver = await toDocuments(server.start);
    choose(driver, pdf());
    await until('it is on its way', () => wordsOf(driver.form).includes('Mengunggah 40 %'));
    await driver.click('[data-action=pause-file]');
    expect(wordsOf(driver.form)).to.contain('Dijeda pada 40 %');
    expect(driver.form.shadowRoot?.activeElement?.textContent?.replace(/\s+/g, ' ').trim()).to.equal('Teruskan ktp.pdf');
    await expectAccessible(driver.form);
    await driver.click('[data-action=resume-file]');
    expect(server.calls).to.deep.equal(['pause', 'resume']);
    server.arrive('upl_a');
    await until('it is uploaded', () => wordsOf(driver.form).includes('Sudah diunggah'));
  });

  it('waits for the line by itself, says so once, and needs no hand', async () => {
    const server = slowServer();
    const driver = await toDocuments(server.start);
    choose(driver, pdf());
    await until('it is on its way', () => server.options.length === 1);
    server.options[0]?.onWaiting?.(true);
    await settled(driver.form);
    expect(wordsOf(driver.form)).to.contain('dilanjutkan sendiri').and.not.contain('Coba lagi');
    expect(driver.find('[data-live]').textContent).to.equal('ktp.pdf terhenti dan dilanjutkan sendiri begitu tersambung.');
    await expectAccessible(driver.form);
    driver.find('[data-live]').textContent = '';
    server.options[0]?.onWaiting?.(false);
    server.options[0]?.onWaiting?.(true);
    await settled(driver.form);
    expect(driver.find('[data-live]').textContent).to.equal('');
    server.options[0]?.onWaiting?.(false);
    server.arrive('upl_a');
    await until('it is uploaded', () => wordsOf(driver.form).includes('Sudah diunggah'));
  });

  it('starts by itself when even the code that sends could not be fetched', async () => {
    const server = slowServer();
    let refused = 0;
    const driver = await toDocuments((file, options) => {
      if (refused++ > 0) return server.start(file, options);
      const done = Promise.reject(Object.assign(new Error('gone'), { kind: 'connection' }));
      return { done, pause: () => undefined, resume: () => undefined, abort: async () => undefined };
    });
    choose(driver, pdf());
    await until('it waits', () => wordsOf(driver.form).includes('dilanjutkan sendiri'));
    window.dispatchEvent(new Event('online'));
    await until('it is on its way', () => wordsOf(driver.form).includes('Mengunggah 40 %'));
  });

  it('is taken away while it is sent, and nothing of it is handed in', async () => {
    const server = slowServer();
    const driver = await toDocuments(server.start);
    choose(driver, pdf());
    await until('it is on its way', () => driver.seen('[data-action=remove-file]'));
    await driver.click('[data-action=remove-file]');
    server.arrive('upl_late');
    await settled(driver.form);
    expect(server.calls).to.deep.equal(['abort']);
    expect(driver.seen('.file')).to.equal(false);
    expect(driver.form.shadowRoot?.activeElement).to.equal(driver.find('input.picker'));
    await driver.next();
    expect(driver.mistakes()).to.deep.equal(['Unggah KTP-el pemohon, atau pilih membawa aslinya']);
  });

  it('is not sent twice when it is chosen twice, and that is said', async () => {
    const server = slowServer();
    const service = smallService();
    const driver = await toDocuments(server.start, { ...service, requirements: service.requirements.map((one) => ({ ...one, maxFiles: 3 })) });
    choose(driver, pdf());
    await until('it is on its way', () => server.options.length === 1);
    choose(driver, pdf());
    await settled(driver.form);
    expect(wordsOf(driver.form)).to.contain('ktp.pdf sudah dipilih; tidak dikirim dua kali.');
    expect(driver.find('[data-live]').textContent).to.contain('ktp.pdf sudah dipilih');
    expect(server.options).to.have.length(1);
    await expectAccessible(driver.form);
  });

  it('may be meant for two documents, which is asked about', async () => {
    const server = slowServer();
    const service = smallService();
    const driver = await toDocuments(server.start, { ...service, requirements: [...service.requirements, { id: 'kk', label: { id: 'KK', en: 'KK' }, ways: ['upload'] }] });
    await until('both can be chosen', () => driver.seen('input.picker[data-requirement=ktp-el]'));
    choose(driver, pdf());
    const second = driver.find<HTMLInputElement>('input.picker[data-requirement=kk]');
    const files = new DataTransfer();
    files.items.add(pdf());
    second.files = files.files;
    second.dispatchEvent(new Event('change', { bubbles: true }));
    await until('it is asked', () => wordsOf(driver.form).includes('ktp.pdf juga dipilih untuk dokumen lain'));
    await until('both are sent', () => server.options.length === 2);
  });

  it('is missed aloud when there are more files than are taken', async () => {
    const server = slowServer();
    const service = smallService();
    const driver = await toDocuments(server.start, { ...service, requirements: service.requirements.map((one) => ({ ...one, maxFiles: 2 })) });
    choose(driver, pdf('a.pdf'), pdf('b.pdf'), pdf('c.pdf'));
    await until('it is said', () => wordsOf(driver.form).includes('Paling banyak 2 berkas; 1 berkas tidak diambil.'));
  });

  it('says after a reload in the middle what to do', async () => {
    const server = slowServer();
    const before = await toDocuments(server.start);
    choose(before, pdf('KTP Ni Luh.pdf'));
    await until('it is on its way', () => wordsOf(before.form).includes('Mengunggah'));
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(JSON.stringify({ ...sessionStorage })).not.to.contain('Ni Luh');
    clearPage();
    await new Promise((resolve) => setTimeout(resolve, 150));
    const driver = await drive();
    await until('the draft is offered', () => driver.seen('[data-action=resume]'));
    await driver.click('[data-action=resume]');
    driver.fill({ nik: '5171045106909001' });
    await driver.next();
    expect(wordsOf(driver.form)).to.contain('Belum selesai terkirim ketika halaman ditutup. Pilih lagi berkasnya.');
    await expectAccessible(driver.form);
    choose(driver, pdf());
    await until('it is uploaded', () => wordsOf(driver.form).includes('Sudah diunggah'));
    expect(wordsOf(driver.form)).not.to.contain('Belum selesai');
  });

  it('is sent again when the server has thrown it away before the application came', async () => {
    const ids = ['upl_old', 'upl_new'];
    const start: Client['uploads']['start'] = () => ({ done: Promise.resolve({ id: ids.shift() ?? '' }), pause: () => undefined, resume: () => undefined, abort: async () => undefined });
    const refusal = Object.assign(new Error('refused'), { status: 422, code: 'validation_failed', issues: [{ pointer: '/documents/ktp-el/uploadIds/0', code: 'document_not_ready' }] });
    const answers = [() => Promise.reject(refusal), () => Promise.resolve(receipt)];
    const driver = await toDocuments(start, smallService(), () => (answers.shift() ?? (() => Promise.reject(refusal)))());
    choose(driver, pdf());
    await until('it is uploaded', () => wordsOf(driver.form).includes('Sudah diunggah'));
    await driver.next();
    driver.fill({ 'contact.phone': '0812 0000 1234' });
    await driver.next();
    driver.fill({ declaration: 'true' });
    await driver.next();
    await driver.next();
    await until('the documents are shown', () => driver.title() === 'Dokumen pendukung');
    await until('it is uploaded again', () => wordsOf(driver.form).includes('Sudah diunggah'));
    await expectAccessible(driver.form);
    await driver.next();
    await driver.next();
    await until('the code is shown', () => driver.seen('[data-code]'));
    expect(driver.sent[1]?.body.documents).to.deep.equal({ 'ktp-el': { way: 'upload', uploadIds: ['upl_new'] } });
  });
});
