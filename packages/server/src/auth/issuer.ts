import type { FastifyInstance } from 'fastify';
import type { Configuration } from 'openid-client';
import type { Config } from '../config.js';
import { tokenAlgorithm } from './provider-keys.js';
import type { EmbeddedProvider } from './provider.js';

/** Finds an outside issuer by discovery. */
export async function discoverIssuer({ oidc }: Pick<Config, 'oidc'>): Promise<Configuration> {
  if (oidc === undefined) throw new Error('No outside issuer is configured.');
  const { allowInsecureRequests, discovery } = await import('openid-client');
  const insecure = oidc.issuer.startsWith('http:') ? { execute: [allowInsecureRequests] } : {};
  return discovery(new URL(oidc.issuer), oidc.clientId, oidc.clientSecret, undefined, insecure);
}

/**
 * Describes the embedded issuer to our own client. Its calls stay inside the process: the public address may lie
 * behind a proxy that this machine cannot reach.
 */
export async function embeddedIssuer(server: FastifyInstance, embedded: EmbeddedProvider): Promise<Configuration> {
  const client = await import('openid-client');
  const { issuer, clientId, clientSecret } = embedded;
  const configuration = new client.Configuration(
    {
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      id_token_signing_alg_values_supported: [tokenAlgorithm],
      authorization_response_iss_parameter_supported: true,
    },
    clientId,
    { client_secret: clientSecret, id_token_signed_response_alg: tokenAlgorithm },
    client.ClientSecretBasic(clientSecret),
  );
  client.allowInsecureRequests(configuration);
  configuration[client.customFetch] = (address, options) => insideFetch(server, address, options);
  return configuration;
}

async function insideFetch(
  server: FastifyInstance,
  address: string,
  options: { readonly method: string; readonly headers: Record<string, string>; readonly body?: unknown },
): Promise<Response> {
  const url = new URL(address);
  const payload =
    options.body instanceof URLSearchParams
      ? options.body.toString()
      : typeof options.body === 'string'
        ? options.body
        : undefined;
  const answer = await server.inject({
    method: options.method === 'POST' ? 'POST' : 'GET',
    url: url.pathname + url.search,
    headers: { ...options.headers, host: url.host, 'x-forwarded-proto': url.protocol.replace(':', '') },
    ...(payload === undefined ? {} : { payload }),
  });
  const headers = new Headers(
    Object.entries(answer.headers).map(([name, value]) => [name, String(value)] as [string, string]),
  );
  return new Response(answer.statusCode === 204 ? null : answer.body, { status: answer.statusCode, headers });
}
