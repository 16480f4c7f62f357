import type { Reader } from '../../db/index.js';
import type { ApplicationRow } from '../applications/row.js';
import { readApplication } from '../applications/store.js';

/** Finds an application by the hash of its tracking code. */
export async function findByCode(reader: Reader, codeHash: string): Promise<ApplicationRow | undefined> {
  const row = await reader.selectFrom('applications').select('id').where('tracking_hash', '=', codeHash).executeTakeFirst();
  return row === undefined ? undefined : readApplication(reader, row.id);
}
