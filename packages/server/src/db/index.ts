import { mkdir, open } from 'node:fs/promises';
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
  const file = join(place.dataDirectory, 'sewaka.sqlite');
  // Made before SQLite makes it: its files beside it get the same mode, also in a folder that others may enter.
  await (await open(file, 'a', 0o600)).close();
  return openSqlite(file);
}
