import { dateFrom } from '../dates.js';
import { expectDigits, groupDigits, isRepeated, maskMiddle, parseDigits } from './digits.js';
import type { Explanation, IdentifierErrorCode, IdentifierWarningCode } from './explanation.js';
import { explainRegionCode, isProvince, regionPrefixError } from './region-code.js';

/** What a NIK is made of (PP 40/2019 art. 30). The region is that of first registration and never changes. */
export type NikParts =
  | {
      readonly kind: 'resident';
      readonly districtCode: string;
      readonly sex: 'male' | 'female';
      /** Days that the six date digits can mean: the century is not written. */
      readonly birthDates: readonly string[];
      readonly serial: string;
    }
  /** A village's own stopgap: 0, its ten-digit code, five digits. Known to that village only. */
  | { readonly kind: 'temporary'; readonly villageCode: string; readonly serial: string };

/** What is known about the person from elsewhere, to compare with. */
export interface KnownPerson {
  readonly bornOn?: string;
  readonly sex?: 'male' | 'female';
}

/** Reads a typed NIK into its 16 digits; undefined when there are not 16. */
export function parseNik(typed: string): string | undefined {
  return parseDigits(typed, [16]);
}

/** Shows a NIK in groups of four. */
export function formatNik(nik: string): string {
  return groupDigits(nik, [4, 4, 4]);
}

/** Hides a NIK as `5171••••••••0003`. */
export function maskNik(nik: string): string {
  return maskMiddle(nik, 4, 4);
}

/**
 * Explains a NIK: region, birth date (day plus 40 for women) and serial.
 * A birth date or sex that differs from the known one is a warning: wrong entries are never re-issued.
 */
export function explainNik(typed: string, known: KnownPerson = {}): Explanation<NikParts> {
  const read = expectDigits(typed, [16]);
  if ('errors' in read) return { errors: read.errors, warnings: [] };
  return read.digits.startsWith('0') ? explainTemporary(read.digits) : explainResident(read.digits, known);
}

/** Explains the stopgap number, which starts with 0, that villages give before a NIK exists. */
export function explainTemporary(digits: string): Explanation<Extract<NikParts, { kind: 'temporary' }>> {
  const village = explainRegionCode(digits.slice(1, 11));
  const serial = digits.slice(11);
  const errors: IdentifierErrorCode[] = [...village.errors];
  if (serial === '00000') errors.push('impossible_serial');
  return {
    canonical: digits,
    errors,
    warnings: ['temporary_number', ...village.warnings],
    parts: { kind: 'temporary', villageCode: village.canonical ?? '', serial },
  };
}

function explainResident(digits: string, known: KnownPerson): Explanation<NikParts> {
  const errors: IdentifierErrorCode[] = [];
  const warnings: IdentifierWarningCode[] = [];
  const region = regionPrefixError(digits);
  if (region) errors.push(region);
  else if (!isProvince(digits.slice(0, 2))) warnings.push('unknown_province');
  const { sex, birthDates } = readBirth(digits.slice(6, 12));
  if (birthDates.length === 0) errors.push('impossible_date');
  const serial = digits.slice(12);
  if (serial === '0000') errors.push('impossible_serial');
  if (isRepeated(digits)) warnings.push('repeated_digits');
  if (known.bornOn !== undefined && birthDates.length > 0 && !birthDates.includes(known.bornOn)) warnings.push('birth_date_differs');
  if (known.sex !== undefined && known.sex !== sex) warnings.push('sex_differs');
  const districtCode = `${digits.slice(0, 2)}.${digits.slice(2, 4)}.${digits.slice(4, 6)}`;
  return { canonical: digits, errors, warnings, parts: { kind: 'resident', districtCode, sex, birthDates, serial } };
}

function readBirth(digits: string): { readonly sex: 'male' | 'female'; readonly birthDates: readonly string[] } {
  const [written, month, year] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), Number(digits.slice(4, 6))];
  const female = written > 40;
  const day = female ? written - 40 : written;
  const dates = [1900 + year, 2000 + year].map((full) => dateFrom(full, month, day));
  return { sex: female ? 'female' : 'male', birthDates: dates.filter((date) => date !== undefined) };
}
