import { readFile } from 'node:fs/promises';
import type { Download } from 'playwright-core';

/** The address behind a letter's QR, read from the downloaded file. */
export async function addressInLetter(download: Download): Promise<string> {
  const text = (await readFile(await download.path())).toString('latin1');
  if (!text.startsWith('%PDF-')) throw new Error('What was downloaded is not a PDF.');
  const [, address] = text.match(/\/URI \((\S+?\/verify\/\S+?)\)/) ?? [];
  if (address === undefined) throw new Error('The letter has no address to verify it.');
  return address;
}
