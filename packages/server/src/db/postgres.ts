import { EventEmitter } from 'node:events';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Change, Db, Tx } from './db.js';
import { migrate } from './migrator.js';
import type { Database } from './schema.js';

const channelPrefix = 'sewaka_';
const attempts = 4;
const bigint = 20;

/** Serialisation failure and deadlock: PostgreSQL asks to try again. */
const lostRace = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01');

/** One connection that hears every channel; it comes back by itself after a break. */
function startListening(
  connectionString: string,
  told: EventEmitter,
): { stop: () => Promise<void>; ready: Promise<void> } {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const later = (): void => {
    client = undefined;
    if (!stopped) timer = setTimeout(() => void connect().catch(later), 500);
  };
  async function connect(): Promise<void> {
    const fresh = new pg.Client({ connectionString, application_name: 'e-sewaka listener' });
    client = fresh;
    fresh.once('error', later);
    fresh.on('notification', ({ payload }) => {
      const message: unknown = JSON.parse(payload ?? '{}');
      if (isMessage(message)) told.emit(message.channel, message.change);
    });
    await fresh.connect();
    await fresh.query(`listen ${channelPrefix}changes`);
  }
  const ready = connect();
  return {
    ready,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}

const isMessage = (value: unknown): value is { channel: string; change: Change } =>
  typeof value === 'object' &&
  value !== null &&
  'channel' in value &&
  typeof value.channel === 'string' &&
  'change' in value;

/** Opens PostgreSQL 15 or newer. `poolSize` connections serve requests, one more listens. */
export async function openPostgres(connectionString: string, poolSize = 10): Promise<Db> {
  const types = new pg.TypeOverrides();
  types.setTypeParser(bigint, Number);
  const pool = new pg.Pool({
    connectionString,
    max: poolSize,
    application_name: 'e-sewaka',
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    types,
  });
  // An idle connection that breaks is replaced by the pool; without a listener the event would end the process.
  pool.on('error', () => undefined);
  const kysely = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  const told = new EventEmitter().setMaxListeners(0);
  try {
    await migrate(kysely);
  } catch (error) {
    await kysely.destroy();
    throw error;
  }
  const listening = startListening(connectionString, told);
  await listening.ready;

  async function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await kysely.transaction().execute(work);
      } catch (error) {
        if (!lostRace(error) || attempt === attempts) throw error;
      }
    }
  }

  return {
    engine: 'postgres',
    read: kysely,
    transaction,
    forUpdate: sql`for update`,
    forUpdateSkipTaken: sql`for update skip locked`,
    async notify(tx, channel, change) {
      const payload = JSON.stringify({ channel, change });
      await sql`select pg_notify(${`${channelPrefix}changes`}, ${payload})`.execute(tx);
    },
    listen(channel, listener) {
      told.on(channel, listener);
      return () => void told.off(channel, listener);
    },
    async tryLock(tx, name) {
      const { rows } = await sql<{
        taken: boolean;
      }>`select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as taken`.execute(tx);
      return rows[0]?.taken === true;
    },
    async ping() {
      await sql`select 1`.execute(kysely);
    },
    async close() {
      await listening.stop();
      await kysely.destroy();
    },
  };
}
