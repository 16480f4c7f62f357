/** Where one rate limit stood when the server answered; what it does not tell is absent. Times in seconds. */
export interface Quota {
  /** Name of the limit, e.g. `reads`. */
  readonly name: string;
  /** How many uses a window allows. */
  readonly limit?: number;
  readonly window?: number;
  /** How many are left; absent where that would tell what somebody else did. */
  readonly remaining?: number;
  /** Until the window ends. */
  readonly resetsIn?: number;
}

/** The rate limits a call was counted against, the tightest first, from `RateLimit` and `RateLimit-Policy`; what is not spelled as the contract says is passed over. */
export function readQuotas(headers: Headers): Quota[] {
  const found = new Map<string, Quota>();
  const told = `${headers.get('ratelimit')},${headers.get('ratelimit-policy')}`;
  for (const [, name = '', key, count, seconds] of told.matchAll(/"([\w-]+)";([rq])=(\d+);[tw]=(\d+)/g)) {
    const more = key === 'r' ? { remaining: Number(count), resetsIn: Number(seconds) } : { limit: Number(count), window: Number(seconds) };
    found.set(name, { ...found.get(name), name, ...more });
  }
  return [...found.values()];
}
