import type { Client } from '../../internal/client.js';
import type { LetterClaims, LetterKeys, OfflineCheck, Trust, Verification } from '../../internal/client-resident.js';
import { readFailure, type Failure } from '../../internal/failure.js';
import type { Reading } from './reading.js';

/** The facts of a letter that anyone may know, from the server or from its own signed code. */
export interface LetterFacts {
  readonly number: string;
  readonly subject: string;
  readonly maskedName: string;
  readonly issuedOn: string;
  readonly signatory: string;
  readonly office: string;
  readonly trust: Trust;
  readonly validUntil?: string;
  readonly revokedOn?: string;
  readonly sha256?: string;
}

/** What is known of a letter: first by its own signature, then by the server. */
export interface Checked {
  readonly verdict: 'valid' | 'expired' | 'revoked' | 'not_found' | 'forged' | 'offline' | 'failed';
  readonly signature: OfflineCheck['result'] | undefined;
  readonly facts: LetterFacts | undefined;
  readonly failure: Failure | undefined;
}

let keys: LetterKeys | undefined;

/** Checks the signature of a QR without a network, as far as keys have been fetched; undefined where there is none to check. */
export async function checkSignature(client: Client, { qrText }: Reading): Promise<OfflineCheck | undefined> {
  if (qrText === undefined) return undefined;
  const known = keys ?? (await client.documents.keys().catch(() => undefined));
  if (!known) return undefined;
  keys = known;
  const first = await client.documents.checkOffline(qrText, known);
  if (first.result !== 'unknown_key') return first;
  // Keys change now and then: an unknown one is worth one fresh look.
  const fresh = await client.documents.keys().catch(() => undefined);
  keys = fresh ?? known;
  return fresh ? client.documents.checkOffline(qrText, fresh) : first;
}

/** Joins what the signature says with what the server says; a forged signature needs no server. */
export async function check(client: Client, reading: Reading, signed: OfflineCheck | undefined): Promise<Checked> {
  const signature = signed?.result;
  if (signature === 'not_genuine') return { verdict: 'forged', signature, facts: undefined, failure: undefined };
  try {
    const { result, document } = await client.documents.verify(reading.request);
    return { verdict: result, signature, facts: document && fromServer(document), failure: undefined };
  } catch (thrown) {
    const failure = readFailure(thrown);
    const facts = signed && 'letter' in signed ? fromClaims(signed.letter) : undefined;
    const verdict = facts === undefined ? 'failed' : signature === 'expired' ? 'expired' : 'offline';
    return { verdict, signature, facts, failure };
  }
}

function fromServer({ signatory, ...document }: NonNullable<Verification['document']>): LetterFacts {
  return { ...document, signatory: `${signatory.name}, ${signatory.title}` };
}

function fromClaims({ number, subject, maskedName, issuedOn, signatory, office, trust, validUntil }: LetterClaims): LetterFacts {
  return { number, subject, maskedName, issuedOn, signatory, office, trust, ...(validUntil === undefined ? {} : { validUntil }) };
}

/** The SHA-256 of a file in hexadecimal; undefined where the page's address allows no cryptography (plain http). */
export async function sha256(file: Blob): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined;
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
