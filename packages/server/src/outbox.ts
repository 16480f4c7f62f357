import type { Clock, Log } from './context.js';
import type { Db, Tx } from './db/index.js';
import { newId } from './ids.js';
import type { Secrets } from './secrets.js';

/** One kind of deferred work; throws to be tried again later, with growing pauses, at most ten times. */
export type OutboxWorker = (
  payload: unknown,
  entry: { readonly id: string; readonly attempt: number },
) => Promise<void>;

/** Work that must happen after a commit, even when the process dies in between. At least once: workers are idempotent. */
export interface Outbox {
  /** Writes an entry in the transaction of its cause. The payload is JSON, sealed at rest. */
  add(tx: Tx, kind: string, payload: unknown, options?: { readonly notBefore?: Date }): Promise<void>;
  /** Names who does one kind of work. Once per kind, before the server listens. */
  work(kind: string, worker: OutboxWorker): void;
  /** Works off what is due now; for tests and for shutdown. Returns how many entries were done. */
  drain(): Promise<number>;
}

/** The outbox with its clockwork. */
export interface RunningOutbox extends Outbox {
  start(): void;
  /** Lets the entry in hand finish and stops. */
  stop(): Promise<void>;
}

interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly payload: string;
  readonly attempts: number;
}

const batch = 20;
const atOnce = 4;
const claimSeconds = 60;
const attemptsAtMost = 10;
const pauseMilliseconds = 1_000;
const channel = 'outbox';

const later = (now: Date, seconds: number): string => new Date(now.getTime() + seconds * 1000).toISOString();

/** Claims what is due, so that no other process works on it meanwhile. */
async function claim(db: Db, now: Date, kinds: readonly string[]): Promise<readonly Entry[]> {
  if (kinds.length === 0) return [];
  const due = now.toISOString();
  return db.transaction(async (tx) => {
    const entries = await tx
      .selectFrom('outbox')
      .select(['id', 'kind', 'payload', 'attempts'])
      .where('done_at', 'is', null)
      .where('failed_at', 'is', null)
      .where('available_at', '<=', due)
      .where('kind', 'in', kinds)
      .where((eb) => eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<=', due)]))
      .orderBy('available_at')
      .orderBy('id')
      .limit(batch)
      .modifyEnd(db.forUpdateSkipTaken)
      .execute();
    if (entries.length === 0) return [];
    await tx
      .updateTable('outbox')
      .set((eb) => ({ claimed_until: later(now, claimSeconds), attempts: eb('attempts', '+', 1) }))
      .where(
        'id',
        'in',
        entries.map((entry) => entry.id),
      )
      .execute();
    return entries;
  });
}

/** Makes the outbox over a database. */
export function createOutbox(parts: {
  readonly db: Db;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly log: Log;
  readonly count?: (kind: string, outcome: 'done' | 'retried' | 'given_up') => void;
}): RunningOutbox {
  const { db, clock, secrets, log, count } = parts;
  const workers = new Map<string, OutboxWorker>();
  let timer: NodeJS.Timeout | undefined;
  let busy: Promise<number> | undefined;
  let stopped = true;

  async function settle(entry: Entry, outcome: { readonly error?: unknown }): Promise<void> {
    const now = clock();
    const attempt = entry.attempts + 1;
    const failed = outcome.error !== undefined;
    const final = failed && attempt >= attemptsAtMost;
    await db.transaction((tx) =>
      tx
        .updateTable('outbox')
        .set({
          claimed_until: null,
          done_at: failed ? null : now.toISOString(),
          failed_at: final ? now.toISOString() : null,
          last_error: failed ? (outcome.error instanceof Error ? outcome.error.name : 'error') : null,
          ...(failed ? { available_at: later(now, Math.min(3600, 2 ** attempt)) } : { payload: '' }),
        })
        .where('id', '=', entry.id)
        .execute(),
    );
    count?.(entry.kind, final ? 'given_up' : failed ? 'retried' : 'done');
    if (failed)
      log.warn({ outbox: entry.id, kind: entry.kind, attempt, final, err: outcome.error }, 'outbox entry failed');
  }

  async function runOne(entry: Entry): Promise<void> {
    try {
      const payload: unknown = JSON.parse(secrets.open('outbox', entry.payload));
      await workers.get(entry.kind)?.(payload, { id: entry.id, attempt: entry.attempts + 1 });
      await settle(entry, {});
    } catch (error) {
      await settle(entry, { error });
    }
  }

  async function runAll(): Promise<number> {
    let done = 0;
    for (;;) {
      const entries = await claim(db, clock(), [...workers.keys()]);
      // A few at a time: a gateway that lets one wait must not hold a batch longer than its claim.
      for (let at = 0; at < entries.length; at += atOnce) await Promise.all(entries.slice(at, at + atOnce).map(runOne));
      done += entries.length;
      if (entries.length < batch) return done;
    }
  }

  function drain(): Promise<number> {
    busy ??= runAll().finally(() => (busy = undefined));
    return busy;
  }

  function tick(): void {
    clearTimeout(timer);
    if (stopped) return;
    drain()
      .catch((error: unknown) => log.error({ err: error }, 'outbox stalled'))
      .finally(() => {
        if (!stopped) timer = setTimeout(tick, pauseMilliseconds);
      });
  }

  let stopListening = (): void => undefined;
  return {
    drain,
    work: (kind, worker) => void workers.set(kind, worker),
    async add(tx, kind, payload, options = {}) {
      const now = clock();
      await tx
        .insertInto('outbox')
        .values({
          id: newId('out'),
          kind,
          payload: secrets.seal('outbox', JSON.stringify(payload)),
          created_at: now.toISOString(),
          available_at: (options.notBefore ?? now).toISOString(),
          attempts: 0,
          claimed_until: null,
          done_at: null,
          failed_at: null,
          last_error: null,
        })
        .execute();
      await db.notify(tx, channel, { kind });
    },
    start() {
      stopped = false;
      stopListening = db.listen(channel, () => void setImmediate(tick));
      tick();
    },
    async stop() {
      stopped = true;
      stopListening();
      clearTimeout(timer);
      await busy?.catch(() => undefined);
    },
  };
}
