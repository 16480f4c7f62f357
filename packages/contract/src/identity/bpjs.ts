import { expectDigits, groupDigits, maskMiddle, parseDigits } from './digits.js';
import type { Explanation } from './explanation.js';
import { explainNik } from './nik.js';

export interface BpjsParts {
  /** Health card (13), employment card (11), or a NIK serving as participant number (16). */
  readonly kind: 'health' | 'employment' | 'nik';
}

/** Reads a typed social-insurance number into its 11, 13 or 16 digits. */
export function parseBpjs(typed: string): string | undefined {
  return parseDigits(typed, [11, 13, 16]);
}

/** Shows a social-insurance number in groups. */
export function formatBpjs(bpjs: string): string {
  return groupDigits(bpjs, [4, 4, 4]);
}

/** Hides all but the first two and last three digits. */
export function maskBpjs(bpjs: string): string {
  return maskMiddle(bpjs, 2, 3);
}

/** Explains a social-insurance number by its length alone: published accounts of its inside contradict each other. */
export function explainBpjs(typed: string): Explanation<BpjsParts> {
  const read = expectDigits(typed, [11, 13, 16]);
  if ('errors' in read) return { errors: read.errors, warnings: [] };
  const { digits } = read;
  if (digits.length === 16) {
    const nik = explainNik(digits);
    return { canonical: digits, errors: nik.errors, warnings: nik.warnings, parts: { kind: 'nik' } };
  }
  const errors = /^0+$/u.test(digits) ? (['impossible_number'] as const) : [];
  return { canonical: digits, errors, warnings: [], parts: { kind: digits.length === 13 ? 'health' : 'employment' } };
}
