import { parseTrackingCode } from '@e-sewaka/contract';
import type { Context } from '../../context.js';
import { problem } from '../../problems.js';
import { residentRef } from '../identity/resident-ref.js';
import { trackingHash } from '../tracking/secrets.js';
import type { DeskUser } from './access.js';
import type { Sought } from './store.js';

const byNikPerOfficer = { limit: 120, seconds: 3_600, counts: 'caller' } as const;

/** What an officer typed, as it is looked for: a whole NIK or tracking code by its hash, anything else word by word. */
export function soughtBy(ctx: Pick<Context, 'secrets'>, typed: string): Sought {
  const digits = typed.replace(/[\s.-]/g, '');
  if (/^\d{16}$/.test(digits)) return { kind: 'nik', hash: residentRef(ctx, digits) };
  if (parseTrackingCode(typed) !== undefined) return { kind: 'code', hash: trackingHash(ctx, typed) };
  // As names are written: folding would lose the apostrophe of a name that is kept with it.
  return { kind: 'words', words: typed.toLowerCase().split(/[\s,]+/).filter(Boolean) };
}

/** A NIK is looked up within one office, and not without end. @throws `forbidden`, `too_many_attempts` */
export async function permitNik(ctx: Context, user: DeskUser): Promise<void> {
  if (user.office === undefined) throw problem('forbidden');
  await ctx.limits.takeShared('desk-nik', user.accountId, byNikPerOfficer);
}
