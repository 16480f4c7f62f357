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

/** A plain PDF of about that many bytes, as a scanner app makes them. */
export function bulkyPdf(size: number): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    `<< /Length ${size} >>\nstream\n${'% nothing to see\n'.repeat(Math.ceil(size / 17)).slice(0, size - 1)}\n\nendstream`,
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = file.length;
  file += `xref\n0 5\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
