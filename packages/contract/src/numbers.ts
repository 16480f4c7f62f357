import type { Text } from './service.js';

const SCALES: readonly (readonly [RegExp, number])[] = [
  [/(?:ribu|rb|k)$/u, 1_000],
  [/(?:juta|jt)$/u, 1_000_000],
  [/(?:miliar|milyar|m)$/u, 1_000_000_000],
];
const LONGEST = 40;

/** Reads rupiah as people write it: `Rp 1.500.000`, `1,500,000.00`, `1500000,-`, `1,5 juta`, `500rb`. */
export function parseMoney(typed: string): number | undefined {
  if (typed.length > LONGEST) return undefined;
  const text = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^(?:rp|idr)\.?|(?:rupiah|idr)$/gu, '')
    .replace(/\s+/gu, '')
    .replace(/,-+$/u, '');
  const scale = SCALES.find(([suffix]) => suffix.test(text));
  if (!scale) return wholeNumber(text.replace(/[.,]00$/u, ''));
  const number = text.replace(scale[0], '');
  // Before three digits a dot groups thousands; a comma is the decimal sign.
  const decimal = /^[0-9]{1,6}(?:\.[0-9]{1,2}|,[0-9]{1,3})?$/u.test(number);
  return decimal ? Math.round(Number(number.replace(',', '.')) * scale[1]) : wholeNumber(number, scale[1]);
}

/** Reads a whole number with or without thousands dots, a sign, or its unit behind it. */
export function parseInteger(typed: string, unit?: Text): number | undefined {
  if (typed.length > LONGEST) return undefined;
  const text = typed.normalize('NFKC').toLowerCase().trim();
  const label = [unit?.id, unit?.en, unit?.ban].find((word) => word !== undefined && text.endsWith(word.toLowerCase()));
  const number = (label === undefined ? text : text.slice(0, -label.length)).replace(/\s+/gu, '').replace(/^[−–]/u, '-');
  const sign = number.startsWith('-') ? -1 : 1;
  const value = wholeNumber(number.replace(/^[+-]/u, ''));
  return value === undefined ? undefined : value === 0 ? 0 : sign * value;
}

/** Reads a time of day: `8.30`, `08:30 WITA`, `pukul 08.30`, `0830`, `2:30 pm`, `8`. */
export function parseTime(typed: string): string | undefined {
  if (typed.length > LONGEST) return undefined;
  const text = typed.normalize('NFKC').toLowerCase().replace(/^(?:pukul|jam|pkl\.?|at)\s*|\s*wita$/gu, '').trim();
  const match = /^([0-9]{1,2})(?:[:.]?([0-9]{2}))?(?:[:.][0-9]{2})?\s*(am|pm|a\.m\.|p\.m\.)?$/u.exec(text);
  if (!match) return undefined;
  const half = match[3]?.charAt(0);
  const written = Number(match[1]);
  if (half !== undefined && (written < 1 || written > 12)) return undefined;
  const hour = half === undefined ? written : (written % 12) + (half === 'p' ? 12 : 0);
  const minute = Number(match[2] ?? 0);
  return hour > 23 || minute > 59 ? undefined : `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Prints a whole number with the thousands sign of the language; Indonesian and Balinese use dots. */
export function formatInteger(value: number, locale: 'id' | 'en' | 'ban'): string {
  const groups = String(Math.abs(value)).replace(/\B(?=(?:[0-9]{3})+$)/gu, locale === 'en' ? ',' : '.');
  return value < 0 ? `-${groups}` : groups;
}

/** Prints rupiah with a no-break space: `Rp 1.500.000`. */
export function formatMoney(amount: number, locale: 'id' | 'en' | 'ban'): string {
  return amount < 0 ? `-Rp\u00a0${formatInteger(-amount, locale)}` : `Rp\u00a0${formatInteger(amount, locale)}`;
}

function wholeNumber(text: string, scale = 1): number | undefined {
  const grouped = /^[0-9]{1,3}(?:([.,'])[0-9]{3}(?:\1[0-9]{3})*)?$/u.test(text);
  if (!grouped && !/^[0-9]+$/u.test(text)) return undefined;
  const value = Number(text.replace(/[.,']/gu, '')) * scale;
  return Number.isSafeInteger(value) ? value : undefined;
}
