import { createLocalJWKSet, createRemoteJWKSet, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { App } from '../context.js';
import { isOfficerPost, type Machine } from '../principal.js';
import { discoverIssuer } from './issuer.js';
import { apiAudience, type EmbeddedProvider } from './provider.js';

/** Signatures we believe; `none` and shared-secret ones are not among them. */
const algorithms = ['EdDSA', 'RS256', 'ES256'];
const toleranceSeconds = 30;

/** Makes the check of machine clients' tokens: one issuer, one audience, keys from the issuer only, whatever the header says. */
export function machineTokens(
  app: App,
  embedded: EmbeddedProvider | undefined,
): (token: string) => Promise<Machine | undefined> {
  let loading: Promise<JWTVerifyGetKey> | undefined;
  const issuer = embedded?.issuer ?? app.config.oidc?.issuer ?? '';
  const keys = (): Promise<JWTVerifyGetKey> => {
    loading ??= loadKeys(app, embedded);
    loading.catch(() => (loading = undefined));
    return loading;
  };
  return async (token) => {
    if (token.split('.').length !== 3) return undefined;
    const expected = {
      issuer,
      audience: apiAudience(app.config.publicUrl),
      algorithms: embedded ? ['EdDSA'] : algorithms,
      clockTolerance: toleranceSeconds,
      currentDate: app.clock(),
      requiredClaims: ['exp', 'client_id'],
    };
    const getKey = await keys();
    const verified = await jwtVerify(token, getKey, expected).catch(() => undefined);
    return verified === undefined ? undefined : toMachine(verified.payload);
  };
}

async function loadKeys(app: App, embedded: EmbeddedProvider | undefined): Promise<JWTVerifyGetKey> {
  if (embedded !== undefined) return createLocalJWKSet({ keys: [...(await embedded.keys())] });
  const { jwks_uri: address } = (await discoverIssuer(app.config)).serverMetadata();
  if (address === undefined) throw new Error('The issuer names no key set.');
  return createRemoteJWKSet(new URL(address));
}

function toMachine({ client_id: clientId, scope, office, post, exp }: JWTPayload): Machine | undefined {
  if (typeof clientId !== 'string' || exp === undefined) return undefined;
  // A claim we cannot read must not widen what the client may do.
  if (office !== undefined && typeof office !== 'string') return undefined;
  if (post !== undefined && !isOfficerPost(post)) return undefined;
  return {
    kind: 'machine',
    clientId,
    scopes: typeof scope === 'string' ? scope.split(' ') : [],
    expiresAt: new Date(exp * 1000).toISOString(),
    ...(office === undefined ? {} : { office }),
    ...(post === undefined ? {} : { post }),
  };
}
