import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { EventEmitter } from 'node:events';
import {
  CompiledQuery,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  sql,
  type DatabaseConnection,
  type Driver,
  type SqliteDatabase,
  type SqliteStatement,
} from 'kysely';
import type { Change, Db, Tx } from './db.js';
import { migrate } from './migrator.js';
import type { Database } from './schema.js';

const statementsKept = 300;
const busyPatience = 10_000;
const primaryBusy = 5;

const isBusy = (error: unknown): boolean =>
  error instanceof Error &&
  'errcode' in error &&
  typeof error.errcode === 'number' &&
  (error.errcode & 0xff) === primaryBusy;

/** Node's SQLite in the shape Kysely asks for, with compiled statements kept. */
function adapt(database: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(text) {
      const known = kept.get(text);
      if (known) return known;
      const statement = adaptStatement(database.prepare(text));
      if (kept.size >= statementsKept) kept.clear();
      kept.set(text, statement);
      return statement;
    },
  };
}

function adaptStatement(statement: StatementSync): SqliteStatement {
  const reader = statement.columns().length > 0;
  const bind = (parameters: readonly unknown[]): SQLInputValue[] => parameters as SQLInputValue[];
  return {
    reader,
    all: (parameters) => statement.all(...bind(parameters)),
    run: (parameters) => statement.run(...bind(parameters)),
    iterate: (parameters) => statement.iterate(...bind(parameters)),
  };
}

/** Takes the write lock at `begin`, and waits for another process without blocking the event loop. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const giveUpAt = performance.now() + busyPatience;
    for (;;) {
      try {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'));
        return;
      } catch (error) {
        if (!isBusy(error) || performance.now() > giveUpAt) throw error;
        await wait(2 + Math.random() * 8);
      }
    }
  }
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;
  constructor(database: SqliteDatabase) {
    super({ database });
    this.#database = database;
  }
  override createDriver(): Driver {
    return new ImmediateDriver({ database: this.#database });
  }
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

function openFile(file: string): { writer: DatabaseSync; openReader: () => DatabaseSync } {
  const writer = new DatabaseSync(file, { timeout: 200 });
  writer.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;');
  return { writer, openReader: () => new DatabaseSync(file, { readOnly: true, timeout: 200 }) };
}

/**
 * Opens SQLite: one connection that writes, one that cannot. Two, because a read between the statements of a
 * transaction must not see (or join) it.
 */
export async function openSqlite(file: string): Promise<Db> {
  const { writer, openReader } = openFile(file);
  const writing = new Kysely<Database>({ dialect: new ImmediateDialect(adapt(writer)) });
  await migrate(writing);
  const reading = new Kysely<Database>({ dialect: new SqliteDialect({ database: adapt(openReader()) }) });
  const told = new EventEmitter().setMaxListeners(0);
  const pending = new WeakMap<Tx, (() => void)[]>();

  async function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const afterCommit: (() => void)[] = [];
    const result = await writing.transaction().execute(async (tx) => {
      pending.set(tx, afterCommit);
      return await work(tx);
    });
    for (const tell of afterCommit) tell();
    return result;
  }

  return {
    engine: 'sqlite',
    read: reading,
    transaction,
    forUpdate: sql``,
    forUpdateSkipTaken: sql``,
    async notify(tx, channel, change) {
      pending.get(tx)?.push(() => told.emit(channel, change));
    },
    listen(channel, listener: (change: Change) => void) {
      told.on(channel, listener);
      return () => void told.off(channel, listener);
    },
    // Writers take turns already: whoever is in a transaction holds every lock.
    tryLock: async () => true,
    async ping() {
      await sql`select 1`.execute(reading);
    },
    async close() {
      await reading.destroy();
      await writing.destroy();
    },
  };
}
