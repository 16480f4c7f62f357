import type { LetterOffice } from './content.js';
import { measureWidth, setBlock, sheet, type Cursor } from './page.js';
import type { Paper } from './typesetting.js';

const shades = ['#111111', '#ffffff', '#8a8a8a', '#ffffff'] as const;
const square = 4;

/** Draws the strip of poleng cloth along the upper edge of the sheet; decoration, so no reader announces it. */
export function drawPoleng(paper: Paper): void {
  paper.markContent('Artifact', { type: 'Layout' });
  const columns = Math.ceil(sheet.width / square);
  for (let column = 0; column < columns; column++) {
    for (const row of [0, 1]) {
      const shade = shades[(column + row * 3) % shades.length] ?? '#ffffff';
      paper.rect(column * square, row * square, square, square).fill(shade);
    }
  }
  paper.endMarkedContent();
}

/** Sets the letterhead: city and district, the office, its address, and a double rule below. */
export function setLetterhead(
  paper: Paper,
  parent: PDFKit.PDFStructureElement,
  cursor: Cursor,
  office: LetterOffice,
): void {
  const column = { x: sheet.left, width: measureWidth, align: 'centre' } as const;
  for (const line of office.above) {
    setBlock(paper, parent, cursor, { tag: 'P', text: line.toLocaleUpperCase('id'), style: { size: 11.5 }, column });
  }
  const name = office.name.toLocaleUpperCase('id');
  setBlock(paper, parent, cursor, { tag: 'P', text: name, style: { size: 15, weight: 'bold' }, column, after: 2 });
  for (const line of [office.address, office.contact]) {
    if (line !== '') setBlock(paper, parent, cursor, { tag: 'P', text: line, style: { size: 9 }, column });
  }
  cursor.y += 6;
  paper.markContent('Artifact', { type: 'Layout' });
  paper.rect(sheet.left, cursor.y, measureWidth, 1.6).fill('#111111');
  paper.rect(sheet.left, cursor.y + 3, measureWidth, 0.6).fill('#111111');
  paper.endMarkedContent();
  cursor.y += 24;
}
