import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** Everything made from the installation's secret. One purpose never sees another's values. */
export interface Secrets {
  /** HMAC-SHA-256 of a value, base64url: for looking up what must not be stored (codes, NIKs). */
  hash(purpose: string, value: string): string;
  /** Encrypts a text (AES-256-GCM) under a key of this purpose; `clientSecret` mixes in a secret that only a client holds. */
  seal(purpose: string, text: string, clientSecret?: string): string;
  /** Decrypts what `seal` made; throws when it was changed or the key differs. */
  open(purpose: string, sealed: string, clientSecret?: string): string;
}

/** Derives the installation's secrets from SEWAKA_SECRET. */
export function createSecrets(secret: string): Secrets {
  const keys = new Map<string, Buffer>();
  const derive = (label: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'e-sewaka', label, 32));
  const keyFor = (label: string): Buffer => {
    const key = keys.get(label) ?? derive(label);
    keys.set(label, key);
    return key;
  };
  const sealingKey = (purpose: string, extra: string | undefined): Buffer =>
    extra === undefined
      ? keyFor(`seal:${purpose}`)
      : createHmac('sha256', keyFor(`seal:${purpose}`))
          .update(extra)
          .digest();
  return {
    hash: (purpose, value) =>
      createHmac('sha256', keyFor(`hash:${purpose}`))
        .update(value)
        .digest('base64url'),
    seal(purpose, text, extra) {
      const nonce = randomBytes(nonceBytes);
      const sealing = createCipheriv(cipher, sealingKey(purpose, extra), nonce);
      const body = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
      return Buffer.concat([nonce, sealing.getAuthTag(), body]).toString('base64url');
    },
    open(purpose, sealed, extra) {
      const bytes = Buffer.from(sealed, 'base64url');
      const opening = createDecipheriv(cipher, sealingKey(purpose, extra), bytes.subarray(0, nonceBytes));
      opening.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      return Buffer.concat([opening.update(bytes.subarray(nonceBytes + tagBytes)), opening.final()]).toString('utf8');
    },
  };
}

/** SHA-256 of a text or bytes, hex. */
export const sha256 = (value: string | Uint8Array): string => createHash('sha256').update(value).digest('hex');

/** Compares two secrets in the same time wherever they differ. */
export function sameSecret(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
