import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { isApiError } from './api-error.js';
import { AbortedError, StreamError } from './errors.js';
import { pause } from './pause.js';
import { awake, untilHidden } from './presence.js';

/** Where a stream stands: `paused` while the page is hidden, `offline` while the network is away. */
export type StreamState = 'connecting' | 'live' | 'polling' | 'paused' | 'offline' | 'ended';

/** How to keep a stream of events going. */
export interface EventStreamOptions {
  /** Opens the stream after the given event; null from now on. */
  open(lastEventId: string | null, signal: AbortSignal): Promise<Response>;
  readonly signal?: AbortSignal | undefined;
  readonly lastEventId?: string | null | undefined;
  readonly onState?: ((state: StreamState) => void) | undefined;
  /** Milliseconds of silence after which a connection counts as dead; heartbeats count as sound. Default 45,000. */
  readonly silence?: number | undefined;
  /** Failed connections in a row after which the stream gives up with `StreamError`. Default 3. */
  readonly patience?: number | undefined;
}

const firstPause = 1_000;
const longestPause = 30_000;
/** A connection that stays mute from the start is held up by something in between. */
const firstSound = 10_000;

/**
 * Yields server-sent events over as many connections as it takes. Ends on 204, throws what the server refuses for good
 * (401, 403, 404, 410), and throws `StreamError` when no connection can be kept.
 */
export async function* eventStream(options: EventStreamOptions): AsyncGenerator<EventSourceMessage, void, undefined> {
  const { signal, onState, patience = 3 } = options;
  const memory: Memory = { lastEventId: options.lastEventId ?? null, retry: firstPause };
  for (let failures = 0; ;) {
    await awake(onState, signal);
    onState?.('connecting');
    const hidden = untilHidden(signal);
    let heard = false;
    try {
      for await (const event of connection({ ...options, signal: hidden.signal }, memory)) {
        heard = true;
        if (event === 'end') return;
        if (event !== 'sound') yield event;
      }
    } catch (thrown) {
      if (signal?.aborted) throw new AbortedError();
      if (isFinal(thrown)) throw thrown;
    } finally {
      hidden.release();
    }
    if (hidden.signal.aborted) continue;
    failures = heard ? 0 : failures + 1;
    if (failures >= patience) break;
    const backoff = Math.min(longestPause, memory.retry * 2 ** Math.max(0, failures - 1));
    await pause(backoff * (0.5 + Math.random() / 2), signal);
  }
  throw new StreamError({ retryable: true });
}

interface Memory {
  lastEventId: string | null;
  retry: number;
}

/** One connection: `sound` for whatever arrives, its events, and `end` when the server says that nothing more will come. */
async function* connection(
  options: EventStreamOptions,
  memory: Memory,
): AsyncGenerator<EventSourceMessage | 'sound' | 'end', void, undefined> {
  const silence = options.silence ?? 45_000;
  const watchdog = new Watchdog(Math.min(firstSound, silence), options.signal);
  const events: EventSourceMessage[] = [];
  const parser = createParser({
    onEvent: (event) => void events.push(event),
    onId: (id) => void (memory.lastEventId = id === '' ? null : id),
    onRetry: (milliseconds) => void (memory.retry = Math.min(longestPause, Math.max(100, milliseconds))),
    maxBufferSize: 1_000_000,
  });
  try {
    const response = await options.open(memory.lastEventId, watchdog.signal);
    if (response.status === 204) return yield 'end';
    if (!response.body || !response.headers.get('content-type')?.startsWith('text/event-stream'))
      throw new StreamError();
    options.onState?.('live');
    const decoder = new TextDecoder();
    const reader = response.body.getReader();
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      watchdog.heard(silence);
      yield 'sound';
      parser.feed(decoder.decode(chunk.value, { stream: true }));
      yield* events.splice(0);
    }
  } finally {
    watchdog.stop();
  }
}

/** Ends a connection that has fallen silent, or when the caller wants no more. */
class Watchdog {
  readonly #controller = new AbortController();
  readonly signal: AbortSignal;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(silence: number, outer: AbortSignal | undefined) {
    this.signal = outer ? AbortSignal.any([outer, this.#controller.signal]) : this.#controller.signal;
    this.heard(silence);
  }

  /** Starts to wait anew. */
  heard(silence: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#controller.abort(), silence);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#controller.abort();
  }
}

/** Refused for good: another connection would be refused as well. */
function isFinal(thrown: unknown): boolean {
  return isApiError(thrown) && [401, 403, 404, 410].includes(thrown.status);
}
