import { AbortedError } from './errors.js';

const shortest = 1_000;
/** The longest wait between two attempts, in milliseconds. */
const longest = 30_000;

/**
 * Waits for the line after the given number of failures in a row: until the browser says that it is back, and never longer
 * than the pause, since what a browser says of its line is often wrong. Throws `AbortedError` on abort.
 */
export function lineBack(failures: number, signal: AbortSignal, random: () => number = Math.random): Promise<void> {
  const pause = Math.min(longest, shortest * 2 ** Math.max(0, failures - 1)) * (0.5 + random() / 2);
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => (): void => {
      clearTimeout(timer);
      if (typeof window !== 'undefined') removeEventListener('online', back);
      signal.removeEventListener('abort', stop);
      settle();
    };
    const back = end(resolve);
    const stop = end(() => reject(new AbortedError()));
    const timer = setTimeout(back, isOffline() ? longest : pause);
    if (typeof window !== 'undefined') addEventListener('online', back);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop);
  });
}

/** Calls back when the browser loses its line, until the signal is aborted. */
export function whenOffline(lost: () => void, signal: AbortSignal): void {
  if (typeof window !== 'undefined') addEventListener('offline', lost, { signal });
}

function isOffline(): boolean {
  return typeof navigator !== 'undefined' && navigator.onLine === false;
}
