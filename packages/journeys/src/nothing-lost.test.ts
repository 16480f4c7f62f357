import type { CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { build, essentials } from '../../../tools/build.mjs';
import { browserProcess, type BrowserProcess } from './browser-process.js';
import { codeShown, domicileTyped, fillForm, fillPage, goOn, send, title, words, type Typed } from './filling.js';
import { quick } from './hands.js';
import { bulkyPdf } from './pdf.js';
import { serverProcess, type ServerProcess } from './server-process.js';
import { shoot } from './shots.js';
import { openStage, phone, type Person, type Stage } from './stage.js';

const address = '/ajukan/?layanan=surat-keterangan-domisili';
/** Nobody else's number: wherever it turns up, it came from here. */
const typed: Typed = { ...domicileTyped, fullName: 'Ni Luh Penanda Rahasia', nik: '5171 0452 0390 9377', kk: '5171041506159377', 'doc.ktp-el': 'upload' };
const identifiers = ['5171 0452 0390 9377', '5171045203909377', '5171041506159377'];
const names = ['Penanda Rahasia', '0812-0000-1234', '+6281200001234'];
/** Where a browser itself remembers names and phone numbers for its owner, who wants them offered again. */
const ownMemory = /\/Web Data(-journal)?$/;

let server: ServerProcess;
beforeAll(async () => {
  await build(essentials);
  server = await serverProcess({ SEWAKA_DEMO: 'on' });
  await server.start();
});
afterAll(() => server.close());

const saved = (page: Page): Promise<void> => page.locator('.saved').getByText('Disimpan di perangkat ini sampai').waitFor();
const picker = '[data-requirement="ktp-el"].picker';
const file = { name: 'KTP Penanda Rahasia.pdf', mimeType: 'application/pdf', buffer: bulkyPdf(3_000_000) };
const row = (page: Page): ReturnType<Page['locator']> => page.locator('.file', { hasText: file.name });

/** A line as in a village: half a megabyte a second up, or none at all. */
async function lineOf(page: Page): Promise<{ readonly slow: () => Promise<void>; readonly off: () => Promise<void>; readonly good: () => Promise<void> }> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const be = (offline: boolean, uploadThroughput: number) => async (): Promise<void> =>
    void (await session.send('Network.emulateNetworkConditions', { offline, latency: 20, downloadThroughput: -1, uploadThroughput }));
  return { slow: be(false, 500_000), off: be(true, 500_000), good: be(false, -1) };
}

/** The page where documents are asked for, everything before it filled in. */
async function toDocuments(page: Page): Promise<void> {
  await fillForm(page, typed, quick(page), { pages: 3 });
  await page.getByRole('heading', { name: 'Dokumen pendukung' }).waitFor();
  await fillPage(page, typed, quick(page));
  await page.locator(picker).waitFor();
}

describe('a browser that is killed', () => {
  let browser: BrowserProcess;
  beforeEach(async () => void (browser = await browserProcess()));
  afterEach(() => browser.close());

  it('gives the answers back, and has never written an identifier or a name to its disk', async () => {
    const first = await browser.open();
    await first.goto(server.url + address);
    await fillForm(first, typed, quick(first), { pages: 3 });
    await saved(first);
    // The page shown last is typed but not yet left.
    await first.locator('[name="doc.surat-pengantar-kadus"][value=bring_original]').check();
    await first.waitForTimeout(1_500);
    await browser.kill();
    expect(await browser.filesWith(identifiers)).toEqual([]);
    expect((await browser.filesWith(names)).filter((path) => !ownMemory.test(path))).toEqual([]);

    const page = await browser.open();
    await page.goto(server.url + address);
    await page.getByRole('button', { name: 'Lanjutkan isian' }).click();
    await page.locator('[name=nik]').waitFor();
    await page.getByText('Demi keamanan, isi lagi: NIK, Nomor Kartu Keluarga').waitFor();
    expect(await page.locator('[name=fullName]').inputValue()).toBe(typed['fullName']);
    expect(await page.locator('[name=birthPlace]').inputValue()).toBe(typed['birthPlace']);
    expect(await page.locator('[name=nik]').inputValue()).toBe('');
    await page.locator('[name=nik]').fill(typed['nik'] ?? '');
    await page.locator('[name=kk]').fill(typed['kk'] ?? '');
    await quick(page).press(words.next);
    await page.getByRole('heading', { name: 'Dokumen pendukung' }).waitFor();
    expect(await page.locator('[name="doc.surat-pengantar-kadus"][value=bring_original]').isChecked()).toBe(true);
    await goOn(page, { ...typed, 'doc.ktp-el': 'bring_original' }, quick(page));
    const code = await send(page, quick(page));

    await page.reload();
    await page.getByRole('button', { name: 'Tampilkan kode pelacakan' }).click();
    expect(await codeShown(page)).toBe(code);
    await browser.kill();
    expect(await browser.filesWith([...identifiers, code, code.replaceAll('-', '')])).toEqual([]);
    expect((await browser.filesWith(names)).filter((path) => !ownMemory.test(path))).toEqual([]);
  });

  it('has nothing of a person on its disk, not even in its own memory, once it is said to be shared', async () => {
    const first = await browser.open();
    await first.goto(server.url + address);
    await quick(first).press(words.start);
    await first.getByLabel('Ini perangkat bersama').check();
    await fillPage(first, typed, quick(first));
    await quick(first).press(words.next);
    await first.locator('[name="address.street"]').waitFor();
    await first.waitForTimeout(1_500);
    await browser.kill();
    expect(await browser.filesWith([...identifiers, ...names])).toEqual([]);
    const page = await browser.open();
    await page.goto(server.url + address);
    await page.getByRole('button', { name: words.start }).waitFor();
    await page.waitForTimeout(500);
    expect(await page.getByRole('button', { name: 'Lanjutkan isian' }).count()).toBe(0);
  });
});

