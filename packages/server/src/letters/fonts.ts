import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { unpackWoff } from './woff.js';

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

const loaded = new Map<string, Buffer>();
const subsetByGrapheme = new Map<string, string>();
let coverage: ReadonlyMap<string, readonly Range[]> | undefined;

/** The bytes of a font by the name that `splitRuns` gives; each file is read and unpacked once. */
export function fontBytes(name: string): Buffer {
  const kept = loaded.get(name);
  if (kept !== undefined) return kept;
  const weight: Weight = name.endsWith('-bold') ? 'bold' : 'regular';
  const subset = name.slice(0, name.lastIndexOf('-'));
  const file = require.resolve(`@fontsource/noto-serif/files/noto-serif-${subset}-${weights[weight]}-normal.woff`);
  const font = unpackWoff(readFileSync(file));
  loaded.set(name, font);
  return font;
}

/** Splits a text into runs, each within what one font file covers; what no file covers falls to the first. */
export function splitRuns(text: string, weight: Weight): Run[] {
  const runs: { font: string; text: string }[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const font = `${knownSubset(segment)}-${weight}`;
    const last = runs.at(-1);
    if (last?.font === font) last.text += segment;
    else runs.push({ font, text: segment });
  }
  return runs;
}

function knownSubset(grapheme: string): string {
  const kept = subsetByGrapheme.get(grapheme);
  if (kept !== undefined) return kept;
  const subset = subsetFor(grapheme);
  // Letters hold few different graphemes; a bound all the same, since answers come from outside.
  if (subsetByGrapheme.size < 4_000) subsetByGrapheme.set(grapheme, subset);
  return subset;
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
