import { calculateJwkThumbprint, CompactSign, compactVerify, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';
import type { App } from '../context.js';
import type { Db, Reader, Tx } from '../db/index.js';

type Parts = Pick<App, 'db' | 'secrets' | 'clock'>;

interface Signer {
  readonly kid: string;
  readonly key: CryptoKey;
}

const algorithm = 'EdDSA';
const signers = new WeakMap<Db, Signer>();

/** Signs a payload as a compact JWS with the newest key for letters. */
export async function signLetter(app: Parts, payload: string): Promise<string> {
  const { kid, key } = await currentSigner(app);
  return new CompactSign(new TextEncoder().encode(payload)).setProtectedHeader({ alg: algorithm, kid }).sign(key);
}

/** Reads a JWS that one of our keys signed, retired ones included; undefined for anything else. */
export async function readSigned(app: Parts, jws: string): Promise<string | undefined> {
  try {
    const { payload } = await compactVerify(jws, async ({ kid }) => await publicKey(app, kid ?? ''), { algorithms: [algorithm] });
    return new TextDecoder().decode(payload);
  } catch {
    return undefined;
  }
}

/** Every public key that letters were ever signed with: old letters stay verifiable. */
export async function publicLetterKeys(app: Parts): Promise<JWK[]> {
  await currentSigner(app);
  const rows = await app.db.read
    .selectFrom('signing_keys')
    .select('public_jwk')
    .where('purpose', '=', 'letters')
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => parseJwk(row.public_jwk));
}

/** Retires the key in use and makes another; letters signed before stay valid. */
export async function rotateLetterKey(app: Parts): Promise<void> {
  const made = await makeKey(app);
  await app.db.transaction(async (tx) => {
    await tx
      .updateTable('signing_keys')
      .set({ retired_at: app.clock().toISOString() })
      .where('purpose', '=', 'letters')
      .where('retired_at', 'is', null)
      .execute();
    await keep(tx, made);
  });
}

/** Looks every time which key is the newest: another process may have changed it. */
async function currentSigner(app: Parts): Promise<Signer> {
  const [known, row] = [signers.get(app.db), await newest(app.db.read)];
  if (known !== undefined && known.kid === row?.id) return known;
  const signer = await openSigner(app);
  signers.set(app.db, signer);
  return signer;
}

async function openSigner(app: Parts): Promise<Signer> {
  const made = await makeKey(app);
  const row = await app.db.transaction(async (tx) => {
    const kept = await newest(tx);
    if (kept !== undefined) return kept;
    await keep(tx, made);
    return made;
  });
  const key = await importJWK(parseJwk(app.secrets.open('letter-key', row.private_jwk)), algorithm);
  if (key instanceof Uint8Array) throw new Error('the letter key is not a key pair');
  return { kid: row.id, key };
}

async function makeKey(app: Parts): Promise<{ id: string; public_jwk: string; private_jwk: string; created_at: string }> {
  const pair = await generateKeyPair(algorithm, { crv: 'Ed25519', extractable: true });
  const shown = await exportJWK(pair.publicKey);
  const id = await calculateJwkThumbprint(shown);
  return {
    id,
    public_jwk: JSON.stringify({ ...shown, kid: id, alg: algorithm, use: 'sig' }),
    private_jwk: app.secrets.seal('letter-key', JSON.stringify(await exportJWK(pair.privateKey))),
    created_at: app.clock().toISOString(),
  };
}

async function newest(reader: Reader): Promise<{ id: string; private_jwk: string } | undefined> {
  return reader
    .selectFrom('signing_keys')
    .select(['id', 'private_jwk'])
    .where('purpose', '=', 'letters')
    .where('retired_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .executeTakeFirst();
}

async function keep(tx: Tx, made: Awaited<ReturnType<typeof makeKey>>): Promise<void> {
  await tx.insertInto('signing_keys').values({ ...made, purpose: 'letters', algorithm, retired_at: null }).execute();
}

async function publicKey(app: Parts, kid: string): Promise<CryptoKey | Uint8Array> {
  const row = await app.db.read
    .selectFrom('signing_keys')
    .select('public_jwk')
    .where('id', '=', kid)
    .where('purpose', '=', 'letters')
    .executeTakeFirst();
  if (row === undefined) throw new Error('no such key');
  return importJWK(parseJwk(row.public_jwk), algorithm);
}

function parseJwk(text: string): JWK {
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== 'object' || parsed === null) throw new Error('a stored key is not a JWK');
  return { ...parsed };
}