describe('an upload in the middle', () => {
  let stage: Stage;
  let person: Person | undefined;
  beforeAll(async () => void (stage = await openStage()));
  afterAll(() => stage.close());
  afterEach(() => person?.context.close());

  it('goes on by itself when the line was lost and is back', async () => {
    person = await stage.person({ viewport: phone });
    const { page, overheard } = person;
    overheard.expect(/ERR_INTERNET_DISCONNECTED/);
    await page.goto(address);
    await toDocuments(page);
    const line = await lineOf(page);
    await line.slow();
    await quick(page).attach(picker, file);
    await row(page).getByText(/Mengunggah [1-9]/).waitFor();
    await shoot(page, 'upload-sending');
    await line.off();
    await row(page).getByText('dilanjutkan sendiri').waitFor();
    await shoot(page, 'upload-waiting');
    expect(await row(page).getByRole('button').allInnerTexts()).not.toContain('Coba lagi');
    await line.good();
    await row(page).getByText('Sudah diunggah').waitFor({ timeout: 40_000 });
    const created = overheard.requests.filter((url) => new URL(url).pathname === '/v1/uploads');
    expect(new Set(created).size).toBe(1);
    expect(overheard.complaints).toEqual([]);
  });

  it('goes on by itself when the server was killed and is back, from the byte it had', async () => {
    person = await stage.person({ viewport: phone });
    const { page, overheard } = person;
    overheard.expect(/ERR_(CONNECTION|SOCKET|EMPTY)/);
    const sent: string[] = [];
    page.on('request', (request) => request.method() === 'PATCH' && sent.push(request.headers()['upload-offset'] ?? ''));
    await page.goto(server.url + address);
    await toDocuments(page);
    await (await lineOf(page)).slow();
    await quick(page).attach(picker, file);
    await row(page).getByText(/Mengunggah [2-9]\d/).waitFor();
    await server.kill();
    await row(page).getByText('Server belum terjangkau; dilanjutkan sendiri').waitFor();
    await shoot(page, 'upload-server-gone');
    await server.start();
    await row(page).getByText('Sudah diunggah').waitFor({ timeout: 60_000 });
    expect(Number(sent.at(-1))).toBeGreaterThan(0);
    await goOn(page, typed, quick(page));
    await send(page, quick(page));
    expect(overheard.complaints).toEqual([]);
  });

  it('is paused and goes on by buttons, and after a reload says what to do', async () => {
    // A person who answers the browser's question, unlike the others here.
    const context = await stage.browser.newContext({ baseURL: stage.url, viewport: phone });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.goto(address);
    await toDocuments(page);
    await (await lineOf(page)).slow();
    await quick(page).attach(picker, file);
    await row(page).getByText(/Mengunggah [1-9]/).waitFor();
    await page.getByRole('button', { name: `Jeda ${file.name}` }).click();
    await row(page).getByText('Dijeda pada').waitFor();
    await shoot(page, 'upload-paused');
    await saved(page);
    await page.reload();
    expect(asked).toEqual(['beforeunload']);
    await page.getByRole('button', { name: 'Lanjutkan isian' }).click();
    await page.locator('[name=nik]').waitFor();
    await fillPage(page, typed, quick(page));
    await quick(page).press(words.next);
    await page.getByText('Pilih lagi berkasnya').waitFor();
    await shoot(page, 'upload-lost');
    await quick(page).attach(picker, file);
    await row(page).getByText('Sudah diunggah').waitFor({ timeout: 40_000 });
    expect(await title(page).innerText()).toBe('Dokumen pendukung');
    await context.close();
  });
});

describe('an application that is being sent', () => {
  it('is filed once when the server is killed under it', async () => {
    const browser = await browserProcess();
    try {
      const page = await browser.open();
      await page.goto(server.url + address);
      await fillForm(page, { ...typed, 'doc.ktp-el': 'bring_original' }, quick(page));
      await server.kill();
      await quick(page).press(words.send);
      await page.getByText('Server belum terjangkau').waitFor({ timeout: 30_000 });
      await page.setViewportSize(phone);
      await shoot(page, 'form-waiting-server');
      await server.start();
      await quick(page).press('Kirim sekarang');
      await codeShown(page);
    } finally {
      await browser.close();
    }
  });
});
