import { expect } from '@open-wc/testing';
import { encode } from 'uqr';
import { fakeClient } from '../../internal/fake-client.js';
import { sampleVerification } from '../../internal/sample-tracking.js';
import { clearPage, expectAccessible, mount, settled, wordsOf } from '../../internal/testing.js';
import type { DocumentVerify } from './index.js';
import { readLetterFile } from './letter-file.js';
import './index.js';

const code = 'W7K2M9QX4T7K2M9Q';
const address = `https://desa.example/verify/${code}`;

function sheet(side: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  const paper = canvas.getContext('2d');
  if (!paper) throw new Error('no canvas');
  return [canvas, paper];
}

/** The QR as a photo shows it: grey, turned, and out of focus, since it is drawn with `dots` pixels a module and then enlarged. */
function photo(text: string, { turn = 0.2, dots = 4 } = {}): HTMLCanvasElement {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const [code, ink] = sheet(size * dots);
  ink.fillStyle = '#eee8dc';
  ink.fillRect(0, 0, code.width, code.height);
  ink.fillStyle = '#2a2622';
  data.forEach((row, y) => row.forEach((dark, x) => dark && ink.fillRect(x * dots, y * dots, dots, dots)));
  const [canvas, paper] = sheet(640);
  paper.fillStyle = '#8a8378';
  paper.fillRect(0, 0, 640, 640);
  paper.translate(320, 320);
  paper.rotate(turn);
  paper.drawImage(code, -190, -190, 380, 380);
  return canvas;
}

const fileOf = async (canvas: HTMLCanvasElement, type: string): Promise<Blob> =>
  new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), type, 0.8));

describe('a letter’s file', () => {
  it('is read from a photo: turned, out of focus and compressed', async () => {
    expect((await readLetterFile(await fileOf(photo(address, { turn: 0.5, dots: 2 }), 'image/jpeg'))).text).to.equal(address);
  });

  it('is read from our own PDF by the link on its code, with the sum of its bytes', async () => {
    const { text, hash } = await readLetterFile(new Blob([`%PDF-1.7\n<< /S /URI /URI (${address}#a.b.c) >>\n`]));
    expect(text).to.equal(`${address}#a.b.c`);
    expect(hash).to.match(/^[0-9a-f]{64}$/);
  });

  it('is read from a PDF that a scanning app made of photos', async () => {
    const jpeg = await fileOf(photo(address), 'image/jpeg');
    const pdf = new Blob(['%PDF-1.4\n1 0 obj << /Filter /DCTDecode >> stream\r\n', jpeg, '\nendstream endobj\n']);
    expect((await readLetterFile(pdf)).text).to.equal(address);
  });

  it('gives nothing where no code is', async () => {
    const [canvas, ink] = sheet(200);
    ink.fillRect(0, 0, 100, 100);
    expect((await readLetterFile(await fileOf(canvas, 'image/png'))).text).to.equal(undefined);
    expect((await readLetterFile(new Blob(['%PDF-1.4\n(nothing)']))).text).to.equal(undefined);
  });
});

