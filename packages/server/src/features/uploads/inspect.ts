import { createHash, randomBytes } from 'node:crypto';
import { open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Metadata } from 'sharp';
import { checkPdf, type PdfRefusal } from './pdf-check.js';

/** Why a file is not accepted. */
export type Refusal = 'too_large' | 'type_not_accepted' | 'too_many_pixels' | PdfRefusal;

/** What became of a file: safe bytes with their true type, or a reason. */
export type Inspection =
  | { readonly clean: Buffer; readonly mediaType: 'application/pdf' | 'image/jpeg' | 'image/png' }
  | { readonly refusal: Refusal };

/** Most pixels of an image: well above a phone's photo, well below a bomb. */
const mostPixels = 60_000_000;
const longestSide = 3000;
/** Most bytes of an image that cannot be drawn line by line: it lies in memory as a whole. */
const mostUnpacked = 100_000_000;

/** Decides by content what a file of at most `largest` bytes is, and makes it safe: images are drawn anew, PDFs are searched. */
export async function inspect(path: string, largest: number): Promise<Inspection> {
  const bytes = await readFile(path);
  if (bytes.length === 0) return { refusal: 'damaged' };
  if (bytes.length > largest) return { refusal: 'too_large' };
  const { fileTypeFromBuffer } = await import('file-type');
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
  switch (type?.mime) {
    case 'application/pdf': {
      const refusal = await checkPdf(bytes);
      return refusal === undefined ? { clean: bytes, mediaType: 'application/pdf' } : { refusal };
    }
    case 'image/jpeg':
      return redraw(bytes, 'image/jpeg');
    case 'image/png':
      return redraw(bytes, 'image/png');
    default:
      return { refusal: 'type_not_accepted' };
  }
}

/** Draws an image anew: no metadata (place, device), nothing behind its end, bounded size. */
async function redraw(bytes: Buffer, mediaType: 'image/jpeg' | 'image/png'): Promise<Inspection> {
  // Loaded with the first image, so that starting stays quick.
  const { default: sharp } = await import('sharp');
  try {
    const found = await sharp(bytes, { limitInputPixels: false }).metadata();
    const { width = 0, height = 0 } = found;
    if (width * height > mostPixels || unpackedBytes(found) > mostUnpacked) return { refusal: 'too_many_pixels' };
    const drawn = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
      .autoOrient()
      .resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true });
    const clean = await (mediaType === 'image/png' ? drawn.png({ compressionLevel: 7 }) : drawn.jpeg({ quality: 85 })).toBuffer();
    return { clean, mediaType };
  } catch {
    return { refusal: 'damaged' };
  }
}

/** What an image takes in memory when its lines do not come in order (interlaced or progressive); 0 when they do. */
function unpackedBytes({ width = 0, height = 0, channels = 3, depth, isProgressive }: Metadata): number {
  if (isProgressive !== true) return 0;
  return width * height * channels * (depth === 'ushort' ? 2 : 1);
}

/** SHA-256 in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Writes a file so that it is either whole or absent, also after a power cut. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  // A name of its own: two writers of one file must never share a half-written one.
  const temporary = `${path}.${randomBytes(6).toString('hex')}.part`;
  const file = await open(temporary, 'w', 0o600);
  await finish(file, bytes).catch(async (error: unknown) => {
    await rm(temporary, { force: true });
    throw error;
  });
  await rename(temporary, path);
  await syncDirectory(dirname(path));
}

async function finish(file: FileHandle, bytes: Uint8Array): Promise<void> {
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Not every system lets a directory be opened (Windows does not); there the rename alone must do. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r').catch(() => undefined);
  if (directory === undefined) return;
  await directory.sync().catch(() => undefined);
  await directory.close();
}
