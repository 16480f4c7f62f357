import type { Reader, Tx } from '../../db/index.js';
import { problem } from '../../problems.js';
import { isHead, type DeskUser } from './access.js';

/** Takes an application on; taking it twice changes nothing. @throws `claimed_by_other` */
export async function claim(tx: Tx, applicationId: string, user: DeskUser, now: string): Promise<void> {
  await tx
    .insertInto('claims')
    .values({ application_id: applicationId, account_id: user.accountId, name: user.name, claimed_at: now })
    .onConflict((conflict) => conflict.column('application_id').doNothing())
    .execute();
  await requireNotOthers(tx, applicationId, user);
}

/** Gives an application back; a head may give back a colleague's, so that holidays stop nobody. @throws `claimed_by_other` */
export async function release(tx: Tx, applicationId: string, user: DeskUser): Promise<void> {
  if (!isHead(user)) await requireNotOthers(tx, applicationId, user);
  await drop(tx, applicationId);
}

/** Ends a claim: the application moved on to somebody else. */
export async function drop(tx: Tx, applicationId: string): Promise<void> {
  await tx.deleteFrom('claims').where('application_id', '=', applicationId).execute();
}

/** @throws `claimed_by_other` when a colleague works on it. */
export async function requireNotOthers(reader: Reader, applicationId: string, user: DeskUser): Promise<void> {
  const row = await reader.selectFrom('claims').select('account_id').where('application_id', '=', applicationId).executeTakeFirst();
  if (row !== undefined && row.account_id !== user.accountId) throw problem('claimed_by_other');
}
