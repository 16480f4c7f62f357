import type { Context } from '../../context.js';
import type { HandlersOf } from '../../handlers.js';
import { problem } from '../../problems.js';
import { eventStream, reply } from '../../reply.js';
import { sameSecret } from '../../secrets.js';
import type { ApplicationRow } from '../applications/row.js';
import { etagOf } from '../applications/shape.js';
import { readApplication } from '../applications/store.js';
import { factorHash, trackingHash } from './secrets.js';
import { toTracking } from './shape.js';
import { findByCode } from './store.js';
import { statusEvents } from './stream.js';

const triesPerCode = { limit: 10, seconds: 900, counts: 'anybody' } as const;
const triesPerNetwork = { limit: 60, seconds: 900, counts: 'caller' } as const;

/** Following one application by its code and second factor. */
export const tracking = {
  async 'tracking.open'({ body }, ctx) {
    const hash = trackingHash(ctx, body.code);
    await ctx.limits.takeShared('tracking-network', ctx.request.network, triesPerNetwork);
    await ctx.limits.takeShared('tracking-code', hash, triesPerCode);
    const found = await findByCode(ctx.db.read, hash);
    // The same work for every wrong pair: both hashes are always made and compared.
    const right = sameSecret(factorHash(ctx, hash, body.factor), found?.factor_hash ?? '');
    const row = found !== undefined && right ? await readApplication(ctx.db.read, found.id) : undefined;
    if (row === undefined) throw problem('tracking_not_found');
    const token = await ctx.db.transaction((tx) => ctx.sessions.issue(tx, { kind: 'applicant', applicationId: row.id }));
    const application = await toTracking(ctx, ctx.db.read, row);
    return { accessToken: token.accessToken, expiresAt: token.expiresAt, application };
  },

  async 'tracking.get'(_, ctx) {
    const row = await ownApplication(ctx);
    return reply(200, await toTracking(ctx, ctx.db.read, row), { etag: etagOf(row.revision) });
  },

  async 'tracking.stream'(_, ctx) {
    return eventStream(statusEvents(ctx, await ownApplication(ctx)));
  },
} satisfies HandlersOf<'tracking.open' | 'tracking.get' | 'tracking.stream'>;

/** The one application that the caller's token opens; other tokens open none here. */
async function ownApplication(ctx: Context): Promise<ApplicationRow> {
  if (ctx.principal.kind !== 'applicant') throw problem('forbidden');
  const row = await readApplication(ctx.db.read, ctx.principal.applicationId);
  if (row === undefined) throw problem('not_found');
  return row;
}
