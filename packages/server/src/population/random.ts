/** A repeatable source of numbers: the same seed gives the same people on every machine. Not for secrets. */
export interface Dice {
  /** A whole number from 0 up to, but not including, `limit`. */
  below(limit: number): number;
  /** One of the given things. */
  pick<T>(things: readonly [T, ...T[]]): T;
  /** Whether something happens that happens `percent` times in a hundred. */
  chance(percent: number): boolean;
}

/** Makes dice from a seed (mulberry32). */
export function makeDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: (things) => things[below(things.length)] ?? things[0],
    chance: (percent) => below(100) < percent,
  };
}
