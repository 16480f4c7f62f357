import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Weight of the letter face. */
export type Weight = 'regular' | 'bold';

/** A stretch of text that one font file can draw. */
export interface Run {
  readonly font: string;
  readonly text: string;
}

const require = createRequire(import.meta.url);
const subsets = ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext'] as const;
const weights: Readonly<Record<Weight, number>> = { regular: 400, bold: 700 };
const segmenter = new Intl.Segmenter('id', { granularity: 'grapheme' });

interface Range {
  readonly first: number;
  readonly last: number;
}

let coverage: ReadonlyMap<string, readonly Range[]> | undefined;

/** Names a font as it is registered in a document. */
function fontName(subset: string, weight: Weight): string {
  return `${subset}-${weight}`;
}

/** Lists every font file of the letter face: the name it is registered under, and where it lies. */
export function fontFiles(): readonly { readonly name: string; readonly load: () => Buffer }[] {
  return subsets.flatMap((subset) =>
    (Object.keys(weights) as Weight[]).map((weight) => ({
      name: fontName(subset, weight),
      load: () =>
        readFileSync(require.resolve(`@fontsource/noto-serif/files/noto-serif-${subset}-${weights[weight]}-normal.woff`)),
    })),
  );
}

/** Splits a text into runs, each within what one font file covers; what no file covers falls to the first. */
export function splitRuns(text: string, weight: Weight): Run[] {
  const runs: { font: string; text: string }[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const font = fontName(subsetFor(segment), weight);
    const last = runs.at(-1);
    if (last?.font === font) last.text += segment;
    else runs.push({ font, text: segment });
  }
  return runs;
}

function subsetFor(grapheme: string): string {
  const points = Array.from(grapheme, (character) => character.codePointAt(0) ?? 0);
  const whole = subsets.find((subset) => points.every((point) => covers(subset, point)));
  return whole ?? subsets.find((subset) => covers(subset, points[0] ?? 0)) ?? subsets[0];
}

function covers(subset: string, point: number): boolean {
  coverage ??= readCoverage();
  return (coverage.get(subset) ?? []).some((range) => point >= range.first && point <= range.last);
}

function readCoverage(): ReadonlyMap<string, readonly Range[]> {
  const listed: unknown = JSON.parse(readFileSync(require.resolve('@fontsource/noto-serif/unicode.json'), 'utf8'));
  const entries = typeof listed === 'object' && listed !== null ? Object.entries(listed) : [];
  return new Map(entries.map(([subset, ranges]) => [subset, String(ranges).split(',').map(parseRange)]));
}

function parseRange(text: string): Range {
  const [first = '', last = first] = text.trim().replace(/^U\+/, '').split('-');
  return { first: Number.parseInt(first, 16), last: Number.parseInt(last, 16) };
}
