import type { Tx } from './db/index.js';

/** One kind of deferred work; throws to be tried again later, with growing pauses, at most ten times. */
export type OutboxWorker = (payload: unknown, entry: { readonly id: string; readonly attempt: number }) => Promise<void>;

/** Work that must happen after a commit, even when the process dies in between. At least once: workers are idempotent. */
export interface Outbox {
  /** Writes an entry in the transaction of its cause. The payload is JSON, sealed at rest. */
  add(tx: Tx, kind: string, payload: unknown, options?: { readonly notBefore?: Date }): Promise<void>;
  /** Names who does one kind of work. Once per kind, before the server listens. */
  work(kind: string, worker: OutboxWorker): void;
  /** Works off what is due now; for tests and for shutdown. Returns how many entries were done. */
  drain(): Promise<number>;
}
