import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestServer, type TestServer } from '@e-sewaka/sdk/testing';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserArgs, findBrowser } from '../../../tools/browser.mjs';
import { build, essentials } from '../../../tools/build.mjs';
import { headersIn, pageWith, snippets } from './guide.js';
import { openHost, type Host } from './host.js';
import { film, issueLetter, photograph, type Letter } from './letter.js';
import { listen, type Overheard } from './overheard.js';
import { shoot } from './shots.js';
import { desktop, phone } from './stage.js';

let server: TestServer;
let host: Host;
let letter: Letter;
let room: string;
let browser: Browser | undefined;

beforeAll(async () => {
  room = await mkdtemp(join(tmpdir(), 'sewaka-camera-'));
  await build(essentials);
  host = await openHost();
  server = await startTestServer({ env: { SEWAKA_RATE_FACTOR: '1000', SEWAKA_SITES: host.origin } });
  host.point(server.url);
  letter = await issueLetter(server);
  await writeFile(join(room, 'letter.y4m'), await film(letter.address, { width: 1280, height: 720, side: 560, turned: 7, blur: 0.7 }));
  await writeFile(join(room, 'table.y4m'), await film('https://toko.example/promo', { width: 640, height: 480, side: 220, turned: 0, blur: 0.5 }));
});
afterAll(async () => {
  await Promise.all([server.close(), host.close(), rm(room, { recursive: true })]);
});
afterEach(() => browser?.close());

