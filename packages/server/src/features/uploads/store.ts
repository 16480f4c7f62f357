import type { Reader, Tx, UploadsTable } from '../../db/index.js';

const atOnce = 500;

/** Reads what is known of an upload whose file is whole. */
export async function readUpload(reader: Reader, id: string): Promise<UploadsTable | undefined> {
  return reader.selectFrom('uploads').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Records a judged file; a second judgement of the same file changes nothing. */
export async function insertUpload(tx: Tx, row: UploadsTable): Promise<void> {
  await tx
    .insertInto('uploads')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** Forgets an upload that no application has; false when one has. */
export async function deleteUnclaimed(tx: Tx, id: string): Promise<boolean> {
  const done = await tx.deleteFrom('uploads').where('id', '=', id).where('application_id', 'is', null).executeTakeFirst();
  return done.numDeletedRows === 1n;
}

/** Uploads that nobody claimed in time. */
export async function listExpired(reader: Reader, now: string, limit: number): Promise<string[]> {
  const rows = await reader
    .selectFrom('uploads')
    .select('id')
    .where('expires_at', '<', now)
    .where('application_id', 'is', null)
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** Which of these uploads are recorded. */
export async function knownUploads(reader: Reader, ids: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>();
  // A statement takes only so many values, and a folder may hold more files.
  for (let at = 0; at < ids.length; at += atOnce) {
    const some = ids.slice(at, at + atOnce);
    const rows = await reader.selectFrom('uploads').select('id').where('id', 'in', some).execute();
    for (const row of rows) known.add(row.id);
  }
  return known;
}
