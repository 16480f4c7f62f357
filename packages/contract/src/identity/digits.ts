import type { IdentifierErrorCode } from './explanation.js';

const LABEL = /^(?:nik|ktp|no|nomor|number|kk|npwp|nib|nip|bpjs|kpj|telp|tel|hp|wa)(?![a-z])[\s.:#=-]*/iu;
const LONGEST = 200;

/** The digits of a typed number: spaces, dots, dashes, slashes and a leading label such as `NIK:` fall away. */
export function readDigits(typed: string): { readonly digits?: string; readonly error?: IdentifierErrorCode } {
  if (typed.length > LONGEST) return { error: 'wrong_length' };
  let text = typed.normalize('NFKC').replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '').trim();
  for (let labels = 0; labels < 4 && LABEL.test(text); labels += 1) text = text.replace(LABEL, '');
  text = text.replace(/[\s.,\-‐-―/_·•']+/gu, '');
  if (text === '') return { error: 'empty' };
  return /^[0-9]+$/u.test(text) ? { digits: text } : { error: 'not_digits' };
}

/** The digits of a typed number when there are as many as there should be. */
export function parseDigits(typed: string, lengths: readonly number[]): string | undefined {
  const { digits } = readDigits(typed);
  return digits !== undefined && lengths.includes(digits.length) ? digits : undefined;
}

/** Digits of the wanted length, or why not. */
export function expectDigits(typed: string, lengths: readonly number[]): { readonly digits: string } | { readonly errors: readonly IdentifierErrorCode[] } {
  const { digits, error } = readDigits(typed);
  if (digits === undefined) return { errors: [error ?? 'not_digits'] };
  return lengths.includes(digits.length) ? { digits } : { errors: ['wrong_length'] };
}

/** Splits a number into groups of the given sizes for reading; the rest forms the last group. */
export function groupDigits(digits: string, sizes: readonly number[], separator = ' '): string {
  const groups: string[] = [];
  let at = 0;
  for (const size of sizes) {
    groups.push(digits.slice(at, at + size));
    at += size;
  }
  groups.push(digits.slice(at));
  return groups.filter((group) => group !== '').join(separator);
}

/** Hides the middle of an identifier; too short ones are hidden whole. */
export function maskMiddle(value: string, head: number, tail: number): string {
  const characters = [...value];
  if (characters.length < head + tail + 4) return '•'.repeat(characters.length);
  const hidden = '•'.repeat(characters.length - head - tail);
  return characters.slice(0, head).join('') + hidden + characters.slice(characters.length - tail).join('');
}

/** Whether all digits are the same, as people type to get past a form. */
export function isRepeated(digits: string): boolean {
  return /^([0-9])\1+$/u.test(digits);
}

/** Whether the last digit is the Luhn check of the others. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  [...digits].reverse().forEach((character, index) => {
    const value = Number(character) * (index % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  });
  return sum % 10 === 0;
}
