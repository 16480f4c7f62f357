import { maskMiddle } from './digits.js';
import type { Explanation, IdentifierErrorCode } from './explanation.js';

export interface PhoneParts {
  readonly kind: 'mobile' | 'landline' | 'foreign';
}

const LONGEST = 100;

/** Reads a phone number in any spelling (`0812…`, `62 812…`, `(0361) 22…`, `wa.me/…`) into E.164; numbers without country are Indonesian. */
export function parsePhone(typed: string): string | undefined {
  const text = bare(typed);
  if (text === undefined) return undefined;
  const number = international(text);
  return number !== undefined && /^\+[1-9][0-9]{7,14}$/u.test(number) ? number : undefined;
}

/** Shows an E.164 number in groups: `+62 812-0000-1234`, `+62 361 223333`. */
export function formatPhone(phone: string): string {
  const mobile = /^\+62(8[0-9]{2})([0-9]{3,4})([0-9]{3,})$/u.exec(phone);
  if (mobile) return `+62 ${mobile[1]}-${mobile[2]}-${mobile[3]}`;
  const landline = /^\+62(2[124]|31|61|[2-79][0-9]{2})([0-9]{4,})$/u.exec(phone);
  return landline ? `+62 ${landline[1]} ${landline[2]}` : phone;
}

/** The number as dialled inside Indonesia, for print: `081200001234`. */
export function nationalPhone(phone: string): string {
  return phone.startsWith('+62') ? `0${phone.slice(3)}` : phone;
}

/** Hides all but the country and the last three digits, since the number may be somebody's second factor. */
export function maskPhone(phone: string): string {
  return maskMiddle(phone, 3, 3);
}

/** Explains a phone number; Indonesian mobile numbers have 8 to 11 digits after `+628`, others 7 to 11 after `+62`. */
export function explainPhone(typed: string): Explanation<PhoneParts> {
  const canonical = parsePhone(typed);
  if (canonical === undefined) return { errors: [typed.trim() === '' ? 'empty' : 'wrong_format'], warnings: [] };
  const kind = canonical.startsWith('+628') ? 'mobile' : canonical.startsWith('+62') ? 'landline' : 'foreign';
  return { canonical, errors: lengthErrors(canonical, kind), warnings: [], parts: { kind } };
}

function lengthErrors(phone: string, kind: PhoneParts['kind']): readonly IdentifierErrorCode[] {
  if (kind === 'mobile') return /^\+628[0-9]{8,11}$/u.test(phone) ? [] : ['wrong_length'];
  if (kind === 'landline') return /^\+62[2-79][0-9]{6,10}$/u.test(phone) ? [] : ['impossible_number'];
  return [];
}

function bare(typed: string): string | undefined {
  if (typed.length > LONGEST) return undefined;
  const text = typed
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .trim()
    .replace(/^(?:https?:\/\/)?wa\.me\/(?=[0-9])/iu, '+')
    .replace(/^(?:no|nomor|hp|telp|telepon|tel|wa|whatsapp|phone)(?![a-z])[\s.:]*/iu, '')
    .replace(/[\s.\-‐-―/()]+/gu, '');
  return /^\+?[0-9]+$/u.test(text) ? text : undefined;
}

function international(text: string): string | undefined {
  const number = text.startsWith('00') ? `+${text.slice(2)}` : text;
  // People write the trunk 0 after the country code: +62 (0) 812.
  if (number.startsWith('+')) return number.replace(/^\+620/u, '+62');
  if (number.startsWith('0')) return `+62${number.slice(1)}`;
  if (/^62[0-9]{8,}$/u.test(number)) return `+62${number.slice(2).replace(/^0/u, '')}`;
  return /^8[0-9]{8,11}$/u.test(number) ? `+62${number}` : undefined;
}
