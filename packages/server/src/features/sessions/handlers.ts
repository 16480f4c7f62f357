import type { HandlersOf } from '../../handlers.js';
import { problem } from '../../problems.js';
import { reply } from '../../reply.js';
import { findOffice } from '../villages/offices.js';

const officerScopes = ['desk:read', 'desk:write'];
const applicantScopes = ['applications:read', 'applications:write'];

/** Who is asking, and leaving. */
export const sessions = {
  async 'sessions.get'(_, ctx) {
    const { principal } = ctx;
    switch (principal.kind) {
      case 'guest':
        throw problem('unauthenticated');
      case 'applicant':
        return { kind: 'applicant', expiresAt: principal.expiresAt, scopes: applicantScopes, applicationId: principal.applicationId };
      case 'resident':
        return { kind: 'resident', expiresAt: principal.expiresAt, scopes: applicantScopes };
      case 'officer': {
        const { expiresAt, office, post, name, banjar } = principal;
        const officeName = findOffice(ctx, office)?.name;
        return { kind: 'officer', expiresAt, scopes: officerScopes, office, ...(officeName === undefined ? {} : { officeName }), post, name, ...(banjar === undefined ? {} : { banjar }) };
      }
      case 'machine': {
        const { expiresAt, scopes, office, post } = principal;
        return { kind: 'machine', expiresAt, scopes, ...(office === undefined ? {} : { office }), ...(post === undefined ? {} : { post }) };
      }
    }
  },

  async 'sessions.remove'(_, ctx) {
    const { principal } = ctx;
    if (principal.kind === 'guest') throw problem('unauthenticated');
    if (principal.kind === 'machine') throw problem('forbidden');
    await ctx.db.transaction((tx) => ctx.sessions.remove(tx, principal.sessionId));
    const gone = 'sewaka_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax';
    return reply(204, undefined, principal.kind === 'officer' ? { 'set-cookie': gone } : {});
  },
} satisfies HandlersOf<'sessions.get' | 'sessions.remove'>;
