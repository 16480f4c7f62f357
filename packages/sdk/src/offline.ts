import { compactVerify, createLocalJWKSet, errors, type JSONWebKeySet } from 'jose';

/** What a letter's signed code says about it; never an identity number. */
export interface LetterClaims {
  readonly documentId: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly subject: string;
  readonly maskedName: string;
  readonly signatory: string;
  readonly office: string;
  /** How the letter was signed: on paper, registered here, or with a certified electronic signature. */
  readonly trust: 'wet' | 'registered' | 'certified';
  readonly validUntil?: string;
}

/**
 * The outcome of a check without a network. `unknown_key` may only mean that the key set is old: fetch it again.
 * A revocation is known to the server alone, so `valid` means: genuine, and not past its date.
 */
export type OfflineCheck =
  | { readonly result: 'valid' | 'expired'; readonly letter: LetterClaims }
  | { readonly result: 'not_genuine' | 'unknown_key' | 'unreadable' };

/** The public keys of `documents.keys`, as fetched while there was a network. */
export interface LetterKeys {
  readonly keys: readonly { readonly kty: string; readonly kid?: string }[];
}

/**
 * Checks the text of a letter's QR code against known keys, without a network. `today` is the date in Denpasar,
 * `YYYY-MM-DD`; by default the clock's. Throws where the runtime cannot check Ed25519 signatures.
 */
export async function checkOffline(
  qrText: string,
  keys: LetterKeys,
  today: string = denpasarToday(),
): Promise<OfflineCheck> {
  const jws = signedPart(qrText);
  if (!jws) return { result: 'unreadable' };
  try {
    const keySet: JSONWebKeySet = { keys: keys.keys.map((key) => ({ ...key })) };
    const { payload } = await compactVerify(jws, createLocalJWKSet(keySet), { algorithms: ['EdDSA', 'Ed25519'] });
    const letter = readClaims(payload);
    if (!letter) return { result: 'unreadable' };
    return { result: letter.validUntil !== undefined && letter.validUntil < today ? 'expired' : 'valid', letter };
  } catch (thrown) {
    return { result: refusal(thrown) };
  }
}

/** What a failed check says about the letter; throws on when it says something about the runtime, such as missing Ed25519. */
function refusal(thrown: unknown): 'not_genuine' | 'unknown_key' | 'unreadable' {
  if (thrown instanceof errors.JWKSNoMatchingKey) return 'unknown_key';
  if (thrown instanceof errors.JWSInvalid || thrown instanceof SyntaxError) return 'unreadable';
  if (thrown instanceof errors.JWSSignatureVerificationFailed || thrown instanceof errors.JOSEAlgNotAllowed)
    return 'not_genuine';
  throw thrown;
}

/** The signed code stands behind the `#` of the QR's address, so that it never reaches a server log. */
function signedPart(qrText: string): string | undefined {
  const text = qrText.trim();
  const jws = text.slice(text.indexOf('#') + 1);
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(jws) ? jws : undefined;
}

function readClaims(payload: Uint8Array): LetterClaims | undefined {
  const claims: unknown = JSON.parse(new TextDecoder().decode(payload));
  return isLetterClaims(claims) ? claims : undefined;
}

function isLetterClaims(claims: unknown): claims is LetterClaims {
  if (typeof claims !== 'object' || claims === null) return false;
  const texts = new Map(Object.entries(claims));
  const needed = ['documentId', 'number', 'issuedOn', 'subject', 'maskedName', 'signatory', 'office', 'trust'];
  return (
    needed.every((name) => typeof texts.get(name) === 'string') &&
    ['string', 'undefined'].includes(typeof texts.get('validUntil'))
  );
}

function denpasarToday(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}
