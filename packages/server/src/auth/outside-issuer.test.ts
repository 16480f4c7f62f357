import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import Provider, { type Configuration } from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../testing/app.js';
import { engines } from '../testing/engines.js';

const [sqlite] = engines;
if (sqlite === undefined) throw new Error('no engine');

const settings = async (home: string): Promise<Configuration> => ({
  jwks: {
    keys: [
      {
        ...(await exportJWK((await generateKeyPair('RS256', { extractable: true })).privateKey)),
        kty: 'RSA',
        alg: 'RS256',
        use: 'sig',
      },
    ],
  },
  clients: [
    { client_id: 'desk', client_secret: 'the secret of the desk', redirect_uris: [`${home}/auth/callback`] },
    {
      client_id: 'other',
      client_secret: 'the secret of another',
      redirect_uris: [],
      response_types: [],
      grant_types: ['client_credentials'],
    },
  ],
  scopes: ['openid', 'profile', 'desk:read'],
  claims: { openid: ['sub'], profile: ['name', 'office', 'post'] },
  conformIdTokenClaims: false,
  interactions: { url: (_ctx, { uid }) => `/log-in/${uid}` },
  cookies: { keys: ['test'] },
  ttl: { Interaction: 60, Grant: 60, Session: 60, AccessToken: 60, IdToken: 60, ClientCredentials: 60 },
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => [],
      getResourceServerInfo: (_ctx, resource) => ({
        scope: 'desk:read',
        audience: resource,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'RS256' } },
      }),
      useGrantedResource: () => false,
    },
  },
  extraTokenClaims: () => ({ office: '51.71.04.2001' }),
  findAccount: (_ctx, sub) => ({
    accountId: sub,
    claims: () => ({
      sub,
      name: 'Ni Made Contoh',
      ...(sub === 'officer' ? { office: '51.71.04.2001', post: 'head' } : {}),
    }),
  }),
  async loadExistingGrant({ oidc }) {
    const grant = new oidc.provider.Grant({
      clientId: 'desk',
      ...(oidc.session?.accountId === undefined ? {} : { accountId: oidc.session.accountId }),
    });
    grant.addOIDCScope('openid profile');
    await grant.save();
    return grant;
  },
});

describe('an outside issuer', () => {
  let app: TestApp;
  let issuerServer: Server;
  let issuer: string;
  let account = 'officer';

  beforeAll(async () => {
    const home = 'http://127.0.0.1:8787';
    issuerServer = createServer();
    await new Promise<void>((ready) => issuerServer.listen(0, '127.0.0.1', ready));
    const address = issuerServer.address();
    issuer = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
    const provider = new Provider(issuer, await settings(home));
    const handle = provider.callback();
    issuerServer.on('request', (request, response) => {
      const logIn = request.url?.startsWith('/log-in/') ?? false;
      if (logIn) void provider.interactionFinished(request, response, { login: { accountId: account } });
      else void handle(request, response);
    });
    app = await openTestApp(sqlite, {
      SEWAKA_DEMO: 'off',
      SEWAKA_OIDC_ISSUER: issuer,
      SEWAKA_OIDC_CLIENT_ID: 'desk',
      SEWAKA_OIDC_CLIENT_SECRET: 'the secret of the desk',
    });
  });
  afterAll(async () => {
    await app.close();
    issuerServer.closeAllConnections();
    issuerServer.close();
  });

  async function signIn(): Promise<string | undefined> {
    const login = await app.server.inject({ url: '/auth/login' });
    const ours = login.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const theirs = new Map<string, string>();
    let next = String(login.headers['location']);
    while (next.startsWith(issuer)) {
      const cookie = [...theirs].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        theirs.set(name, value);
      }
      next = new URL(answer.headers.get('location') ?? 'about:blank', next).href;
    }
    const { pathname, search } = new URL(next);
    const callback = await app.server.inject({ url: pathname + search, headers: { cookie: ours } });
    return callback.cookies.find(({ name }) => name === 'sewaka_session')?.value;
  }

  const machineToken = async (resource: string): Promise<string> => {
    const body = new URLSearchParams({ grant_type: 'client_credentials', scope: 'desk:read', resource });
    const headers = { authorization: `Basic ${Buffer.from('other:the%20secret%20of%20another').toString('base64')}` };
    const answer: unknown = await (await fetch(`${issuer}/token`, { method: 'POST', body, headers })).json();
    return typeof answer === 'object' && answer !== null && 'access_token' in answer
      ? String(answer.access_token)
      : JSON.stringify(answer);
  };
  const summary = async (token: string) =>
    (await app.server.inject({ url: '/v1/desk/summary', headers: { authorization: `Bearer ${token}` } })).statusCode;

  it('signs officers in by office and post, and nobody without them', async () => {
    const cookie = await signIn();
    const session = await app.server.inject({
      url: '/v1/session',
      headers: { cookie: `sewaka_session=${cookie ?? ''}` },
    });
    expect(session.json()).toMatchObject({ kind: 'officer', office: '51.71.04.2001', post: 'head' });
    account = 'visitor';
    expect(await signIn()).toBeUndefined();
  });

  it('lets machine clients in with tokens for this API only', async () => {
    expect(await summary(await machineToken('http://127.0.0.1:8787/v1'))).toBe(200);
    expect(await summary(await machineToken('http://elsewhere.example/v1'))).toBe(401);
  });

  it('takes the place of the embedded one', async () => {
    expect((await app.server.inject({ url: '/oidc/.well-known/openid-configuration' })).statusCode).toBe(404);
  });
});
