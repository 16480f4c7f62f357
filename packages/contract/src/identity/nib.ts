import { expectDigits, groupDigits, isRepeated, maskMiddle, parseDigits } from './digits.js';
import type { Explanation } from './explanation.js';

/** A business number has no inner structure: thirteen digits, one per business actor, without end date. */
export type NibParts = Readonly<Record<string, never>>;

/** Reads a typed business number into its 13 digits; undefined when there are not 13. */
export function parseNib(typed: string): string | undefined {
  return parseDigits(typed, [13]);
}

/** Shows a business number in groups. */
export function formatNib(nib: string): string {
  return groupDigits(nib, [4, 4, 4]);
}

/** Hides all but the first two and last three digits. */
export function maskNib(nib: string): string {
  return maskMiddle(nib, 2, 3);
}

/** Explains a business number: its length is all there is to check, and one zero after another is none. */
export function explainNib(typed: string): Explanation<NibParts> {
  const read = expectDigits(typed, [13]);
  if ('errors' in read) return { errors: read.errors, warnings: [] };
  const zero = /^0+$/u.test(read.digits);
  return {
    canonical: read.digits,
    errors: zero ? ['impossible_number'] : [],
    warnings: !zero && isRepeated(read.digits) ? ['repeated_digits'] : [],
    parts: {},
  };
}
