import { expect } from '@open-wc/testing';
import { clearPage, expectAccessible, wordsOf } from '../../internal/testing.js';
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
  afterEach(clearPage);

  it('uploads a chosen file, tells it, and sends its id', async () => {
    const driver = await toDocuments();
    choose(driver, new File(['%PDF-1.7'], 'ktp.pdf', { type: 'application/pdf' }));
    await until('it is uploaded', () => wordsOf(driver.form).includes('Sudah diunggah'));
    expect(driver.find('[data-live]').textContent).to.equal('ktp.pdf sudah diunggah.');
    await expectAccessible(driver.form);
    await driver.next();
    expect(driver.title()).to.equal('Cara menghubungi Anda');
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
