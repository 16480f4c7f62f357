import type { components } from '@e-sewaka/contract';
import type { Context } from '../../context.js';
import type { HandlersOf } from '../../handlers.js';
import { problem } from '../../problems.js';
import { reply } from '../../reply.js';
import { findOffice } from '../villages/offices.js';

const officerScopes = ['desk:read', 'desk:write'];
const applicantScopes = ['applications:read', 'applications:write'];

/** Who is asking, and leaving. */
export const sessions = {
  async 'sessions.get'(_, ctx) {
    return toSession(ctx);
  },

  async 'sessions.extend'(_, ctx) {
    if (ctx.principal.kind === 'machine') throw problem('forbidden');
    return toSession(ctx);
  },

  async 'sessions.remove'(_, ctx) {
    const { principal } = ctx;
    if (principal.kind === 'guest') throw problem('unauthenticated');
    if (principal.kind === 'machine') throw problem('forbidden');
    await ctx.db.transaction((tx) => ctx.sessions.remove(tx, principal.sessionId));
    const gone = 'sewaka_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax';
    return reply(204, undefined, principal.kind === 'officer' ? { 'set-cookie': gone } : {});
  },
} satisfies HandlersOf<'sessions.get' | 'sessions.extend' | 'sessions.remove'>;

function toSession(ctx: Context): components['schemas']['Session'] {
  const { principal } = ctx;
  const serverTime = ctx.clock().toISOString();
  switch (principal.kind) {
    case 'guest':
      throw problem('unauthenticated');
    case 'applicant': {
      const { expiresAt, idleExpiresAt, applicationId } = principal;
      return { kind: 'applicant', expiresAt, idleExpiresAt, serverTime, scopes: applicantScopes, applicationId };
    }
    case 'resident': {
      const { expiresAt, idleExpiresAt } = principal;
      return { kind: 'resident', expiresAt, idleExpiresAt, serverTime, scopes: applicantScopes };
    }
    case 'officer': {
      const { expiresAt, idleExpiresAt, office, post, name, banjar } = principal;
      const officeName = findOffice(ctx, office)?.name;
      return { kind: 'officer', expiresAt, idleExpiresAt, serverTime, scopes: officerScopes, office, ...(officeName === undefined ? {} : { officeName }), post, name, ...(banjar === undefined ? {} : { banjar }) };
    }
    case 'machine': {
      const { expiresAt, scopes, office, post } = principal;
      return { kind: 'machine', expiresAt, serverTime, scopes: [...scopes], ...(office === undefined ? {} : { office }), ...(post === undefined ? {} : { post }) };
    }
  }
}
