import { AbortedError } from './errors.js';

/** Waits; throws `AbortedError` when the signal is aborted meanwhile. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(new AbortedError());
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}

/** Holds every call of a client back while the server asks for a rest. */
export class Gate {
  #until = 0;

  close(milliseconds: number): void {
    this.#until = Math.max(this.#until, Date.now() + milliseconds);
  }

  async pass(signal?: AbortSignal): Promise<void> {
    for (let rest = this.#until - Date.now(); rest > 0; rest = this.#until - Date.now()) await pause(rest, signal);
  }
}
