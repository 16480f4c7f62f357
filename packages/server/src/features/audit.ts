import type { Context } from '../context.js';
import { subjectOf } from '../principal.js';

/**
 * Notes in the log that somebody at a desk read personal data: after a breach one must be able to say whose
 * (UU 27/2022 art. 46). Only ids; changes need no note, their events say who made them.
 */
export function noteAccess(ctx: Context, object: string): void {
  const { id: requestId, operationId: operation } = ctx.request;
  ctx.log.info({ actor: subjectOf(ctx.principal), operation, object, requestId }, 'personal data read');
}
