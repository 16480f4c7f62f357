import type { Kysely, RawBuilder, Transaction } from 'kysely';
import type { Database } from './schema.js';

/** A running transaction: what every writing store function takes. */
export type Tx = Transaction<Database>;

/** Anything that can be read from: a transaction, or `db.read`. What every reading store function takes. */
export type Reader = Pick<Kysely<Database>, 'selectFrom' | 'selectNoFrom' | 'with' | 'fn' | 'case'>;

/** What changed, told to every process that listens; ids only, never personal data. At most 4 KB as JSON. */
export type Change = Readonly<Record<string, string | number | boolean | null>>;

/** The database behind one small face; whatever differs between SQLite and PostgreSQL hides here. */
export interface Db {
  readonly engine: 'sqlite' | 'postgres';
  /** Reads outside a transaction. On SQLite this connection cannot write at all. */
  readonly read: Reader;
  /**
   * Runs `work` in one transaction and commits durably. On a lost race (serialisation failure, deadlock) it runs `work`
   * again, so `work` does nothing outside the database. On SQLite writers take turns: keep it short.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** `query.modifyEnd(db.forUpdate)` locks the rows read until commit. Nothing on SQLite, where writers take turns. */
  readonly forUpdate: RawBuilder<unknown>;
  /** Like `forUpdate`, leaving out rows that another process holds. */
  readonly forUpdateSkipTaken: RawBuilder<unknown>;
  /** Tells listeners on `channel`, when and only when `tx` commits. */
  notify(tx: Tx, channel: string, change: Change): Promise<void>;
  /** Hears what any process sharing the database commits (on SQLite: this process). Returns the way to stop. */
  listen(channel: string, listener: (change: Change) => void): () => void;
  /** Takes a lock by name until `tx` ends; false when somebody else holds it. */
  tryLock(tx: Tx, name: string): Promise<boolean>;
  /** A cheap question to the database, for readiness. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
