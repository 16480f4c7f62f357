import { defaultNumberMask, formatLetterNumber } from './letters.js';

/** What one counter of letter numbers runs for: a letter type, a classification code, or all letters of the office. */
export type CounterScope = 'type' | 'classification' | 'office';

/** Every scope, the finest first. */
export const counterScopes: readonly CounterScope[] = ['type', 'classification', 'office'];

/** How an office numbers its letters. */
export interface Numbering {
  readonly mask: string;
  readonly scope: CounterScope;
}

const needed: Readonly<Record<CounterScope, readonly string[]>> = {
  type: ['nomor_surat', 'singkatan', 'tahun'],
  classification: ['nomor_surat', 'kode_surat', 'tahun'],
  office: ['nomor_surat', 'tahun'],
};

/** How letters are numbered by what an office chose; a mask without a scope is counted by the finest that it tells apart. */
export function numberingOf(chosen: { readonly mask?: string | undefined; readonly scope?: CounterScope | undefined }): Numbering {
  const { mask = defaultNumberMask, scope } = chosen;
  return { mask, scope: scope ?? counterScopes.find((each) => missing(mask, each).length === 0) ?? 'office' };
}

/**
 * Why two letters of one office could bear the same number, or what else is wrong with a mask; undefined when nothing
 * is. Part by part a number must be readable back: that needs what the counters are told apart by, and something
 * between the parts (`SK` and month `XI` run together are `SKX` and month `I`).
 */
export function numberingFault({ mask, scope }: Numbering): string | undefined {
  const lacking = missing(mask, scope);
  if (lacking.length > 0) {
    const parts = lacking.map((name) => `[${name}]`).join(', ');
    return `lacks ${parts}: counted by ${scope}, two letters could bear the same number`;
  }
  const touching = /\][A-Za-z0-9]*\[/.exec(mask);
  if (touching) return 'needs a sign such as / between the parts, or two letters could bear the same number';
  try {
    const longest = { classification: '000.000.000.000', abbreviation: 'ABCDEFGHIJ', number: 99_999, villageCode: '51.71.04.2001', on: '2026-08-01' };
    return /^[A-Za-z0-9 ./-]{1,80}$/.test(formatLetterNumber(mask, longest))
      ? undefined
      : 'makes numbers of more than 80 signs, or with others than letters, digits, spaces and . / -';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const missing = (mask: string, scope: CounterScope): readonly string[] =>
  needed[scope].filter((name) => !new RegExp(`\\[${name}(?:,\\d)?\\]`).test(mask));
