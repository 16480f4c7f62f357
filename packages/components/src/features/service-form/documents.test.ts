import { expect } from '@open-wc/testing';
import { clearPage, expectAccessible, wordsOf } from '../../internal/testing.js';
import { loadDraft, removeDraft } from './draft.js';
import { draftKey } from './draft-key.js';
import { aboutYou, atHome, drive, until, type Driver } from './driving.js';
import { resizeImage } from '../../controls/upload/resize-image.js';

async function toDocuments(): Promise<Driver> {
  const driver = await drive();
  await driver.click('[data-action=start]');
  driver.fill(aboutYou);
  await driver.next();
  driver.fill(atHome);
  await driver.next();
  driver.fill({ 'doc.ktp-el': 'upload' });
  await until('a file can be chosen', () => driver.seen('input.picker'));
  return driver;
}

function choose(driver: Driver, file: File): void {
  const picker = driver.find<HTMLInputElement>('input.picker');
  const files = new DataTransfer();
  files.items.add(file);
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
    driver.fill({ fullName: 'Ni Luh Sari', nik: '5171045106909001' });
    await driver.next();
    for (let pages = 0; pages < 3 && !driver.seen('.file.done'); pages += 1) await driver.next();
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
