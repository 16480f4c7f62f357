import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { readFailure, type Failure } from './failure.js';

const slowAfter = 8_000;

/** One thing that comes from the server, and every state it can be in. A later load wins over an earlier one. */
export class Remote<T> implements ReactiveController {
  value: T | undefined;
  failure: Failure | undefined;
  loading = false;
  /** Loading has taken so long that a person should be told. */
  slow = false;

  readonly #host: ReactiveControllerHost;
  #abort: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#abort?.abort();
  }

  /** Starts loading; what was there before stays until the answer comes. */
  async load(call: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#set({ loading: true, slow: false, failure: undefined });
    const timer = setTimeout(() => this.#set({ slow: true }), slowAfter);
    try {
      const value = await call(abort.signal);
      if (abort.signal.aborted) return undefined;
      this.value = value;
      return value;
    } catch (error) {
      if (!abort.signal.aborted) this.failure = readFailure(error);
      return undefined;
    } finally {
      clearTimeout(timer);
      if (!abort.signal.aborted) this.#set({ loading: false, slow: false });
    }
  }

  #set(change: { loading?: boolean; slow?: boolean; failure?: undefined }): void {
    Object.assign(this, change);
    this.#host.requestUpdate();
  }
}
