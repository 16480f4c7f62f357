import {
  explainBpjs,
  explainKk,
  explainNib,
  explainNik,
  explainNip,
  explainNpwp,
  formatBpjs,
  formatKk,
  formatNib,
  formatNik,
  formatNip,
  formatNpwp,
  formatTrackingCode,
  parseTrackingCode,
  type Explanation,
  type IdentifierErrorCode,
  type IdentifierWarningCode,
} from '@e-sewaka/contract';
import { nibRows, bpjsRows, kkRows, nikRows, nipRows, npwpRows, type Row } from './rows.js';

/** The numbers that can be explained. */
export const lookupKinds = ['nik', 'kk', 'npwp', 'nib', 'nip', 'bpjs', 'letter', 'tracking'] as const;
export type LookupKind = (typeof lookupKinds)[number];

/** Why a number cannot be right; the lookup's own codes beside the contract's. */
export type LookupError = IdentifierErrorCode | 'wrong_check_character';

/** What the structure of a number says, on this device alone. */
export interface Explained {
  readonly state: 'empty' | 'incomplete' | 'impossible' | 'plausible';
  readonly formatted: string;
  readonly digits: number;
  readonly errors: readonly LookupError[];
  readonly warnings: readonly IdentifierWarningCode[];
  readonly rows: readonly Row[];
}

/** Narrows an attribute to a kind of number. */
export function isLookupKind(value: string | undefined | null): value is LookupKind {
  return lookupKinds.some((kind) => kind === value);
}

/** Explains a typed number; `plausible` means that the format fits, never that it exists. */
export function explain(kind: LookupKind, typed: string): Explained {
  switch (kind) {
    case 'nik':
      return explained(typed, explainNik(typed), formatNik, nikRows);
    case 'kk':
      return explained(typed, explainKk(typed), formatKk, kkRows);
    case 'npwp':
      return explained(typed, explainNpwp(typed), formatNpwp, npwpRows);
    case 'nib':
      return explained(typed, explainNib(typed), formatNib, nibRows);
    case 'nip':
      return explained(typed, explainNip(typed), formatNip, nipRows);
    case 'bpjs':
      return explained(typed, explainBpjs(typed), formatBpjs, bpjsRows);
    case 'letter':
      return explainLetter(typed);
    case 'tracking':
      return explainTracking(typed);
  }
}

function explained<P>(typed: string, { canonical, errors, warnings, parts }: Explanation<P>, format: (value: string) => string, rows: (parts: P) => readonly Row[]): Explained {
  const unfinished = errors.every((error) => error === 'wrong_length' || error === 'empty');
  const state = errors.includes('empty') ? 'empty' : errors.length === 0 ? 'plausible' : unfinished ? 'incomplete' : 'impossible';
  return {
    state,
    formatted: canonical === undefined ? typed.trim() : format(canonical),
    digits: typed.replace(/\D/gu, '').length,
    errors,
    warnings,
    rows: errors.length === 0 && parts !== undefined ? rows(parts) : [],
  };
}

/** Letter numbers follow each village's own mask; what they share is slashes, a Roman month and a year. */
function explainLetter(typed: string): Explained {
  const parts = typed.trim().split('/').map((part) => part.trim());
  const year = parts.find((part, index) => index > 0 && /^(?:19|20)[0-9]{2}$/u.test(part));
  const month = parts.find((part) => /^(?:I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII)$/iu.test(part));
  const plausible = parts.length >= 3 && year !== undefined && parts.every((part) => part !== '');
  const rows: Row[] = plausible
    ? [{ key: 'row_class', value: parts[0] ?? '' }, { key: 'row_serial', value: parts[1] ?? '' }, ...(month ? [{ key: 'row_month' as const, value: month.toUpperCase() }] : []), { key: 'row_year', value: year }]
    : [];
  const state = typed.trim() === '' ? 'empty' : plausible ? 'plausible' : 'incomplete';
  return { state, formatted: parts.join('/'), digits: 0, errors: plausible ? [] : [state === 'empty' ? 'empty' : 'wrong_format'], warnings: [], rows };
}

function explainTracking(typed: string): Explained {
  const code = parseTrackingCode(typed);
  const length = typed.replace(/[\s\-–—_.]+/gu, '').length;
  const state = length === 0 ? 'empty' : code !== undefined ? 'plausible' : length < 20 ? 'incomplete' : 'impossible';
  const errors: LookupError[] = code !== undefined ? [] : [length === 0 ? 'empty' : length < 20 ? 'wrong_format' : 'wrong_check_character'];
  return { state, formatted: code === undefined ? typed.trim() : formatTrackingCode(code), digits: length, errors, warnings: [], rows: [] };
}
