import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { openDatabase } from './index.js';

/** From which data directory to which database, and who is told how far it is. */
export interface Move {
  readonly dataDirectory: string;
  readonly databaseUrl: string;
  say(line: string): void;
}

/** Why nothing was moved; the message is for the operator and names no password. */
export class MoveError extends Error {
  override readonly name = 'MoveError';
}

const rowsAtOnce = 100;
const rowsBetweenWords = 5_000;
const ownTables = /^(?:kysely_|sqlite_)/;

/**
 * Copies every table of the data directory's SQLite into an empty PostgreSQL, in one transaction: all of it or nothing.
 * The source is held against every other process meanwhile and is not changed. Returns how many rows each table has.
 * @throws MoveError when a server runs on either side, when the target holds anything, or when the two differ.
 */
export async function moveToPostgres({ dataDirectory, databaseUrl, say }: Move): Promise<ReadonlyMap<string, number>> {
  const source = openSource(join(dataDirectory, 'sewaka.sqlite'));
  const target = new pg.Client({ connectionString: databaseUrl, application_name: 'e-sewaka move' });
  try {
    await target.connect().catch((error: unknown) => {
      throw new MoveError(`PostgreSQL cannot be reached: ${error instanceof Error ? error.message : 'unknown reason'}`);
    });
    await requireNoServer(target);
    await (await openDatabase({ dataDirectory, databaseUrl })).close();
    await target.query('begin');
    const moved = await copyAll(source, target, say);
    await target.query('commit');
    return moved;
  } catch (error) {
    await target.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await target.end().catch(() => undefined);
    source.close();
  }
}

/** Opens the file for this process alone; with a server on it, that fails. Nothing is written through it. */
function openSource(file: string): DatabaseSync {
  if (!existsSync(file)) throw new MoveError(`There is no ${file}: is SEWAKA_DATA_DIR right?`);
  const source = new DatabaseSync(file, { timeout: 200 });
  try {
    source.exec('pragma locking_mode = exclusive; begin exclusive');
    return source;
  } catch {
    source.close();
    throw new MoveError('The data directory is in use: stop the server first, and let nothing else read its database.');
  }
}

/** Connections that were just closed are listed a moment longer. */
async function requireNoServer(target: pg.Client): Promise<void> {
  const others = `select 1 from pg_stat_activity where datname = current_database() and application_name like 'e-sewaka%' and pid <> pg_backend_pid()`;
  for (let tries = 0; tries < 10; tries += 1) {
    if ((await target.query(others)).rowCount === 0) return;
    await wait(200);
  }
  throw new MoveError('A server runs on the PostgreSQL database: stop it first.');
}

async function copyAll(source: DatabaseSync, target: pg.Client, say: Move['say']): Promise<ReadonlyMap<string, number>> {
  await requireSameRelease(source, target);
  const tables = textColumn(source.prepare("select name from sqlite_master where type = 'table' order by rowid").all(), 'name').filter((name) => !ownTables.test(name));
  await target.query(`lock table ${tables.map(quoted).join(', ')} in access exclusive mode`);
  for (const table of tables) {
    const found = await target.query(`select 1 from ${quoted(table)} limit 1`);
    if (found.rowCount !== 0) throw new MoveError(`The PostgreSQL database is not empty (table ${table}): nothing was moved.`);
  }
  const moved = new Map<string, number>();
  for (const table of tables) moved.set(table, await copyTable(source, target, table, say));
  return moved;
}

async function requireSameRelease(source: DatabaseSync, target: pg.Client): Promise<void> {
  const query = 'select name from kysely_migration order by name';
  const here = textColumn(source.prepare(query).all(), 'name').join();
  const there = textColumn((await target.query<Record<string, unknown>>(query)).rows, 'name').join();
  if (here === there) return;
  throw new MoveError('The SQLite database is of another release: start this release on it once, without DATABASE_URL, stop it, and try again.');
}

async function copyTable(source: DatabaseSync, target: pg.Client, table: string, say: Move['say']): Promise<number> {
  const columns = textColumn(source.prepare('select name from pragma_table_info(?)').all(table), 'name');
  const total = count(source.prepare(`select count(*) as n from ${quoted(table)}`).get());
  let done = 0;
  let batch: Record<string, SQLOutputValue>[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    await insert(target, table, columns, batch);
    done += batch.length;
    batch = [];
    if (done % rowsBetweenWords === 0 && done < total) say(`${table}: ${done} of ${total}`);
  };
  for (const row of source.prepare(`select * from ${quoted(table)}`).iterate()) {
    batch.push(row);
    if (batch.length === rowsAtOnce) await flush();
  }
  await flush();
  const arrived = count((await target.query<Record<string, unknown>>(`select count(*) as n from ${quoted(table)}`)).rows[0]);
  if (arrived !== total) throw new MoveError(`Of ${total} rows of ${table} only ${arrived} arrived: nothing was moved.`);
  say(`${table}: ${total}`);
  return total;
}

async function insert(target: pg.Client, table: string, columns: readonly string[], rows: readonly Record<string, SQLOutputValue>[]): Promise<void> {
  const places = rows.map((_, row) => `(${columns.map((__, column) => `$${row * columns.length + column + 1}`).join(', ')})`);
  const values = rows.flatMap((row) => columns.map((column) => toPostgres(row[column])));
  await target.query(`insert into ${quoted(table)} (${columns.map(quoted).join(', ')}) values ${places.join(', ')}`, values).catch((error: unknown) => {
    // PostgreSQL's own words may quote what a row holds.
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new MoveError(`PostgreSQL does not take a row of ${table} (SQLSTATE ${code}): nothing was moved.`);
  });
}

const toPostgres = (value: SQLOutputValue | undefined): unknown =>
  value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value;
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const textColumn = (rows: readonly Readonly<Record<string, unknown>>[], name: string): string[] => rows.map((row) => String(row[name]));
const count = (row: Readonly<Record<string, unknown>> | undefined): number => Number(row?.['n']);
