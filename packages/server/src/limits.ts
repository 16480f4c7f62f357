/** How often something may happen: `limit` times in `seconds`. */
export interface Limit {
  readonly limit: number;
  readonly seconds: number;
}

/** Rate limits. Keys are hashed before they are kept. */
export interface Limits {
  /** Counts one use in this process; throws 429 `too_many_requests` with `retryAfter` beyond the limit. */
  take(name: string, key: string, limit: Limit): void;
  /** Counts one try across all processes; throws 429 `too_many_attempts` with `retryAfter` beyond the limit. */
  takeShared(name: string, key: string, limit: Limit): Promise<void>;
}
