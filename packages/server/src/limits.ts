import type { Clock } from './context.js';
import type { Db } from './db/index.js';
import { problem } from './problems.js';
import type { Secrets } from './secrets.js';

/**
 * How often something may happen: `limit` times in `seconds`. `counts` says whose uses lie under one key: those of the
 * caller (its network or account), or those of anybody who names the same person, phone or code.
 */
export interface Limit {
  readonly limit: number;
  readonly seconds: number;
  readonly counts: 'caller' | 'anybody';
}

/** Where one limit stands after it was taken from. Seconds throughout. */
export interface Standing {
  readonly name: string;
  readonly counts: Limit['counts'];
  readonly quota: number;
  readonly window: number;
  readonly remaining: number;
  readonly resetsIn: number;
  /** This use was one too many. */
  readonly refused: boolean;
}

/** Rate limits. Keys are hashed before they are kept. */
export interface Limits {
  /** Counts one use in this process; throws 429 `rate_limited` with `retryAfter` beyond the limit. */
  take(name: string, key: string, limit: Limit): void;
  /** Counts one try across all processes; throws 429 `too_many_attempts` with `retryAfter` beyond the limit. */
  takeShared(name: string, key: string, limit: Limit): Promise<void>;
  /** The same counters; `tell` hears of each that is taken from, before a refusal is thrown. */
  telling(tell: (standing: Standing) => void): Limits;
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

  function standing(name: string, { limit, seconds, counts }: Limit, window: Window, now: number): Standing {
    const quota = limit * factor;
    const left = quota - window.used;
    const resetsIn = waitSeconds(window.endsAt, now);
    return { name, counts, quota, window: seconds, remaining: Math.max(0, left), resetsIn, refused: left < 0 };
  }

  function forget(now: number): void {
    if (windows.size < keptAtMost) return;
    for (const [bucket, window] of windows) if (window.endsAt <= now) windows.delete(bucket);
    if (windows.size >= keptAtMost) windows.clear();
  }

  function takeHere(name: string, key: string, limit: Limit): Standing {
    const now = parts.clock().getTime();
    const bucket = `${name}:${key}`;
    let window = windows.get(bucket);
    if (window === undefined || window.endsAt <= now) {
      forget(now);
      window = { endsAt: now + limit.seconds * 1000, used: 0 };
      windows.set(bucket, window);
    }
    window.used += 1;
    return standing(name, limit, window, now);
  }

  async function takeEverywhere(name: string, key: string, limit: Limit): Promise<Standing> {
    const now = parts.clock();
    const bucket = `${name}:${parts.secrets.hash('rate-limit', key)}`;
    const endsAt = new Date(now.getTime() + limit.seconds * 1000).toISOString();
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
    return standing(name, limit, { used: row.used, endsAt: Date.parse(row.window_ends_at) }, now.getTime());
  }

  const limitsTelling = (tell: (standing: Standing) => void): Limits => ({
    take(name, key, limit) {
      const taken = takeHere(name, key, limit);
      tell(taken);
      if (taken.refused) throw problem('rate_limited', { retryAfter: taken.resetsIn });
    },
    async takeShared(name, key, limit) {
      const taken = await takeEverywhere(name, key, limit);
      tell(taken);
      if (taken.refused) throw problem('too_many_attempts', { retryAfter: taken.resetsIn });
    },
    telling: limitsTelling,
  });
  return limitsTelling(() => undefined);
}
