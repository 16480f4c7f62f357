import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { JWK } from 'jose';
import type { ClientMetadata, Configuration, KoaContextWithOIDC } from 'oidc-provider';
import type { App } from '../context.js';
import { networkOf } from '../http/network.js';
import { pageHeaders } from '../http/page-headers.js';
import { accountGroups, findAccount } from './accounts.js';
import { accountPage, expiredPage } from './account-page.js';
import { machineScopes, readMachineClients, type MachineClient } from './machine-clients.js';
import { providerKey, tokenAlgorithm } from './provider-keys.js';
import { providerStore } from './provider-store.js';

/** The embedded OpenID provider, as our own client and token check see it. */
export interface EmbeddedProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Public keys of its tokens. */
  keys(): Promise<readonly JWK[]>;
}

const mountPath = '/oidc';
const clientId = 'e-sewaka-desk';
const minutes = 60;
const perNetwork = { limit: 600, seconds: 60, counts: 'caller' } as const;

/** Audience of machine tokens: this API. */
export const apiAudience = (publicUrl: string): string => `${publicUrl}/v1`;

interface Loaded {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly interaction: (request: IncomingMessage, response: ServerResponse) => Promise<unknown>;
  readonly finish: (request: IncomingMessage, response: ServerResponse, accountId: string) => Promise<void>;
}

/** Serves the embedded provider at `/oidc`; absent when the configuration names an outside issuer. Loaded when first asked. */
export async function addProvider(server: FastifyInstance, app: App): Promise<EmbeddedProvider | undefined> {
  if (app.config.oidc !== undefined) return undefined;
  const { publicUrl } = app.config;
  const clients = await readMachineClients(app.config);
  const embedded: EmbeddedProvider = {
    issuer: publicUrl + mountPath,
    clientId,
    clientSecret: app.secrets.hash('oidc-client', clientId),
    keys: async () => [(await providerKey(app)).publicJwk],
  };
  let loading: Promise<Loaded> | undefined;
  const load = (): Promise<Loaded> => (loading ??= loadProvider(app, embedded, clients));

  const seen = new URL(publicUrl);

  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', async () => undefined);
    scope.all(`${mountPath}/*`, { logLevel: 'warn' }, async (request, reply) => {
      app.limits.take('sign-in', networkOf(request.ip), perNetwork);
      const { handle } = await load();
      reply.hijack();
      const { raw } = request;
      // Its links carry the public address, whatever name or proxy the request came by.
      const headers: IncomingHttpHeaders = {
        ...raw.headers,
        host: seen.host,
        'x-forwarded-proto': seen.protocol.replace(':', ''),
      };
      delete headers['x-forwarded-host'];
      const mounted = Object.assign(raw, { originalUrl: raw.url, url: raw.url?.slice(mountPath.length), headers });
      await handle(mounted, reply.raw);
    });
    if (app.config.demo) addAccountChoice(scope, app, load);
  });
  return embedded;
}

function addAccountChoice(scope: FastifyInstance, app: App, load: () => Promise<Loaded>): void {
  scope.get<{ Params: { uid: string } }>('/auth/accounts/:uid', async (request, reply) => {
    const { interaction } = await load();
    const known = await interaction(request.raw, reply.raw).catch(() => undefined);
    pageHeaders(reply, 'site').header('cache-control', 'no-store');
    return known === undefined ? reply.code(400).send(expiredPage()) : reply.send(accountPage(request.params.uid, accountGroups(app.villages)));
  });
  scope.post<{ Params: { uid: string; account: string } }>('/auth/accounts/:uid/:account', async (request, reply) => {
    const { finish, interaction } = await load();
    const account = findAccount(app.villages, request.params.account);
    const known = await interaction(request.raw, reply.raw).catch(() => undefined);
    if (account === undefined || known === undefined) return pageHeaders(reply, 'site').code(400).send(expiredPage());
    reply.hijack();
    await finish(request.raw, reply.raw, account.id);
    return undefined;
  });
}

