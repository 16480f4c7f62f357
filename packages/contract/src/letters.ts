import { addDays, addMonths, dateParts, formatDate } from './dates.js';
import type { Answers, Letter } from './service.js';

/** The usual mask of an Indonesian village letter number, with the letter type that its counter runs for. */
export const defaultNumberMask = '[kode_surat]/[nomor_surat,3]/[singkatan]/[kode_desa]/[bulan_romawi]/[tahun]';

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
const WORDS = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh', 'sebelas'];
const SCALES: readonly (readonly [number, string])[] = [
  [1e12, 'triliun'],
  [1e9, 'miliar'],
  [1e6, 'juta'],
  [1e3, 'ribu'],
  [1e2, 'ratus'],
];

/** What goes into a letter number. */
export interface LetterNumberParts {
  /** Classification code, e.g. `470`. */
  readonly classification: string;
  /** Short name of the letter type, e.g. `SKD`. */
  readonly abbreviation: string;
  /** The counter's value, from 1. */
  readonly number: number;
  readonly villageCode: string;
  /** Date of approval; month and year come from it. */
  readonly on: string;
}

/** Writes a letter number by mask, e.g. `470/012/SKD/5171042001/III/2025`; throws a RangeError for an unknown placeholder. */
export function formatLetterNumber(mask: string, parts: LetterNumberParts): string {
  const date = dateParts(parts.on);
  if (!date) throw new RangeError('a letter number needs a date');
  if (!Number.isSafeInteger(parts.number) || parts.number < 1) throw new RangeError('letter numbers count from 1');
  const values: Readonly<Record<string, string>> = {
    kode_surat: parts.classification,
    singkatan: parts.abbreviation,
    nomor_surat: String(parts.number),
    kode_desa: parts.villageCode.replaceAll('.', ''),
    bulan_romawi: romanMonth(date.month),
    bulan: String(date.month).padStart(2, '0'),
    tahun: String(date.year),
  };
  return mask.replace(/\[([^\]]*)\]/gu, (whole, inner: string) => {
    const [, name = '', width] = /^([a-z_]+)(?:,([0-9]))?$/u.exec(inner) ?? [];
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new RangeError(`unknown placeholder ${whole} in a letter number mask`);
    return width === undefined ? value : value.padStart(Number(width), '0');
  });
}

/** A month as a Roman numeral, 1 to 12. */
export function romanMonth(month: number): string {
  const roman = ROMAN[month - 1];
  if (roman === undefined) throw new RangeError('months count from 1 to 12');
  return roman;
}

/** A whole number in Indonesian words, as letters print amounts: `seribu lima ratus`. */
export function terbilang(value: number): string {
  if (!Number.isSafeInteger(value) || Math.abs(value) >= 1e15) throw new RangeError('terbilang takes whole numbers below a quadrillion');
  if (value < 0) return `minus ${terbilang(-value)}`;
  if (value < 12) return WORDS[value] ?? '';
  if (value < 20) return `${terbilang(value - 10)} belas`;
  if (value < 100) return joined(`${terbilang(Math.floor(value / 10))} puluh`, value % 10);
  for (const [size, name] of SCALES) {
    if (value < size) continue;
    const count = Math.floor(value / size);
    const head = count === 1 && size <= 1e3 ? `se${name}` : `${terbilang(count)} ${name}`;
    return joined(head, value % size);
  }
  return '';
}

/** A date in Indonesian as letters print it, with the weekday when asked. */
export function letterDate(date: string, options: { readonly weekday?: boolean } = {}): string {
  return formatDate(date, 'id', options);
}

/** The last day a letter is valid; undefined when it is valid without limit. */
export function validUntil(issuedOn: string, validity: Letter['validity'], answers: Answers = {}): string | undefined {
  if (!validity) return undefined;
  const by = validity.until === undefined ? undefined : answers[validity.until];
  const at = after(issuedOn, validity);
  return typeof by === 'string' && by < at ? by : at;
}

function after(date: string, { amount, unit }: NonNullable<Letter['validity']>): string {
  switch (unit) {
    case 'day':
      return addDays(date, amount);
    case 'week':
      return addDays(date, 7 * amount);
    case 'month':
      return addMonths(date, amount);
    case 'year':
      return addMonths(date, 12 * amount);
  }
}

/** Fills `{{name}}` once, from left to right: what an answer contains is never read as a template. Missing ones print `-`. */
export function renderTemplate(template: string, printed: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{\s*([A-Za-z][A-Za-z0-9.]*)\s*\}\}/gu, (_, name: string) => (Object.hasOwn(printed, name) ? (printed[name] ?? '-') : '-'));
}

/** Names that a template asks for, without repeats. */
export function templateNames(template: string): string[] {
  return [...new Set([...template.matchAll(/\{\{\s*([A-Za-z][A-Za-z0-9.]*)\s*\}\}/gu)].map((match) => match[1] ?? ''))];
}

function joined(head: string, rest: number): string {
  return rest === 0 ? head : `${head} ${terbilang(rest)}`;
}
