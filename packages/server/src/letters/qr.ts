import { encode } from 'uqr';
import type { Paper } from './typesetting.js';

/** Draws a QR code as vector squares inside a box of `side` points, quiet zone included. */
export function drawQr(paper: Paper, text: string, x: number, y: number, side: number): void {
  const code = encode(text, { ecc: 'L', boostEcc: true, border: 4 });
  const module = side / code.size;
  paper.save().rect(x, y, side, side).fill('#ffffff');
  code.data.forEach((row, line) => {
    for (const [start, length] of darkStretches(row)) {
      // A hair of overlap keeps viewers from showing seams between rows.
      paper.rect(x + start * module, y + line * module, length * module, module * 1.02);
    }
  });
  paper.fill('#000000').restore();
}

function darkStretches(row: readonly boolean[]): [start: number, length: number][] {
  const stretches: [number, number][] = [];
  row.forEach((dark, column) => {
    const last = stretches.at(-1);
    if (!dark) return;
    if (last !== undefined && last[0] + last[1] === column) last[1] += 1;
    else stretches.push([column, 1]);
  });
  return stretches;
}
