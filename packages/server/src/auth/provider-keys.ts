import { exportJWK, generateKeyPair, type JWK } from 'jose';
import type { App } from '../context.js';

/** The one algorithm of our own tokens. */
export const tokenAlgorithm = 'EdDSA';

const keyId = 'oidc-1';

/** A key of the embedded provider: private for signing, public for checking. */
export interface ProviderKey {
  readonly privateJwk: JWK;
  readonly publicJwk: JWK;
}

/** Reads the embedded provider's key, or makes it; processes that start together end with the same one. */
export async function providerKey(app: Pick<App, 'db' | 'secrets' | 'clock'>): Promise<ProviderKey> {
  const row = await app.db.transaction(async (tx) => {
    const find = tx.selectFrom('signing_keys').select(['public_jwk', 'private_jwk']).where('id', '=', keyId);
    const known = await find.executeTakeFirst();
    if (known !== undefined) return known;
    const made = {
      id: keyId,
      purpose: 'oidc' as const,
      algorithm: tokenAlgorithm,
      created_at: app.clock().toISOString(),
      retired_at: null,
      ...(await makeKey(app)),
    };
    await tx
      .insertInto('signing_keys')
      .values(made)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    return find.executeTakeFirstOrThrow();
  });
  return {
    privateJwk: JSON.parse(app.secrets.open('oidc-key', row.private_jwk)) as JWK,
    publicJwk: JSON.parse(row.public_jwk) as JWK,
  };
}

async function makeKey({ secrets }: Pick<App, 'secrets'>): Promise<{ public_jwk: string; private_jwk: string }> {
  const { privateKey, publicKey } = await generateKeyPair(tokenAlgorithm, { crv: 'Ed25519', extractable: true });
  const facts = { kid: keyId, use: 'sig', alg: tokenAlgorithm };
  return {
    public_jwk: JSON.stringify({ ...(await exportJWK(publicKey)), ...facts }),
    private_jwk: secrets.seal('oidc-key', JSON.stringify({ ...(await exportJWK(privateKey)), ...facts })),
  };
}
