import type { Context } from '../context.js';
import type { Tx } from '../db/index.js';
import { newId } from '../ids.js';
import { subjectOf } from '../principal.js';

/** Who did what to which object; ids only. */
export interface Deed {
  readonly at: string;
  /** `officer:…` or `machine:…`. */
  readonly actor: string;
  /** An operation of the contract, or `applications.<action>` for a move. */
  readonly action: string;
  readonly object: string;
  readonly requestId?: string;
}

/** Records deeds with the transaction that does them. */
export async function record(tx: Tx, deeds: readonly Deed[]): Promise<void> {
  if (deeds.length === 0) return;
  const rows = deeds.map(({ requestId = null, ...deed }) => ({ id: newId('aud'), ...deed, request_id: requestId }));
  await tx.insertInto('audit').values(rows).execute();
}

/** Records what an officer or program is doing to an object, by the operation that was asked for. */
export function recordRequest(tx: Tx, ctx: Context, ...objects: readonly string[]): Promise<void> {
  const { id: requestId, operationId: action } = ctx.request;
  const about = { at: ctx.clock().toISOString(), actor: subjectOf(ctx.principal), action, requestId };
  return record(tx, objects.map((object) => ({ ...about, object })));
}

/**
 * Records, durably and before the answer goes out, that an officer or program reads personal data: after a breach one
 * must be able to say whose (UU 27/2022 art. 46). What residents read of their own is nobody's business.
 */
export async function noteAccess(ctx: Context, ...objects: readonly string[]): Promise<void> {
  const { kind } = ctx.principal;
  if (objects.length === 0 || (kind !== 'officer' && kind !== 'machine')) return;
  await ctx.db.transaction((tx) => recordRequest(tx, ctx, ...objects));
  const { id: requestId, operationId: operation } = ctx.request;
  ctx.log.info({ actor: subjectOf(ctx.principal), operation, objects, requestId }, 'personal data read');
}
