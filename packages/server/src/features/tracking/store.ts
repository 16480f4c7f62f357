import type { Reader } from '../../db/index.js';

/** Finds the id and second factor of an application by the hash of its tracking code: one query, hit or miss. */
export async function findByCode(reader: Reader, codeHash: string): Promise<{ id: string; factor_hash: string | null } | undefined> {
  return reader.selectFrom('applications').select(['id', 'factor_hash']).where('tracking_hash', '=', codeHash).executeTakeFirst();
}
