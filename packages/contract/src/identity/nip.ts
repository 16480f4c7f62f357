import { dateFrom } from '../dates.js';
import { expectDigits, groupDigits, maskMiddle, parseDigits } from './digits.js';
import type { Explanation, IdentifierErrorCode } from './explanation.js';

export interface NipParts {
  readonly bornOn?: string;
  /** Year and month of appointment; contract staff (PPPK) carry 21 as month. */
  readonly appointed: string;
  readonly employment: 'civil_servant' | 'contract';
  readonly sex: 'male' | 'female';
  readonly serial: string;
}

/** Reads a typed civil-servant number into its 18 digits; undefined when there are not 18. */
export function parseNip(typed: string): string | undefined {
  return parseDigits(typed, [18]);
}

/** Shows a civil-servant number as `19680729 199303 1 006`. */
export function formatNip(nip: string): string {
  return groupDigits(nip, [8, 6, 1]);
}

/** Hides all but the first four and last three digits. */
export function maskNip(nip: string): string {
  return maskMiddle(nip, 4, 3);
}

/** Explains a civil-servant number: birth date, appointment, sex, serial. */
export function explainNip(typed: string): Explanation<NipParts> {
  const read = expectDigits(typed, [18]);
  if ('errors' in read) return { errors: read.errors, warnings: [] };
  const { digits } = read;
  const bornOn = dateFrom(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8)));
  const [year, month, sex, serial] = [Number(digits.slice(8, 12)), Number(digits.slice(12, 14)), digits.charAt(14), digits.slice(15)];
  const contract = month === 21;
  const errors = new Set<IdentifierErrorCode>();
  if (bornOn === undefined || year <= Number(digits.slice(0, 4)) || (!contract && (month < 1 || month > 12))) errors.add('impossible_date');
  if (sex !== '1' && sex !== '2') errors.add('impossible_sex');
  if (serial === '000') errors.add('impossible_serial');
  return {
    canonical: digits,
    errors: [...errors],
    warnings: [],
    parts: {
      ...(bornOn !== undefined && { bornOn }),
      appointed: `${digits.slice(8, 12)}-${digits.slice(12, 14)}`,
      employment: contract ? 'contract' : 'civil_servant',
      sex: sex === '2' ? 'female' : 'male',
      serial,
    },
  };
}
