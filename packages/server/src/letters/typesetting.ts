import { fontBytes, splitRuns, type Run, type Weight } from './fonts.js';

/** What the typesetter needs of a PDF document. */
export type Paper = PDFKit.PDFDocument;

/** How a text looks: size in points, line height as a factor. */
export interface Style {
  readonly size: number;
  readonly weight?: Weight;
  readonly leading?: number;
  readonly colour?: string;
}

/** A line ready to be drawn. */
export interface Line {
  readonly runs: readonly Run[];
  readonly width: number;
}

/** Registers the fonts that a document's texts need. */
export function registerFonts(paper: Paper, needed: ReadonlySet<string>): void {
  for (const name of needed) paper.registerFont(name, fontBytes(name));
}

/** Says which fonts a text needs. */
export function fontsNeeded(texts: readonly string[]): Set<string> {
  const runs = texts.flatMap((text) => [...splitRuns(clean(text), 'regular'), ...splitRuns(clean(text), 'bold')]);
  return new Set(runs.map((run) => run.font));
}

/** Height of one line in points. */
export function lineHeight(style: Style): number {
  return style.size * (style.leading ?? 1.4);
}

/** Breaks a text into lines no wider than `width` points; a word that is wider by itself is broken too. */
export function breakLines(paper: Paper, text: string, style: Style, width: number): Line[] {
  const lines: Line[] = [];
  for (const paragraph of text.split('\n')) {
    let current = '';
    for (const word of clean(paragraph).split(' ').flatMap((each) => pieces(paper, each, style, width))) {
      const longer = current === '' ? word : `${current} ${word}`;
      if (measure(paper, longer, style) <= width) current = longer;
      else {
        lines.push(toLine(paper, current, style));
        current = word;
      }
    }
    lines.push(toLine(paper, current, style));
  }
  return lines;
}

/** Draws one line with its upper left corner at `x`, `y`. */
export function drawLine(paper: Paper, line: Line, style: Style, x: number, y: number): void {
  let left = x;
  paper.fontSize(style.size).fillColor(style.colour ?? '#111111');
  for (const run of line.runs) {
    paper.font(run.font).text(run.text, left, y, { lineBreak: false });
    left += paper.widthOfString(run.text);
  }
}

function measure(paper: Paper, text: string, style: Style): number {
  paper.fontSize(style.size);
  return splitRuns(text, style.weight ?? 'regular').reduce(
    (sum, run) => sum + paper.font(run.font).widthOfString(run.text),
    0,
  );
}

function toLine(paper: Paper, text: string, style: Style): Line {
  return { runs: splitRuns(text, style.weight ?? 'regular'), width: measure(paper, text, style) };
}

function pieces(paper: Paper, word: string, style: Style, width: number): string[] {
  if (measure(paper, word, style) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const character of word) {
    if (part !== '' && measure(paper, part + character, style) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}

/** Control characters and odd spaces never reach the paper; composed letters find their glyphs more often. */
function clean(text: string): string {
  return text.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Zs}]+/gu, ' ').trim();
}
