import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from './db.js';

export type { Change, Db, Reader, Tx } from './db.js';
export type * from './schema.js';

/** Opens the database that the configuration names and brings it up to date. */
export async function openDatabase(place: {
  readonly databaseUrl?: string | undefined;
  readonly databasePool?: number;
  readonly dataDirectory: string;
}): Promise<Db> {
  if (place.databaseUrl !== undefined) {
    const { openPostgres } = await import('./postgres.js');
    return openPostgres(place.databaseUrl, place.databasePool);
  }
  await mkdir(place.dataDirectory, { recursive: true, mode: 0o700 });
  const { openSqlite } = await import('./sqlite.js');
  return openSqlite(join(place.dataDirectory, 'sewaka.sqlite'));
}