async function loadProvider(app: App, embedded: EmbeddedProvider, clients: readonly MachineClient[]): Promise<Loaded> {
  const { Provider } = await import('oidc-provider');
  const { privateJwk } = await providerKey(app);
  const provider: InstanceType<typeof Provider> = new Provider(
    embedded.issuer,
    settings(app, embedded, clients, privateJwk),
  );
  provider.proxy = true;
  provider.on('server_error', (_ctx, error) => app.log.error({ err: error }, 'openid provider failed'));
  const handle = provider.callback();
  return {
    handle,
    interaction: (request, response) => provider.interactionDetails(request, response),
    finish: (request, response, accountId) =>
      provider.interactionFinished(request, response, { login: { accountId } }, { mergeWithLastSubmission: false }),
  };
}

function settings(app: App, embedded: EmbeddedProvider, clients: readonly MachineClient[], key: JWK): Configuration {
  const { publicUrl } = app.config;
  return {
    adapter: providerStore(app),
    jwks: { keys: [{ ...key, kty: key.kty ?? 'OKP' }] },
    clients: [
      {
        client_id: embedded.clientId,
        client_secret: embedded.clientSecret,
        redirect_uris: [`${publicUrl}/auth/callback`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        id_token_signed_response_alg: tokenAlgorithm,
      },
      ...clients.map(machineMetadata),
    ],
    extraClientMetadata: { properties: ['office', 'post'] },
    scopes: ['openid', 'profile', ...machineScopes],
    claims: { openid: ['sub'], profile: ['name', 'office', 'post', 'banjar'] },
    conformIdTokenClaims: false,
    enabledJWA: { idTokenSigningAlgValues: [tokenAlgorithm] },
    clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
    cookies: {
      keys: [app.secrets.hash('oidc-cookies', '1')],
      names: { session: 'oidc_session', interaction: 'oidc_interaction', resume: 'oidc_resume' },
    },
    pkce: { required: () => true },
    ttl: {
      AuthorizationCode: minutes,
      ClientCredentials: 5 * minutes,
      Interaction: 30 * minutes,
      Session: 10 * minutes,
      Grant: 10 * minutes,
      IdToken: 5 * minutes,
      AccessToken: 5 * minutes,
    },
    interactions: { url: (_ctx, interaction) => `/auth/accounts/${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: (_ctx, client) =>
          client.grantTypeAllowed('client_credentials') ? apiAudience(publicUrl) : [],
        getResourceServerInfo: () => ({
          scope: machineScopes.join(' '),
          audience: apiAudience(publicUrl),
          accessTokenFormat: 'jwt',
          accessTokenTTL: 5 * minutes,
          jwt: { sign: { alg: tokenAlgorithm } },
        }),
      },
    },
    extraTokenClaims: (ctx) => machineClaims(ctx),
    findAccount: (_ctx, id) => {
      const account = app.config.demo ? findAccount(app.villages, id) : undefined;
      if (account === undefined) return undefined;
      return {
        accountId: id,
        claims: () => ({ sub: id, name: account.name, office: account.office, post: account.post, banjar: account.banjar }),
      };
    },
    async loadExistingGrant(ctx) {
      const { client, session, provider } = ctx.oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    renderError: async (ctx, out) => {
      ctx.type = 'html';
      ctx.body = expiredPage(out.error);
    },
  };
}

const machineMetadata = (client: MachineClient): ClientMetadata => ({
  client_id: client.id,
  client_secret: client.secret,
  redirect_uris: [],
  response_types: [],
  grant_types: ['client_credentials'],
  scope: client.scopes.join(' '),
  id_token_signed_response_alg: tokenAlgorithm,
  ...(client.office === undefined ? {} : { office: client.office }),
  ...(client.post === undefined ? {} : { post: client.post }),
});

function machineClaims(ctx: KoaContextWithOIDC): Record<string, unknown> {
  const metadata: Readonly<Record<string, unknown>> = ctx.oidc.client?.metadata() ?? {};
  const { office, post } = metadata;
  return { ...(office === undefined ? {} : { office }), ...(post === undefined ? {} : { post }) };
}
