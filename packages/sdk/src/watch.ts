import type { Call } from './call.js';
import { isESewakaError } from './errors.js';
import type { StreamState } from './event-stream.js';

/** How a watch is followed and ended. */
export interface WatchOptions {
  /** Ends the watch; the loop then finishes without an error. */
  readonly signal?: AbortSignal | undefined;
  readonly onState?: ((state: StreamState) => void) | undefined;
  /** Milliseconds of silence after which a connection counts as dead; default 45,000. */
  readonly silence?: number | undefined;
  /** Milliseconds between two looks where streaming does not work; default 15,000. */
  readonly pollEvery?: number | undefined;
}

/** Something that changes, as a loop: `for await (const state of watch)`. */
export interface Watch<T> extends AsyncIterable<T> {
  readonly state: StreamState;
  /** Ends the loop. */
  close(): void;
}

/** What a watch asks the server; kept apart from the client, so that the loop is loaded only when it is needed. */
export interface Watched<T> {
  get(options: { readonly signal: AbortSignal; readonly ifNoneMatch?: string }): Call<T>;
  open(lastEventId: string | null, signal: AbortSignal): Promise<Response>;
}

/** Makes a watch out of a loop that is yet to be loaded. */
export function watchOf<T>(
  start: (options: WatchOptions & { readonly signal: AbortSignal }) => Promise<AsyncIterable<T>>,
  options: WatchOptions,
): Watch<T> {
  const controller = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, controller.signal]) : controller.signal;
  let state: StreamState = 'connecting';
  const onState = (next: StreamState): void => {
    if (next === state) return;
    state = next;
    options.onState?.(next);
  };
  async function* loop(): AsyncGenerator<T, void, undefined> {
    try {
      yield* await start({ ...options, signal, onState });
    } catch (thrown) {
      if (!signal.aborted || !isESewakaError(thrown) || thrown.kind !== 'aborted') throw thrown;
    } finally {
      controller.abort();
      onState('ended');
    }
  }
  return {
    get state() {
      return state;
    },
    close: () => controller.abort(),
    [Symbol.asyncIterator]: loop,
  };
}
