import { breakLines, drawLine, lineHeight, type Line, type Paper, type Style } from './typesetting.js';

/** A4 in points, with room for the footer. */
export const sheet = { width: 595.28, height: 841.89, left: 64, right: 64, top: 56, bottom: 96 } as const;

/** Width of the text area in points. */
export const measureWidth = sheet.width - sheet.left - sheet.right;

/** Where on the page the next thing goes. */
export interface Cursor {
  y: number;
}

/** Where a block of text goes: its column and how its lines are set in it. */
export interface Column {
  readonly x: number;
  readonly width: number;
  readonly align?: 'left' | 'centre';
}

const fullWidth: Column = { x: sheet.left, width: measureWidth };

/** Starts a new page unless `height` points are still free on this one. */
export function makeRoom(paper: Paper, cursor: Cursor, height: number): void {
  if (cursor.y + height <= sheet.height - sheet.bottom) return;
  paper.addPage();
  cursor.y = sheet.top;
}

/** Sets a block of text as one tagged element, over several pages when it must. */
export function setBlock(
  paper: Paper,
  parent: PDFKit.PDFStructureElement,
  cursor: Cursor,
  block: { readonly tag: string; readonly text: string; readonly style: Style; readonly column?: Column; readonly after?: number },
): void {
  const column = block.column ?? fullWidth;
  const lines = breakLines(paper, block.text, block.style, column.width);
  makeRoom(paper, cursor, Math.min(lines.length, 2) * lineHeight(block.style));
  parent.add(
    paper.struct(block.tag, {}, () => {
      for (const line of lines) {
        nextLine(paper, cursor, block.style);
        drawLine(paper, line, block.style, lineStart(line, column), cursor.y);
        cursor.y += lineHeight(block.style);
      }
    }),
  );
  cursor.y += block.after ?? 0;
}

/** Sets label and value side by side as a table row; a row is kept on one page when it fits there. */
export function setRow(
  paper: Paper,
  table: PDFKit.PDFStructureElement,
  cursor: Cursor,
  row: { readonly label: string; readonly value: string },
  style: Style,
): void {
  const label: Column = { x: sheet.left + 18, width: 136 };
  const value: Column = { x: label.x + label.width + 14, width: measureWidth - 18 - label.width - 14 };
  const labelLines = breakLines(paper, row.label, style, label.width);
  const valueLines = breakLines(paper, row.value, style, value.width);
  const height = Math.max(labelLines.length, valueLines.length) * lineHeight(style);
  makeRoom(paper, cursor, Math.min(height, sheet.height - sheet.top - sheet.bottom));
  const top = cursor.y;
  const tableRow = paper.struct('TR');
  table.add(tableRow);
  tableRow.add(
    paper.struct('TH', {}, () => {
      labelLines.forEach((line, at) => drawLine(paper, line, style, label.x, top + at * lineHeight(style)));
    }),
  );
  tableRow.add(
    paper.struct('TD', {}, () => {
      drawLine(paper, { runs: breakLines(paper, ':', style, 10)[0]?.runs ?? [], width: 0 }, style, value.x - 10, top);
      for (const line of valueLines) {
        nextLine(paper, cursor, style);
        drawLine(paper, line, style, value.x, cursor.y);
        cursor.y += lineHeight(style);
      }
    }),
  );
  tableRow.end();
  // Two lines of label beside one of value: the longer column decides; after a page break only the value's end counts.
  if (cursor.y > top) cursor.y = Math.max(cursor.y, top + labelLines.length * lineHeight(style));
}

function nextLine(paper: Paper, cursor: Cursor, style: Style): void {
  if (cursor.y + lineHeight(style) <= sheet.height - sheet.bottom) return;
  paper.continueOnNewPage();
  cursor.y = sheet.top;
}

function lineStart(line: Line, column: Column): number {
  return column.align === 'centre' ? column.x + (column.width - line.width) / 2 : column.x;
}
