/** What makes an operation safe to repeat; from the operations table and the call's own headers. */
export interface RetryRules {
  readonly method: string;
  /** The call carries an idempotency key. */
  readonly keyed: boolean;
  /** Repeating changes nothing more: marked so in the contract, or guarded by `If-Match`. */
  readonly safe: boolean;
  /** The server refuses before it does anything, so 429 and 503 with `Retry-After` may be repeated. */
  readonly beforeProcessing: boolean;
}

/** How one attempt ended. */
export type Failure =
  | { readonly kind: 'network' | 'timeout' }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly code?: string | undefined;
      readonly retryAfter: number | null;
    };

/** Whether to try again, after how many milliseconds, and whether the attempt counts towards the limit. */
export type Verdict =
  { readonly again: false } | { readonly again: true; readonly delay: number; readonly counts: boolean };

/** The longest pause this client chooses by itself, in milliseconds. */
export const backoffLimit = 8_000;
/** The longest pause a server may ask for, in seconds; beyond it the call fails and says how long to wait. */
export const maxRetryAfter = 30;
/** How often a call waits for its own twin that is still running. */
const maxInProgress = 20;

const never: Verdict = { again: false };

/**
 * Decides about one failed attempt. `attempts` counts failures so far including this one, `waits` those spent on
 * `idempotency_in_progress`; `random` is in [0, 1).
 */
export function decide(
  failure: Failure,
  rules: RetryRules,
  count: { readonly attempts: number; readonly waits: number; readonly retries: number },
  random: () => number = Math.random,
): Verdict {
  if (failure.kind === 'status' && failure.code === 'idempotency_in_progress')
    return waitForTwin(failure.retryAfter, count.waits, random);
  if (count.attempts > count.retries || !repeatable(failure, rules)) return never;
  const asked = failure.kind === 'status' ? failure.retryAfter : null;
  if (asked !== null && asked > maxRetryAfter) return never;
  const delay = asked === null ? random() * Math.min(backoffLimit, 300 * 2 ** (count.attempts - 1)) : asked * 1000;
  return { again: true, delay, counts: true };
}

function waitForTwin(retryAfter: number | null, waits: number, random: () => number): Verdict {
  if (waits >= maxInProgress || (retryAfter ?? 0) > maxRetryAfter) return never;
  const backoff = Math.min(backoffLimit, 200 * 2 ** waits) * (0.5 + random() / 2);
  return { again: true, delay: retryAfter === null ? backoff : retryAfter * 1000, counts: false };
}

function repeatable(failure: Failure, rules: RetryRules): boolean {
  const reading = rules.method === 'GET' || rules.method === 'HEAD';
  const harmless = reading || rules.keyed || rules.safe;
  if (failure.kind !== 'status') return harmless;
  const { status } = failure;
  // 408 is left alone: Chromium already sends it again by itself. 413 never becomes smaller.
  if (status === 500) return reading;
  if (![429, 502, 503, 504].includes(status)) return false;
  return harmless || (rules.beforeProcessing && failure.retryAfter !== null && (status === 429 || status === 503));
}
