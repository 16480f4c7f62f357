import type { Reader, DocumentsTable, Tx } from '../../db/index.js';
import type { Owner } from '../applications/store.js';

/** An issued letter without its PDF, together with what decides who may see it. */
export type DocumentRow = Omit<DocumentsTable, 'content'> & { readonly application_office: string };

const columns = [
  'id',
  'application_id',
  'code_hash',
  'number',
  'service_id',
  'village_code',
  'title',
  'subject',
  'holder_name',
  'holder_masked_name',
  'signatory',
  'office',
  'issued_on',
  'valid_until',
  'trust',
  'sha256',
  'jws',
  'issued_at',
  'revoked_at',
  'revoked_by',
  'revoke_reason',
] as const satisfies readonly (keyof DocumentsTable)[];

/** Who may read a letter: the owner of its application, or the officers of the office that has it (a Kadus in his banjar). */
export type DocumentReader = Owner | { readonly kind: 'office'; readonly office: string; readonly banjarKey?: string } | { readonly kind: 'city' };

const documents = (reader: Reader) =>
  reader
    .selectFrom('documents')
    .innerJoin('applications', 'applications.id', 'documents.application_id')
    .select(columns.map((column) => `documents.${column}` as const))
    .select('applications.office as application_office');

/** Reads a letter for somebody; undefined also when it is not theirs to see. */
export async function readDocument(reader: Reader, who: DocumentReader, id: string): Promise<DocumentRow | undefined> {
  const query = documents(reader).where('documents.id', '=', id);
  switch (who.kind) {
    case 'application':
      return query.where('applications.id', '=', who.id).executeTakeFirst();
    case 'resident':
      return query.where('applications.resident_ref', '=', who.ref).executeTakeFirst();
    case 'machine': {
      const [column, value] =
        who.office === undefined ? (['applications.machine_client', who.clientId] as const) : (['applications.office', who.office] as const);
      return query.where(column, '=', value).executeTakeFirst();
    }
    case 'office': {
      const own = query.where('applications.office', '=', who.office);
      return (who.banjarKey === undefined ? own : own.where('applications.banjar_key', '=', who.banjarKey)).executeTakeFirst();
    }
    case 'city':
      return query.executeTakeFirst();
    case 'nobody':
      return undefined;
  }
}

/** Reads the PDF of a letter. */
export async function readContent(reader: Reader, id: string): Promise<Uint8Array | undefined> {
  const row = await reader.selectFrom('documents').select('content').where('id', '=', id).executeTakeFirst();
  return row?.content;
}

/** Finds a letter by what is printed on it; several letters never share a number in one village. */
export async function findPrinted(
  reader: Reader,
  printed: { readonly codeHash: string } | { readonly id: string } | { readonly number: string; readonly villageCode: string },
): Promise<DocumentRow | undefined> {
  const query = documents(reader);
  if ('codeHash' in printed) return query.where('documents.code_hash', '=', printed.codeHash).executeTakeFirst();
  if ('id' in printed) return query.where('documents.id', '=', printed.id).executeTakeFirst();
  return query
    .where('documents.village_code', '=', printed.villageCode)
    .where('documents.number', '=', printed.number)
    .orderBy('documents.issued_at', 'desc')
    .executeTakeFirst();
}

/** Revokes a letter; false when it is revoked already. */
export async function revoke(tx: Tx, id: string, given: { at: string; by: string; reason: string }): Promise<boolean> {
  const done = await tx
    .updateTable('documents')
    .set({ revoked_at: given.at, revoked_by: given.by, revoke_reason: given.reason })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
