import type { ApplicationsTable, Db, Reader, Tx } from '../../db/index.js';
import type { Page } from '../paging.js';
import type { ApplicationRow } from './row.js';

/** Whose applications somebody may see: the owner check is part of every query. */
export type Owner =
  | { readonly kind: 'application'; readonly id: string }
  | { readonly kind: 'resident'; readonly ref: string }
  | { readonly kind: 'machine'; readonly clientId: string; readonly office: string | undefined }
  | { readonly kind: 'nobody' };

const withLetter = (reader: Reader) =>
  reader
    .selectFrom('applications')
    .leftJoin('documents', 'documents.application_id', 'applications.id')
    .selectAll('applications')
    .select(['documents.issued_on as letter_issued_on', 'documents.valid_until as letter_valid_until']);

/** Reads one application with its letter's dates, whoever asks: for callers that have checked already. */
export async function readApplication(reader: Reader, id: string): Promise<ApplicationRow | undefined> {
  return withLetter(reader).where('applications.id', '=', id).executeTakeFirst();
}

/** Reads one application of an owner; undefined also when it is somebody else's. */
export async function readOwned(reader: Reader, owner: Owner, id: string): Promise<ApplicationRow | undefined> {
  const [column, value] = ownedBy(owner);
  return withLetter(reader).where('applications.id', '=', id).where(column, '=', value).executeTakeFirst();
}

/** Reads and locks one application of an owner until `tx` ends. */
export async function lockOwned(tx: Tx, db: Db, owner: Owner, id: string): Promise<ApplicationRow | undefined> {
  const [column, value] = ownedBy(owner);
  return tx
    .selectFrom('applications')
    .selectAll()
    .where('id', '=', id)
    .where(column, '=', value)
    .modifyEnd(db.forUpdate)
    .executeTakeFirst();
}

/** Lists an owner's applications, newest first. */
export async function listOwned(
  reader: Reader,
  owner: Owner,
  wanted: { statuses: readonly string[] | undefined; serviceId: string | undefined; page: Page },
): Promise<ApplicationRow[]> {
  const [column, value] = ownedBy(owner);
  let query = withLetter(reader).where(column, '=', value);
  if (wanted.statuses !== undefined) query = query.where('applications.status', 'in', wanted.statuses);
  if (wanted.serviceId !== undefined) query = query.where('applications.service_id', '=', wanted.serviceId);
  const [at, id] = wanted.page.after;
  if (at !== undefined && id !== undefined) {
    query = query.where((row) =>
      row.or([
        row('applications.submitted_at', '<', at),
        row.and([row('applications.submitted_at', '=', at), row('applications.id', '<', id)]),
      ]),
    );
  }
  return query
    .orderBy('applications.submitted_at', 'desc')
    .orderBy('applications.id', 'desc')
    .limit(wanted.page.limit + 1)
    .execute();
}

/** Inserts a new application; false when its draft has become one already. */
export async function insertApplication(tx: Tx, row: ApplicationsTable): Promise<boolean> {
  const inserted = await tx
    .insertInto('applications')
    .values(row)
    .onConflict((conflict) => conflict.column('draft_key').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Which of these uploads are clean and free, or belong to this application already. */
export async function readyUploads(reader: Reader, uploadIds: readonly string[], applicationId: string | undefined): Promise<Set<string>> {
  if (uploadIds.length === 0) return new Set();
  const rows = await reader
    .selectFrom('uploads')
    .select(['id', 'application_id'])
    .where('id', 'in', uploadIds)
    .where('state', '=', 'clean')
    .execute();
  return new Set(rows.filter((row) => row.application_id === null || row.application_id === applicationId).map((row) => row.id));
}

/** Takes clean, unclaimed uploads for an application; returns the ids that could be taken. */
export async function claimUploads(tx: Tx, applicationId: string, uploadIds: readonly string[], now: string): Promise<Set<string>> {
  if (uploadIds.length === 0) return new Set();
  const taken = await tx
    .updateTable('uploads')
    .set({ application_id: applicationId, updated_at: now, expires_at: null })
    .where('id', 'in', uploadIds)
    .where('state', '=', 'clean')
    .where((row) => row.or([row('application_id', 'is', null), row('application_id', '=', applicationId)]))
    .returning('id')
    .execute();
  return new Set(taken.map((row) => row.id));
}

/** Says which upload meets which requirement, in place of what was said before. */
export async function replaceFiles(
  tx: Tx,
  applicationId: string,
  files: readonly { uploadId: string; requirementId: string; position: number }[],
): Promise<void> {
  await tx.deleteFrom('application_files').where('application_id', '=', applicationId).execute();
  if (files.length === 0) return;
  const rows = files.map((file) => ({
    application_id: applicationId,
    upload_id: file.uploadId,
    requirement_id: file.requirementId,
    position: file.position,
  }));
  await tx.insertInto('application_files').values(rows).execute();
}

/** The column that says whose an application is, and what must stand in it. */
function ownedBy(owner: Owner): [column: 'applications.id' | 'applications.resident_ref' | 'applications.machine_client' | 'applications.office', value: string] {
  switch (owner.kind) {
    case 'application':
      return ['applications.id', owner.id];
    case 'resident':
      return ['applications.resident_ref', owner.ref];
    case 'machine':
      return owner.office === undefined ? ['applications.machine_client', owner.clientId] : ['applications.office', owner.office];
    case 'nobody':
      return ['applications.id', ''];
  }
}
