import decodeQR from 'qr/decode.js';
import type { Picture } from './qr-reader.js';

/** As many pixels as phones let a canvas have. */
const mostPixels = 16_000_000;

let canvas: HTMLCanvasElement | undefined;

/** Finds the text of a QR code in a picture by script alone: neither worker nor WebAssembly, which pages with a strict policy refuse. */
export async function decode({ source, width, height }: Picture, patience: number): Promise<string | undefined> {
  if (width === 0 || height === 0) return undefined;
  const scale = Math.min(1, Math.sqrt(mostPixels / (width * height)));
  canvas ??= document.createElement('canvas');
  canvas.width = Math.floor(width * scale);
  canvas.height = Math.floor(height * scale);
  const paper = canvas.getContext('2d', { willReadFrequently: true });
  if (!paper) return undefined;
  paper.drawImage(source, 0, 0, canvas.width, canvas.height);
  try {
    return decodeQR(paper.getImageData(0, 0, canvas.width, canvas.height), { effort: Infinity, timeLimit: patience });
  } catch {
    // Its way of saying that it found none.
    return undefined;
  }
}
