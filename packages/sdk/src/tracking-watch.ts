import { finalStatuses, type Status } from '@e-sewaka/contract';
import { isApiError } from './api-error.js';
import { isESewakaError } from './errors.js';
import { eventStream } from './event-stream.js';
import { pause } from './pause.js';
import { awake } from './presence.js';
import type { Watched, WatchOptions } from './watch.js';

/** The part of a tracked application that the loop looks at. */
interface Tracked {
  readonly status: Status;
  readonly events: readonly { readonly sequence: number }[];
}

const pollEvery = 15_000;
/** After so many looks, streaming gets another chance. */
const looksBeforeRetry = 20;

/**
 * Yields the application now and after every change until nothing can happen any more. Events of the stream only say
 * that there is news; the state itself is always read afresh, so a lost or doubled event does no harm.
 */
export async function* trackingWatch<T extends Tracked>(
  watched: Watched<T>,
  options: WatchOptions & { readonly signal: AbortSignal },
): AsyncGenerator<T, void, undefined> {
  const reader = new Reader(watched, options.signal);
  for (let fresh = await reader.read(); ;) {
    if (fresh) yield fresh;
    if (reader.ended) return;
    yield* reader.stream(options);
    if (reader.ended) return;
    yield* reader.poll(options);
    if (reader.ended) return;
    fresh = await reader.tolerantRead();
  }
}

/** Reads the state and remembers which version it saw. */
class Reader<T extends Tracked> {
  ended = false;
  #etag: string | null = null;
  #sequence = 0;
  readonly #watched: Watched<T>;
  readonly #signal: AbortSignal;

  constructor(watched: Watched<T>, signal: AbortSignal) {
    this.#watched = watched;
    this.#signal = signal;
  }

  /** The state when it is new; undefined when it is what was seen before. */
  async read(): Promise<T | undefined> {
    const seen = this.#etag === null ? {} : { ifNoneMatch: this.#etag };
    try {
      const { data, etag } = await this.#watched.get({ signal: this.#signal, ...seen }).withResponse();
      this.#etag = etag;
      this.#sequence = Math.max(0, ...data.events.map((event) => event.sequence));
      this.ended = finalStatuses.some((status) => status === data.status);
      return data;
    } catch (thrown) {
      if (isApiError(thrown) && thrown.status === 304) return undefined;
      throw thrown;
    }
  }

  /** News by stream, until the end or until streaming proves impossible. */
  async *stream(options: WatchOptions): AsyncGenerator<T, void, undefined> {
    const { onState, silence } = options;
    const open = this.#watched.open.bind(this.#watched);
    const events = eventStream({ open, onState, silence, signal: this.#signal, lastEventId: String(this.#sequence) });
    try {
      for await (const event of events) {
        if (Number(event.id) <= this.#sequence) continue;
        const fresh = await this.read();
        if (fresh) yield fresh;
        if (this.ended) return;
      }
    } catch (thrown) {
      if (!isESewakaError(thrown) || !thrown.retryable) throw thrown;
    }
  }

  /** News by looking again and again, for a while. */
  async *poll(options: WatchOptions): AsyncGenerator<T, void, undefined> {
    const every = options.pollEvery ?? pollEvery;
    for (let looks = 0; looks < looksBeforeRetry && !this.ended; looks++) {
      await awake(options.onState, this.#signal);
      options.onState?.('polling');
      await pause(every * (0.8 + Math.random() * 0.4), this.#signal);
      const fresh = await this.tolerantRead();
      if (fresh) yield fresh;
    }
  }

  /** Like `read`; a server out of reach is no news. */
  async tolerantRead(): Promise<T | undefined> {
    try {
      return await this.read();
    } catch (thrown) {
      if (isESewakaError(thrown) && thrown.retryable) return undefined;
      throw thrown;
    }
  }
}