const granted = '--use-fake-ui-for-media-stream';
const filmed = (name: string): readonly string[] => [granted, '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${join(room, name)}`];

interface Seen {
  readonly page: Page;
  readonly overheard: Overheard;
}

/** A person whose camera shows what these arguments say; every camera opened is noted. */
async function person(args: readonly string[], size: { readonly width: number; readonly height: number } = desktop): Promise<Seen> {
  browser = await chromium.launch({ executablePath: findBrowser(), args: [...browserArgs, ...args] });
  const context = await browser.newContext({ viewport: size, locale: 'id-ID' });
  context.setDefaultTimeout(20_000);
  await context.addInitScript(() => {
    const opened: MediaStreamTrack[] = [];
    Object.assign(globalThis, { opened });
    const open = navigator.mediaDevices?.getUserMedia.bind(navigator.mediaDevices);
    if (open)
      navigator.mediaDevices.getUserMedia = async (constraints) => {
        const stream = await open(constraints);
        opened.push(...stream.getTracks());
        return stream;
      };
  });
  return { page: await context.newPage(), overheard: listen(context) };
}

const tracks = (page: Page): Promise<string[]> => page.evaluate(() => (Reflect.get(globalThis, 'opened') as MediaStreamTrack[]).map(({ readyState }) => readyState));
const scan = (page: Page): Promise<void> => page.getByRole('button', { name: 'Pindai QR dengan kamera' }).click();
const genuine = (page: Page): Promise<void> => page.getByRole('heading', { name: 'Surat ini asli dan berlaku' }).waitFor();
const decoders = ({ overheard }: Seen): number => overheard.requests.filter((url) => url.includes('/qr-decoder-')).length;

describe('a letter held before the camera', () => {
  it('is read and verified at the village’s site, and the camera given back', async () => {
    const seen = await person(filmed('letter.y4m'), phone);
    const { page, overheard } = seen;
    await page.goto(`${server.url}/verifikasi/`);
    expect(await page.locator('sewaka-document-verify').evaluate(() => 'BarcodeDetector' in globalThis)).toBe(false);
    await page.getByRole('button', { name: 'Pindai QR dengan kamera' }).waitFor();
    expect(decoders(seen)).toBe(0);
    await scan(page);
    await genuine(page);
    expect(decoders(seen)).toBe(1);
    expect(await tracks(page)).toEqual(['ended']);
    expect(await page.evaluate(() => document.querySelector('sewaka-document-verify')?.shadowRoot?.activeElement?.id)).toBe('verdict');
    expect(overheard.complaints).toEqual([]);
  });

  it('is read on a page of another site under the strict policy of the guide', async () => {
    const { page, overheard } = await person(filmed('letter.y4m'));
    const [policy = ''] = snippets('Content-Security-Policy', 'http');
    host.serve('/strict-camera.html', {
      body: pageWith('<script type="module" src="https://sewaka.example/cdn/v1/sewaka.js"></script><sewaka-document-verify></sewaka-document-verify>'),
      headers: headersIn(policy),
    });
    await page.goto(`${host.origin}/strict-camera.html`);
    await scan(page);
    await genuine(page);
    expect(overheard.complaints).toEqual([]);
  });

  it('is read inside the frame of the guide', async () => {
    const { page, overheard } = await person(filmed('letter.y4m'));
    const [frame = ''] = snippets('3. Frame', 'html');
    host.serve('/framed-camera.html', { body: pageWith(frame.replace(/\/embed\/[^"]+/, '/embed/document-verify')) });
    await page.goto(`${host.origin}/framed-camera.html`);
    const inside = page.frameLocator('iframe');
    await inside.getByRole('button', { name: 'Pindai QR dengan kamera' }).click();
    await inside.getByRole('heading', { name: 'Surat ini asli dan berlaku' }).waitFor();
    expect(overheard.complaints).toEqual([]);
  });

  it('is read by the browser’s own means where it has them, and by ours when those fail', async () => {
    const own = await person(filmed('letter.y4m'));
    await own.page.addInitScript((text) => {
      const detect = async (): Promise<unknown> => [{ rawValue: text }];
      Object.assign(globalThis, { BarcodeDetector: Object.assign(function () { return { detect }; }, { getSupportedFormats: async () => ['qr_code'] }) });
    }, letter.address);
    await own.page.goto(`${server.url}/verifikasi/`);
    await scan(own.page);
    await genuine(own.page);
    expect(decoders(own)).toBe(0);
    await browser?.close();

    const broken = await person(filmed('letter.y4m'));
    await broken.page.addInitScript(() => {
      const detect = (): Promise<never> => Promise.reject(new DOMException('Barcode detection service unavailable.', 'NotSupportedError'));
      Object.assign(globalThis, { BarcodeDetector: Object.assign(function () { return { detect }; }, { getSupportedFormats: async () => ['qr_code'] }) });
    });
    await broken.page.goto(`${server.url}/verifikasi/`);
    await scan(broken.page);
    await genuine(broken.page);
    expect(decoders(broken)).toBe(1);
  });
});

describe('the camera', () => {
  it('is looked through until ended by keyboard, has a light where there is one, and takes a stranger’s code for none', async () => {
    const { page } = await person(filmed('table.y4m'), phone);
    await page.addInitScript(() => {
      const lit: unknown[] = [];
      Object.assign(globalThis, { lit });
      MediaStreamTrack.prototype.getCapabilities = () => Object.assign<MediaTrackCapabilities, { torch: boolean }>({}, { torch: true });
      MediaStreamTrack.prototype.applyConstraints = async (constraints) => void lit.push(constraints);
      // Sees nothing until told.
      const detect = async (): Promise<unknown> => ('stranger' in globalThis ? [{ rawValue: 'https://toko.example/promo12345' }] : []);
      Object.assign(globalThis, { BarcodeDetector: Object.assign(function () { return { detect }; }, { getSupportedFormats: async () => ['qr_code'] }) });
    });
    await page.goto(`${server.url}/verifikasi/`);
    await page.getByRole('button', { name: 'Pindai QR dengan kamera' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Arahkan kamera').first().waitFor();
    await shoot(page, 'camera');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Lampu', pressed: true }).waitFor();
    expect(await page.evaluate((): unknown => Reflect.get(globalThis, 'lit'))).toEqual([{ advanced: [{ torch: true }] }]);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => tracks(page)).toEqual(['ended']);
    expect(await page.evaluate(() => document.querySelector('sewaka-document-verify')?.shadowRoot?.activeElement?.getAttribute('data-action'))).toBe('scan');

    await page.evaluate(() => Object.assign(globalThis, { stranger: true }));
    await scan(page);
    await page.getByText('QR ini bukan dari surat').first().waitFor();
    expect(await tracks(page)).toEqual(['ended', 'ended']);
  });

  it.each([
    ['the widget is removed', () => document.querySelector('sewaka-document-verify')?.remove()],
    [
      'the page goes out of sight',
      () => {
        Object.defineProperty(document, 'hidden', { configurable: true, value: true });
        document.dispatchEvent(new Event('visibilitychange'));
      },
    ],
  ])('is given back when %s', async (_when, happens) => {
    const { page } = await person([granted, '--use-fake-device-for-media-stream']);
    await page.goto(`${server.url}/verifikasi/`);
    await scan(page);
    await page.getByText('Arahkan kamera').first().waitFor();
    expect(await tracks(page)).toEqual(['live']);
    await page.evaluate(happens);
    await expect.poll(() => tracks(page)).toEqual(['ended']);
  });

  it('that is refused leaves the other ways', async () => {
    const { page, overheard } = await person(['--use-fake-device-for-media-stream', '--deny-permission-prompts']);
    await page.goto(`${server.url}/verifikasi/`);
    await scan(page);
    await page.getByText('Kamera tidak diizinkan').first().waitFor();
    await shoot(page, 'camera-denied');
    expect(overheard.complaints).toEqual([]);
  });

  it('that is not there leaves the other ways', async () => {
    const { page, overheard } = await person([granted, '--use-fake-device-for-media-stream=device-count=0']);
    await page.goto(`${server.url}/verifikasi/`);
    await scan(page);
    await page.getByText('tidak punya kamera').first().waitFor();
    expect(overheard.complaints).toEqual([]);
  });

  it('that the page around a frame does not allow is to be had in a tab of its own', async () => {
    const { page, overheard } = await person(filmed('letter.y4m'));
    overheard.expect(/Permissions policy violation/);
    host.serve('/unallowed-camera.html', { body: pageWith('<iframe src="https://sewaka.example/embed/document-verify" title="Periksa surat" width="100%" height="900"></iframe>') });
    await page.goto(`${host.origin}/unallowed-camera.html`);
    const inside = page.frameLocator('iframe');
    await inside.getByRole('button', { name: 'Pindai QR dengan kamera' }).click();
    const [tab] = await Promise.all([page.waitForEvent('popup'), inside.getByRole('link', { name: 'Buka di tab sendiri' }).click()]);
    await scan(tab);
    await genuine(tab);
  });
});

describe('a file of the letter', () => {
  it('is read from a photo: turned, out of focus, compressed', async () => {
    const { page, overheard } = await person([]);
    const buffer = await photograph(letter.address, { width: 2400, height: 1800, side: 900, turned: 28, blur: 2 }).jpeg({ quality: 60 }).toBuffer();
    await page.goto(`${server.url}/verifikasi/`);
    await page.getByLabel('Foto atau PDF surat').setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer });
    await genuine(page);
    expect(overheard.complaints).toEqual([]);
  });

  it('is read from its PDF, which is told to be the very one that was issued', async () => {
    const { page, overheard } = await person([]);
    await page.goto(`${server.url}/verifikasi/`);
    await page.getByLabel('Foto atau PDF surat').setInputFiles({ name: 'surat.pdf', mimeType: 'application/pdf', buffer: letter.pdf });
    await genuine(page);
    await page.getByText('Berkas ini sama persis').waitFor();
    expect(overheard.requests.filter((url) => url.startsWith('http') && !url.startsWith(server.url))).toEqual([]);
    expect(overheard.complaints).toEqual([]);
  });
});
