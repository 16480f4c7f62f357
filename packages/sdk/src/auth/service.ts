import * as oidc from 'openid-client';
import type { AccessToken, Auth } from '../auth.js';

/** Who a machine client is, and what it asks for. */
export interface ClientCredentials {
  /** The OpenID Connect issuer, e.g. `https://desa.example/oidc`; plain http only for this very machine. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Scopes separated by spaces, e.g. `applications:read applications:write`. */
  readonly scope: string;
  /** What the token is for (RFC 8707): the server's public address with `/v1`. */
  readonly resource?: string;
}

/** An `Auth` for programs: fetches access tokens with client credentials. Never for a browser, where nothing stays secret. */
export function clientCredentials(credentials: ClientCredentials): Auth {
  let configuration: Promise<oidc.Configuration> | undefined;
  const discover = (): Promise<oidc.Configuration> => {
    configuration ??= discovered(credentials).catch((thrown: unknown) => {
      configuration = undefined;
      throw thrown;
    });
    return configuration;
  };
  return {
    async getToken(): Promise<AccessToken> {
      const { scope, resource } = credentials;
      const grant = await oidc.clientCredentialsGrant(await discover(), resource ? { scope, resource } : { scope });
      const seconds = grant.expiresIn();
      return {
        accessToken: grant.access_token,
        ...(seconds === undefined ? {} : { expiresAt: Date.now() + seconds * 1000 }),
      };
    },
  };
}

function discovered({ issuer, clientId, clientSecret }: ClientCredentials): Promise<oidc.Configuration> {
  const url = new URL(issuer);
  const own = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const options = own && url.protocol === 'http:' ? { execute: [oidc.allowInsecureRequests] } : {};
  return oidc.discovery(url, clientId, undefined, oidc.ClientSecretBasic(clientSecret), options);
}
