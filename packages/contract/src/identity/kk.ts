import { dateFrom } from '../dates.js';
import { expectDigits, groupDigits, isRepeated, maskMiddle, parseDigits } from './digits.js';
import type { Explanation, IdentifierErrorCode, IdentifierWarningCode } from './explanation.js';
import { explainTemporary } from './nik.js';
import { isProvince, regionPrefixError } from './region-code.js';

/** What a family card number is made of. */
export type KkParts =
  | { readonly kind: 'family'; readonly districtCode: string; readonly issueDates: readonly string[]; readonly serial: string }
  | { readonly kind: 'temporary'; readonly villageCode: string; readonly serial: string };

/** Reads a typed family card number into its 16 digits; undefined when there are not 16. */
export function parseKk(typed: string): string | undefined {
  return parseDigits(typed, [16]);
}

/** Shows a family card number in groups of four. */
export function formatKk(kk: string): string {
  return groupDigits(kk, [4, 4, 4]);
}

/** Hides a family card number as `5171••••••••0003`. */
export function maskKk(kk: string): string {
  return maskMiddle(kk, 4, 4);
}

/** Explains a family card number: region, date of issue, serial. Its inner date is custom, not law: an odd one is a warning. */
export function explainKk(typed: string): Explanation<KkParts> {
  const read = expectDigits(typed, [16]);
  if ('errors' in read) return { errors: read.errors, warnings: [] };
  const { digits } = read;
  if (digits.startsWith('0')) return explainTemporary(digits);
  const errors: IdentifierErrorCode[] = [];
  const warnings: IdentifierWarningCode[] = [];
  const region = regionPrefixError(digits);
  if (region) errors.push(region);
  else if (!isProvince(digits.slice(0, 2))) warnings.push('unknown_province');
  const issueDates = [1900, 2000]
    .map((century) => dateFrom(century + Number(digits.slice(10, 12)), Number(digits.slice(8, 10)), Number(digits.slice(6, 8))))
    .filter((date) => date !== undefined);
  if (issueDates.length === 0) warnings.push('unusual_date');
  const serial = digits.slice(12);
  if (serial === '0000') errors.push('impossible_serial');
  if (isRepeated(digits)) warnings.push('repeated_digits');
  const districtCode = `${digits.slice(0, 2)}.${digits.slice(2, 4)}.${digits.slice(4, 6)}`;
  return { canonical: digits, errors, warnings, parts: { kind: 'family', districtCode, issueDates, serial } };
}
