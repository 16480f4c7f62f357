import type { Clock } from './context.js';
import type { Db } from './db/index.js';
import { problem } from './problems.js';
import type { Secrets } from './secrets.js';

/** How often something may happen: `limit` times in `seconds`. */
export interface Limit {
  readonly limit: number;
  readonly seconds: number;
}

/** Rate limits. Keys are hashed before they are kept. */
export interface Limits {
  /** Counts one use in this process; throws 429 `rate_limited` with `retryAfter` beyond the limit. */
  take(name: string, key: string, limit: Limit): void;
  /** Counts one try across all processes; throws 429 `too_many_attempts` with `retryAfter` beyond the limit. */
  takeShared(name: string, key: string, limit: Limit): Promise<void>;
}

const keptAtMost = 100_000;

interface Window {
  endsAt: number;
  used: number;
}

const waitSeconds = (endsAt: number, now: number): number => Math.max(1, Math.ceil((endsAt - now) / 1000));

/** Counts in fixed windows: in memory for traffic, in the database for guesses. */
export function createLimits(parts: {
  readonly db: Db;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly factor?: number;
}): Limits {
  const windows = new Map<string, Window>();
  const factor = parts.factor ?? 1;

  function forget(now: number): void {
    if (windows.size < keptAtMost) return;
    for (const [bucket, window] of windows) if (window.endsAt <= now) windows.delete(bucket);
    if (windows.size >= keptAtMost) windows.clear();
  }

  return {
    take(name, key, { limit, seconds }) {
      const now = parts.clock().getTime();
      const bucket = `${name}:${key}`;
      const known = windows.get(bucket);
      if (known === undefined || known.endsAt <= now) {
        forget(now);
        windows.set(bucket, { endsAt: now + seconds * 1000, used: 1 });
        return;
      }
      known.used += 1;
      if (known.used > limit * factor) throw problem('rate_limited', { retryAfter: waitSeconds(known.endsAt, now) });
    },
    async takeShared(name, key, { limit, seconds }) {
      const now = parts.clock();
      const bucket = `${name}:${parts.secrets.hash('rate-limit', key)}`;
      const endsAt = new Date(now.getTime() + seconds * 1000).toISOString();
      const row = await parts.db.transaction((tx) =>
        tx
          .insertInto('rate_limits')
          .values({ bucket, window_ends_at: endsAt, used: 1 })
          .onConflict((conflict) =>
            conflict.column('bucket').doUpdateSet((eb) => ({
              used: eb
                .case()
                .when('rate_limits.window_ends_at', '<=', now.toISOString())
                .then(1)
                .else(eb('rate_limits.used', '+', 1))
                .end(),
              window_ends_at: eb
                .case()
                .when('rate_limits.window_ends_at', '<=', now.toISOString())
                .then(endsAt)
                .else(eb.ref('rate_limits.window_ends_at'))
                .end(),
            })),
          )
          .returning(['used', 'window_ends_at'])
          .executeTakeFirstOrThrow(),
      );
      if (row.used > limit * factor) {
        throw problem('too_many_attempts', { retryAfter: waitSeconds(Date.parse(row.window_ends_at), now.getTime()) });
      }
    },
  };
}
