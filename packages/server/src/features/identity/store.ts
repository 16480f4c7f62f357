import type { Tx, VerificationsTable } from '../../db/index.js';

const mostTries = 5;

/** Stores a verification under way. */
export async function insertVerification(tx: Tx, row: Omit<VerificationsTable, 'tries' | 'confirmed_at'>): Promise<void> {
  await tx.insertInto('verifications').values({ ...row, tries: 0, confirmed_at: null }).execute();
}

/** Uses up one try and returns what it is to be compared with; undefined when there is nothing left to try. */
export async function takeTry(tx: Tx, id: string, now: string): Promise<Pick<VerificationsTable, 'code_hash' | 'resident_nik'> | undefined> {
  return tx
    .updateTable('verifications')
    .set((row) => ({ tries: row('tries', '+', 1) }))
    .where('id', '=', id)
    .where('tries', '<', mostTries)
    .where('confirmed_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['code_hash', 'resident_nik'])
    .executeTakeFirst();
}

/** Marks a verification as confirmed; false when somebody else was faster. */
export async function confirmVerification(tx: Tx, id: string, now: string): Promise<boolean> {
  const done = await tx
    .updateTable('verifications')
    .set({ confirmed_at: now })
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
