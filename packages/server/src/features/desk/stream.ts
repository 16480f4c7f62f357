import type { Context } from '../../context.js';
import type { ServerEvent } from '../../reply.js';
import { deskChannel, kadusChannel, wholeCityChannel } from '../applications/moves.js';
import type { DeskUser } from './access.js';

/** Changes at an office's desk as they happen; a desk that comes back reads its inbox anew, so nothing is kept for it. */
export async function* deskEvents(ctx: Context, user: DeskUser): AsyncGenerator<ServerEvent> {
  const { office, banjarKey } = user;
  const channel = office === undefined ? wholeCityChannel : banjarKey === undefined ? deskChannel(office) : kadusChannel(office, banjarKey);
  for await (const { applicationId, status, revision } of ctx.events.subscribe(channel, ctx.request.signal)) {
    yield { event: 'application', data: { applicationId, status, revision } };
  }
}
