import { expectDigits, groupDigits, maskMiddle, parseDigits, passesLuhn } from './digits.js';
import type { Explanation } from './explanation.js';
import { explainNik } from './nik.js';

export type NpwpParts =
  /** Nine digits with a Luhn check, tax office, branch: the form before July 2024. */
  | { readonly kind: 'numbered'; readonly taxOffice: string; readonly branch: string }
  /** A resident's NIK serving as tax number since July 2024. */
  | { readonly kind: 'nik' };

/** Reads a typed tax number into its 15 or 16 digits; undefined when there are neither. */
export function parseNpwp(typed: string): string | undefined {
  return parseDigits(typed, [15, 16]);
}

/** Shows a tax number: `12.345.678.9-012.345`, or groups of four for the 16-digit form. */
export function formatNpwp(npwp: string): string {
  if (npwp.length !== 15) return groupDigits(npwp, [4, 4, 4]);
  return `${groupDigits(npwp.slice(0, 9), [2, 3, 3], '.')}-${npwp.slice(9, 12)}.${npwp.slice(12)}`;
}

/** Hides all but the first two and last three digits. */
export function maskNpwp(npwp: string): string {
  return maskMiddle(npwp, 2, 3);
}

/** Whether two tax numbers are the same in their 15- and 16-digit forms. */
export function isSameNpwp(one: string, other: string): boolean {
  const [a, b] = [parseNpwp(one), parseNpwp(other)];
  return a !== undefined && b !== undefined && a.padStart(16, '0') === b.padStart(16, '0');
}

/** Explains a tax number; 15 digits (or 0 and 15) carry a Luhn check digit, other 16-digit ones are a NIK. */
export function explainNpwp(typed: string): Explanation<NpwpParts> {
  const read = expectDigits(typed, [15, 16]);
  if ('errors' in read) return { errors: read.errors, warnings: [] };
  const { digits } = read;
  if (digits.length === 16 && !digits.startsWith('0')) {
    const nik = explainNik(digits);
    return { canonical: digits, errors: nik.errors, warnings: nik.warnings, parts: { kind: 'nik' } };
  }
  const number = digits.slice(-15);
  const parts = { kind: 'numbered', taxOffice: number.slice(9, 12), branch: number.slice(12) } as const;
  const head = number.slice(0, 9);
  const errors = head === '000000000' ? (['impossible_number'] as const) : passesLuhn(head) ? [] : (['wrong_check_digit'] as const);
  return { canonical: digits, errors, warnings: digits.length === 15 ? ['old_format'] : [], parts };
}
