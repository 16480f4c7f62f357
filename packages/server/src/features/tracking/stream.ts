import { isFinal, isStatus } from '@e-sewaka/contract';
import type { Context } from '../../context.js';
import type { ServerEvent } from '../../reply.js';
import { listEvents } from '../applications/events.js';
import { applicationChannel } from '../applications/moves.js';
import type { ApplicationRow } from '../applications/row.js';
import { readApplication } from '../applications/store.js';

/**
 * Status changes of one application: what was missed since `Last-Event-ID`, or the present state for a newcomer, then
 * what happens. Every piece of news only says "look again", so that nothing is lost or doubled. Ends with the application.
 */
export async function* statusEvents(ctx: Context, row: ApplicationRow): AsyncGenerator<ServerEvent> {
  const news = ctx.events.subscribe(applicationChannel(row.id), ctx.request.signal)[Symbol.asyncIterator]();
  const resumed = /^\d{1,9}$/.test(ctx.request.lastEventId ?? '') ? Number(ctx.request.lastEventId) : undefined;
  let seen = resumed ?? Math.max(0, (await lastSequence(ctx, row.id)) - 1);
  let { revision } = row;
  for (let more = true; more; more = (await news.next()).done !== true) {
    const fresh = await readApplication(ctx.db.read, row.id);
    if (fresh === undefined) return;
    const events = await listEvents(ctx.db.read, row.id, { audience: 'applicant', after: seen });
    for (const event of events) {
      seen = event.sequence;
      const data = { sequence: event.sequence, status: event.to ?? fresh.status, revision: fresh.revision, at: event.at };
      yield { event: 'status', id: String(event.sequence), data };
    }
    // Something moved that the applicant is not told in words, such as a step of the way: look again.
    if (events.length === 0 && fresh.revision > revision) {
      seen += 1;
      yield { event: 'status', id: String(seen), data: { sequence: seen, status: fresh.status, revision: fresh.revision, at: fresh.updated_at } };
    }
    revision = fresh.revision;
    if (isStatus(fresh.status) && isFinal(fresh.status)) return;
  }
}

async function lastSequence(ctx: Context, applicationId: string): Promise<number> {
  const events = await listEvents(ctx.db.read, applicationId, { audience: 'applicant', limit: 1000 });
  return events.at(-1)?.sequence ?? 0;
}
