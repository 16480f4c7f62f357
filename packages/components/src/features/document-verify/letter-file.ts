import { sha256 } from './check.js';
import { qrReader } from './qr-reader.js';

/** What a file says of itself: the text of its QR, and for a PDF the sum of its bytes. */
export interface LetterFile {
  readonly text: string | undefined;
  readonly hash: string | undefined;
}

/** A photo is looked at once, so it may take its time. */
const patience = 2_500;
/** Pages of a scanned letter that are looked at. */
const mostPages = 4;

/** Reads the QR in a photo or screenshot, in our own PDF, or in a PDF that a scanning app made of photos. Nothing leaves the device. */
export async function readLetterFile(file: Blob): Promise<LetterFile> {
  const start = await file.slice(0, 5).text();
  if (start !== '%PDF-') return { text: await readPhoto(file), hash: undefined };
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { text: linkIn(bytes) ?? (await readPages(bytes)), hash: await sha256(file) };
}

async function readPhoto(file: Blob): Promise<string | undefined> {
  const source = await createImageBitmap(file);
  try {
    return await (await qrReader())({ source, width: source.width, height: source.height }, patience);
  } finally {
    source.close();
  }
}

/** A letter's own PDF carries the text of its QR as a link, since the code can be clicked. */
function linkIn(bytes: Uint8Array): string | undefined {
  return /\/URI\s*\((https?:[^()\s]+\/verify\/[^()\s]+)\)/u.exec(new TextDecoder('latin1').decode(bytes))?.[1];
}

/** Photos in a PDF are whole JPEG files, one a page. */
async function readPages(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  for (const [page, photo] of photosIn(bytes).entries()) {
    if (page === mostPages) return undefined;
    const text = await readPhoto(photo).catch(() => undefined);
    if (text !== undefined) return text;
  }
  return undefined;
}

function photosIn(bytes: Uint8Array<ArrayBuffer>): readonly Blob[] {
  const raw = new TextDecoder('latin1').decode(bytes);
  return [...raw.matchAll(/stream\r?\n(?=\xff\xd8\xff)/gu)].map(({ index, 0: head }) => {
    const from = index + head.length;
    const to = raw.indexOf('endstream', from);
    return new Blob([bytes.subarray(from, to < 0 ? undefined : to)], { type: 'image/jpeg' });
  });
}
