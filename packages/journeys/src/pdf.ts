import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';

/** The address behind a letter's QR, read from the file a resident downloads. */
export const addressInDownload = async (download: Download): Promise<string> => addressIn(await readFile(await download.path()));

/** The address behind a letter's QR, read from the file an officer opens to print it. */
export async function addressInOpened(desk: Page, open: () => Promise<void>): Promise<string> {
  // The tab that opens shows the same bytes by an address of its own, which ends with it: they are read on their way.
  let letter: Buffer = Buffer.alloc(0);
  await desk.route(/\/v1\/documents\/\w+\/content$/, async (route) => {
    const answer = await route.fetch();
    letter = await answer.body();
    await route.fulfill({ response: answer });
  });
  const [popup] = await Promise.all([desk.waitForEvent('popup'), open()]);
  await popup.close();
  return addressIn(letter);
}

function addressIn(file: Buffer): string {
  const text = file.toString('latin1');
  if (!text.startsWith('%PDF-')) throw new Error(`The letter is not a PDF: ${text.slice(0, 200)}`);
  const [, address] = text.match(/\/URI \((\S+?\/verify\/\S+?)\)/) ?? [];
  if (address === undefined) throw new Error('The letter has no address to verify it.');
  return address;
}
