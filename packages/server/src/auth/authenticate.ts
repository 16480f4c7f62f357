import type {} from '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import type { App } from '../context.js';
import type { Operation, Security } from '../http/contract.js';
import { problem } from '../problems.js';
import type { Principal } from '../principal.js';
import { checkSameOrigin } from './same-origin.js';

/** Name of the officers' cookie. */
export const sessionCookie = 'sewaka_session';

/** Checks a machine client's JWT; undefined when it is not a good one. */
export type VerifyMachineToken = (token: string) => Promise<Extract<Principal, { kind: 'machine' }> | undefined>;

const guest: Principal = { kind: 'guest' };
const schemeOf = {
  applicant: 'citizen',
  resident: 'citizen',
  officer: 'officer',
  machine: 'service',
  guest: '',
} as const;

const bearerOf = (request: FastifyRequest): string | undefined => {
  const header = request.headers.authorization;
  if (header === undefined) return undefined;
  const token = /^Bearer ([A-Za-z0-9._~+/-]+=*)$/i.exec(header)?.[1];
  if (token === undefined) throw problem('unauthenticated');
  return token;
};

const named = (security: Security): readonly string[] =>
  Object.keys(security).filter((scheme) => scheme !== 'publishable');

/** Tells whether an operation may be called by nobody in particular. */
export const isPublic = (operation: Operation): boolean =>
  operation.security.length === 0 || operation.security.some((way) => named(way).length === 0);

const accepts = (operation: Operation, scheme: string): boolean =>
  operation.security.some((way) => Object.hasOwn(way, scheme));

function isPermitted(operation: Operation, principal: Principal): boolean {
  const scheme = schemeOf[principal.kind];
  return operation.security.some((way) => {
    const scopes = way[scheme];
    if (scopes === undefined) return false;
    return principal.kind !== 'machine' || scopes.every((scope) => principal.scopes.includes(scope));
  });
}

/** Finds out who is asking and refuses whoever the contract does not let in: 401 for nobody, 403 for the wrong kind. */
export async function authenticate(
  app: App,
  operation: Operation,
  request: FastifyRequest,
  verify: VerifyMachineToken,
): Promise<Principal> {
  const open = isPublic(operation);
  const principal = await identify(app, operation, request, verify);
  if (principal.kind === 'guest') {
    if (open) return principal;
    throw problem('unauthenticated', { headers: { 'www-authenticate': 'Bearer' } });
  }
  if (isPermitted(operation, principal)) return principal;
  if (open && operation.security.every((way) => named(way).length === 0)) return guest;
  throw problem('forbidden');
}

async function identify(
  app: App,
  operation: Operation,
  request: FastifyRequest,
  verify: VerifyMachineToken,
): Promise<Principal> {
  // Asking how long a session lasts must not make it last longer.
  const use = operation.id === 'sessions.get' ? 'unused' : undefined;
  const token = bearerOf(request);
  if (token !== undefined) {
    const holder = token.startsWith('set_') ? await app.sessions.find(token, use) : await verify(token);
    // An officer's session lives in the cookie only, where the browser keeps it from scripts.
    if (holder === undefined || holder.kind === 'officer')
      throw problem('unauthenticated', { headers: { 'www-authenticate': 'Bearer error="invalid_token"' } });
    return holder;
  }
  const cookie = request.cookies[sessionCookie];
  if (cookie === undefined || !accepts(operation, 'officer')) return guest;
  const holder = await app.sessions.find(cookie, use);
  if (holder?.kind !== 'officer') return guest;
  if (operation.method !== 'GET' && operation.method !== 'HEAD') checkSameOrigin(app.config.publicUrl, request);
  return holder;
}
