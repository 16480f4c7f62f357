import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase, type Db } from '../db/index.js';

/** A fresh, migrated database of one engine, and the way to be rid of it. */
export interface TestDatabase {
  readonly db: Db;
  readonly directory: string;
  /** Set on PostgreSQL: for a second process on the same database. */
  readonly databaseUrl?: string;
  /** Opens the same database once more, as another process would. */
  reopen(): Promise<Db>;
  close(): Promise<void>;
}

/** One database engine under test. */
export interface Engine {
  readonly name: 'sqlite' | 'postgres';
  open(): Promise<TestDatabase>;
}

async function openEngine(databaseUrl: string | undefined, drop: () => Promise<void>): Promise<TestDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'sewaka-server-'));
  const place = { dataDirectory: directory, databaseUrl };
  const open = [await openDatabase(place)] as [Db, ...Db[]];
  return {
    db: open[0],
    directory,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    async reopen() {
      const again = await openDatabase(place);
      open.push(again);
      return again;
    },
    async close() {
      await Promise.all(open.map((db) => db.close()));
      await drop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

async function openPostgresEngine(): Promise<TestDatabase> {
  const server = process.env['TEST_DATABASE_URL'];
  if (server === undefined)
    throw new Error('TEST_DATABASE_URL is missing: run through vitest.config.ts, which starts PostgreSQL.');
  const name = `sewaka_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return openEngine(url.href, () => onServer(server, `drop database if exists ${name} with (force)`));
}

/** Both engines: every test of stored things runs on each (`describe.each(engines)('… on $name', ({ open }) => …)`). */
export const engines: readonly Engine[] = [
  { name: 'sqlite', open: () => openEngine(undefined, async () => undefined) },
  { name: 'postgres', open: openPostgresEngine },
];