describe('scanning in sewaka-document-verify', () => {
  const own = Object.getOwnPropertyDescriptor(navigator, 'mediaDevices');
  let asked: unknown[] = [];

  /** Gives pages a camera that answers so. */
  const camera = (answer: () => Promise<unknown>): void => {
    asked = [];
    Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: { getUserMedia: async () => answer() } });
  };
  const refused = (name: string) => (): Promise<never> => Promise.reject(new DOMException('', name));

  const shown = (): Promise<DocumentVerify> =>
    mount<DocumentVerify>('sewaka-document-verify', fakeClient({ documents: { keys: async () => ({ keys: [] }), verify: async (request) => (asked.push(request), sampleVerification) } }));

  const press = async (verify: DocumentVerify, action: string): Promise<void> => {
    verify.renderRoot.querySelector<HTMLElement>(`[data-action=${action}]`)?.click();
    await settled(verify);
  };
  const until = async (verify: DocumentVerify, words: string): Promise<void> => {
    for (let turn = 0; turn < 150 && !wordsOf(verify).includes(words); turn += 1) await settled(verify);
    expect(wordsOf(verify)).to.include(words);
  };

  afterEach(() => {
    clearPage();
    if (own) Object.defineProperty(navigator, 'mediaDevices', own);
    else Reflect.deleteProperty(navigator, 'mediaDevices');
  });

  for (const [name, words] of [
    ['NotAllowedError', 'Kamera tidak diizinkan'],
    ['NotFoundError', 'tidak punya kamera'],
    ['NotReadableError', 'dipakai aplikasi lain'],
    ['TypeError', 'Kamera tidak dapat dipakai di sini'],
  ] as const) {
    it(`says what to do instead on ${name}, and keeps the button in hand`, async () => {
      // Web-test-runner may itself stand in a frame that has no camera.
      Object.defineProperty(document, 'permissionsPolicy', { configurable: true, value: { allowsFeature: () => true } });
      camera(refused(name));
      const verify = await shown();
      await press(verify, 'scan');
      await until(verify, words);
      expect(verify.renderRoot.querySelector('[data-live]')?.textContent).to.include(words);
      expect(verify.shadowRoot?.activeElement?.getAttribute('data-action')).to.equal('scan');
      await expectAccessible(verify);
      Reflect.deleteProperty(document, 'permissionsPolicy');
    });
  }

  it('offers a tab of its own where the page around a frame allows no camera', async () => {
    Object.defineProperty(document, 'permissionsPolicy', { configurable: true, value: { allowsFeature: () => false } });
    camera(refused('NotAllowedError'));
    const verify = await shown();
    await press(verify, 'scan');
    await until(verify, 'Buka di tab sendiri');
    await expectAccessible(verify);
    Reflect.deleteProperty(document, 'permissionsPolicy');
  });

  it('says that the browser asks, and gives a camera back that comes too late', async () => {
    let grant: (stream: unknown) => void = () => undefined;
    camera(() => new Promise((resolve) => (grant = resolve)));
    const verify = await shown();
    await press(verify, 'scan');
    await until(verify, 'Pilih “Izinkan”');
    expect(verify.shadowRoot?.activeElement?.getAttribute('data-action')).to.equal('scan-stop');
    await expectAccessible(verify);
    await press(verify, 'scan-stop');
    expect(verify.shadowRoot?.activeElement?.getAttribute('data-action')).to.equal('scan');
    let stopped = 0;
    grant({ getTracks: () => [{ stop: () => (stopped += 1) }], getVideoTracks: () => [] });
    await settled(verify);
    expect(stopped).to.equal(1);
  });

  it('reads a photo, asks the server once and shows the letter', async () => {
    camera(refused('NotFoundError'));
    const verify = await shown();
    const input = verify.renderRoot.querySelector<HTMLInputElement>('[name=letter]');
    const files = new DataTransfer();
    files.items.add(new File([await fileOf(photo(address), 'image/jpeg')], 'surat.jpg', { type: 'image/jpeg' }));
    if (input) input.files = files.files;
    input?.dispatchEvent(new Event('change', { bubbles: true }));
    await until(verify, 'Surat ini asli dan berlaku');
    expect(asked).to.deep.equal([{ code }]);
    expect(verify.shadowRoot?.activeElement?.id).to.equal('verdict');
  });

  it('says that a stranger’s code is none of ours', async () => {
    camera(refused('NotFoundError'));
    const verify = await shown();
    const input = verify.renderRoot.querySelector<HTMLInputElement>('[name=letter]');
    const files = new DataTransfer();
    files.items.add(new File([await fileOf(photo('https://toko.example/promo12345'), 'image/jpeg')], 'promo.jpg', { type: 'image/jpeg' }));
    if (input) input.files = files.files;
    input?.dispatchEvent(new Event('change', { bubbles: true }));
    await until(verify, 'QR ini bukan dari surat');
    expect(asked).to.deep.equal([]);
    await expectAccessible(verify);
  });
});
