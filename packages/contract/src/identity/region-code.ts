import { readDigits } from './digits.js';
import type { Explanation, IdentifierErrorCode } from './explanation.js';

/** The 38 provinces by Kemendagri code. */
const PROVINCES = '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96 97'.split(' ');
const LEVELS = { 2: 'province', 4: 'city', 6: 'district', 10: 'village' } as const;

export type RegionLevel = (typeof LEVELS)[keyof typeof LEVELS];

export interface RegionCodeParts {
  readonly level: RegionLevel;
  readonly kind?: 'desa' | 'kelurahan';
  readonly parentCode?: string;
}

/** Whether a two-digit code is a present province. */
export function isProvince(code: string): boolean {
  return PROVINCES.includes(code);
}

/** Why the first six digits of an identifier (province, city, district) cannot be a region; codes no longer in use are fine. */
export function regionPrefixError(digits: string): IdentifierErrorCode | undefined {
  const [province, city, district] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6)];
  return province < '11' || city === '00' || district === '00' ? 'impossible_region' : undefined;
}

/** Reads `5171042001` or `51.71.04.2001` into the dotted spelling; undefined unless it has 2, 4, 6 or 10 digits. */
export function parseRegionCode(typed: string): string | undefined {
  const { digits } = readDigits(typed);
  return digits !== undefined && digits.length in LEVELS ? dotted(digits) : undefined;
}

/** The dotted spelling of a region code, or the text as it is. */
export function formatRegionCode(code: string): string {
  return parseRegionCode(code) ?? code;
}

/** A region code is public: nothing is hidden. */
export function maskRegionCode(code: string): string {
  return formatRegionCode(code);
}

/** Explains a Kemendagri region code; a village starting with 1 is a kelurahan, with 2 a desa (Permendagri 137/2017). */
export function explainRegionCode(typed: string): Explanation<RegionCodeParts> {
  const { digits, error } = readDigits(typed);
  if (digits === undefined) return { errors: [error ?? 'not_digits'], warnings: [] };
  const level = levelOf(digits.length);
  if (level === undefined) return { errors: ['wrong_length'], warnings: [] };
  const kind = level === 'village' ? ({ '1': 'kelurahan', '2': 'desa' } as const)[digits.charAt(6)] : undefined;
  const impossible =
    digits < '11' || digits.slice(2, 4) === '00' || digits.slice(4, 6) === '00' || (level === 'village' && (kind === undefined || digits.endsWith('000')));
  const canonical = dotted(digits);
  const parent = canonical.slice(0, Math.max(0, canonical.lastIndexOf('.')));
  return {
    canonical,
    errors: impossible ? ['impossible_region'] : [],
    warnings: isProvince(digits.slice(0, 2)) ? [] : ['unknown_province'],
    parts: { level, ...(kind && { kind }), ...(parent !== '' && { parentCode: parent }) },
  };
}

function levelOf(length: number): RegionLevel | undefined {
  return Object.entries(LEVELS).find(([digits]) => Number(digits) === length)?.[1];
}

function dotted(digits: string): string {
  return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6), digits.slice(6)].filter((part) => part !== '').join('.');
}
