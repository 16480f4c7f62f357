import { randomBytes } from 'node:crypto';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
const length = 26;

/** Prefixes of opaque ids: application, issued document, upload, event, session, verification, outbox entry, audit entry. */
export type IdPrefix = 'app' | 'doc' | 'upl' | 'evt' | 'ses' | 'ver' | 'out' | 'aud';

/** Makes an opaque id such as `app_k3…`: 130 random bits in lower-case base32. */
export function newId<P extends IdPrefix>(prefix: P): `${P}_${string}` {
  let text = '';
  for (const byte of randomBytes(length)) text += alphabet[byte & 31];
  return `${prefix}_${text}`;
}

/** Tells whether a text has the shape of an id with this prefix. */
export const isId = (prefix: IdPrefix, text: string): boolean =>
  text.startsWith(`${prefix}_`) && /^[a-z2-7]{26}$/.test(text.slice(prefix.length + 1));

/** Names a request in logs and problems. */
export const newRequestId = (): string => `req_${randomBytes(12).toString('hex')}`;
