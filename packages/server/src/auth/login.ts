import { banjarKey } from '@e-sewaka/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Configuration, IDToken } from 'openid-client';
import type { App } from '../context.js';
import { pageHeaders } from '../http/page-headers.js';
import { isObject } from '../http/json.js';
import { isOfficerPost } from '../principal.js';
import { expiredPage } from './account-page.js';
import { sessionCookie } from './authenticate.js';
import { discoverIssuer, embeddedIssuer } from './issuer.js';
import type { EmbeddedProvider } from './provider.js';
import { checkSameOrigin } from './same-origin.js';

/** What a login remembers in the browser, sealed, until the issuer sends it back. */
interface PendingLogin {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
  readonly startedAt: number;
}

const loginCookie = 'sewaka_login';
const minutesToLogIn = 30;
const deskPage = '/desk';

/** Only a path of our own: never another origin, also not spelled as `//host` or `/\host`. */
const safeReturn = (value: string | undefined): string =>
  value !== undefined && /^\/(?![/\\])[\w\-./?=&%#]{0,200}$/.test(value) ? value : deskPage;

/** Adds sign-in and sign-out of officers: the browser only ever holds an opaque HttpOnly cookie. */
export function addLogin(server: FastifyInstance, app: App, embedded: EmbeddedProvider | undefined): void {
  let loading: Promise<Configuration> | undefined;
  const issuer = (): Promise<Configuration> => {
    loading ??= embedded ? embeddedIssuer(server, embedded) : discoverIssuer(app.config);
    loading.catch(() => (loading = undefined));
    return loading;
  };
  const secure = app.config.publicUrl.startsWith('https:');
  const cookieOf = (path: string) => ({ httpOnly: true, sameSite: 'lax', secure, path }) as const;

  server.get<{ Querystring: { return?: string } }>('/auth/login', async (request, reply) => {
    if (isOtherLoopbackName(app.config.publicUrl, request.headers.host)) {
      return reply.redirect(app.config.publicUrl + request.url, 303);
    }
    const client = await import('openid-client');
    const pending: PendingLogin = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
      returnTo: safeReturn(typeof request.query.return === 'string' ? request.query.return : undefined),
      startedAt: app.clock().getTime(),
    };
    const address = client.buildAuthorizationUrl(await issuer(), {
      redirect_uri: `${app.config.publicUrl}/auth/callback`,
      scope: 'openid profile',
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(pending.verifier),
      code_challenge_method: 'S256',
      prompt: 'login',
    });
    reply.setCookie(loginCookie, app.secrets.seal('login', JSON.stringify(pending)), {
      ...cookieOf('/auth'),
      maxAge: minutesToLogIn * 60,
    });
    return reply.header('cache-control', 'no-store').redirect(address.href, 303);
  });

  server.get('/auth/callback', async (request, reply) => {
    const pending = readPending(app, request);
    reply.clearCookie(loginCookie, cookieOf('/auth')).header('cache-control', 'no-store');
    if (pending === undefined) return refuse(reply);
    const claims = await finish(await issuer(), app, request, pending);
    const token = claims === undefined ? undefined : await openSession(app, claims);
    if (token === undefined) return refuse(reply);
    return reply.setCookie(sessionCookie, token, cookieOf('/')).redirect(pending.returnTo, 303);
  });

  server.post('/auth/logout', async (request, reply) => {
    checkSameOrigin(app.config.publicUrl, request);
    const holder = await app.sessions.find(request.cookies[sessionCookie] ?? '');
    if (holder !== undefined) await app.db.transaction((tx) => app.sessions.remove(tx, holder.sessionId));
    return reply.clearCookie(sessionCookie, cookieOf('/')).code(204).send();
  });
}

/** `localhost` for `127.0.0.1`: the issuer sends people back to the latter, where this browser's cookie would be missing. */
function isOtherLoopbackName(publicUrl: string, host: string | undefined): boolean {
  const { host: own, port } = new URL(publicUrl);
  return host !== own && host === `localhost:${port}`;
}

const refuse = (reply: FastifyReply): FastifyReply => pageHeaders(reply, 'site').code(400).send(expiredPage());

function readPending(app: App, request: FastifyRequest): PendingLogin | undefined {
  try {
    const parsed: unknown = JSON.parse(app.secrets.open('login', request.cookies[loginCookie] ?? ''));
    if (!isPending(parsed)) return undefined;
    return app.clock().getTime() - parsed.startedAt < minutesToLogIn * 60_000 ? parsed : undefined;
  } catch {
    return undefined;
  }
}

const isPending = (value: unknown): value is PendingLogin =>
  isObject(value) &&
  ['state', 'nonce', 'verifier', 'returnTo'].every((name) => typeof value[name] === 'string') &&
  typeof value['startedAt'] === 'number';

async function finish(
  issuer: Configuration,
  app: App,
  request: FastifyRequest,
  pending: PendingLogin,
): Promise<IDToken | undefined> {
  const client = await import('openid-client');
  const address = new URL(request.url, app.config.publicUrl);
  try {
    const tokens = await client.authorizationCodeGrant(issuer, address, {
      pkceCodeVerifier: pending.verifier,
      expectedState: pending.state,
      expectedNonce: pending.nonce,
      idTokenExpected: true,
    });
    return tokens.claims();
  } catch (error) {
    app.log.warn({ err: error }, 'sign-in refused');
    return undefined;
  }
}

/** The issuer says office and post, and of a Kadus the banjar; without them nobody becomes an officer. */
async function openSession(app: App, claims: IDToken): Promise<string | undefined> {
  const { sub, name, office, post, banjar } = claims;
  if (typeof office !== 'string' || !isOfficerPost(post)) return undefined;
  if (post === 'kadus' && (typeof banjar !== 'string' || banjarKey(banjar) === '' || banjar.length > 80)) return undefined;
  const holder = {
    kind: 'officer',
    accountId: sub,
    name: typeof name === 'string' ? name : sub,
    office,
    post,
    ...(post === 'kadus' && typeof banjar === 'string' ? { banjar } : {}),
  } as const;
  const { accessToken } = await app.db.transaction((tx) => app.sessions.issue(tx, holder));
  return accessToken;
}
