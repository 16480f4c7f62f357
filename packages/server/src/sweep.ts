import type { App } from './context.js';
import type { Tx } from './db/index.js';

const everyMilliseconds = 10 * 60_000;
const outboxDaysKept = 7;

/** Removes what has expired: kept answers, sessions, counters, provider records, outbox entries long done or given up. */
export async function sweep(app: Pick<App, 'db' | 'clock'>): Promise<void> {
  const now = app.clock();
  const before = now.toISOString();
  const longAgo = new Date(now.getTime() - outboxDaysKept * 86_400_000).toISOString();
  const steps: readonly ((tx: Tx) => Promise<unknown>)[] = [
    (tx) => tx.deleteFrom('idempotency').where('expires_at', '<=', before).execute(),
    (tx) => tx.deleteFrom('sessions').where('expires_at', '<=', before).execute(),
    (tx) => tx.deleteFrom('rate_limits').where('window_ends_at', '<=', before).execute(),
    (tx) => tx.deleteFrom('verifications').where('expires_at', '<=', before).execute(),
    (tx) => tx.deleteFrom('oidc_records').where('expires_at', '<=', before).execute(),
    (tx) => tx.deleteFrom('outbox').where('done_at', '<=', longAgo).execute(),
    (tx) => tx.deleteFrom('outbox').where('failed_at', '<=', longAgo).execute(),
  ];
  // One short transaction each: SQLite's writers take turns.
  for (const step of steps) await app.db.transaction(step);
}

/** Sweeps now and then; returns the way to stop. */
export function startSweeping(app: App): () => void {
  const run = (): void => void sweep(app).catch((error: unknown) => app.log.warn({ err: error }, 'sweeping failed'));
  const timer = setInterval(run, everyMilliseconds);
  timer.unref();
  return () => clearInterval(timer);
}
