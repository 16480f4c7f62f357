import { randomBytes } from 'node:crypto';
import type { Trust } from './content.js';

/** What a letter's signed code says; enough to check a printed letter without a network. Never the NIK. */
export interface LetterClaims {
  readonly documentId: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly subject: string;
  readonly maskedName: string;
  readonly signatory: string;
  readonly office: string;
  readonly trust: Trust;
  readonly validUntil?: string;
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Makes the sixteen characters printed below a letter's QR code: 80 random bits. */
export function newLetterCode(): string {
  return Array.from(randomBytes(16), (byte) => alphabet[byte & 31]).join('');
}

/** Undoes what people do to a printed code: lower case, spaces, dashes, look-alikes. Undefined when it cannot be one. */
export function parseLetterCode(typed: string): string | undefined {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(plain) ? plain : undefined;
}

/** Groups a code in fours for reading. */
export function formatLetterCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** The text of the QR code: opens the verification page for people, carries the signed code for programs. */
export function qrText(publicUrl: string, code: string, jws: string): string {
  return `${publicUrl}/verify/${code}#${jws}`;
}
