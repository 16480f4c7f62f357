import type { Client } from '../../internal/client.js';
import type { Factor, Tracking } from '../../internal/client-resident.js';

/** How fresh what is shown can be: by stream, by looking now and then, or not at all. */
export type Freshness = 'live' | 'polling' | 'offline';

/** What a session tells the widget. */
export interface SessionListener {
  /** A new state of the application, the first one included. */
  seen(tracking: Tracking): void;
  freshness(freshness: Freshness): void;
  /** The session ended for good; `thrown` says why. */
  ended(thrown: unknown): void;
}

/** An opened application: its token stays in memory here, and only here. */
export class TrackingSession {
  readonly accessToken: string;
  readonly #client: Client;
  readonly #listener: SessionListener;
  readonly #abort = new AbortController();

  constructor(client: Client, accessToken: string, listener: SessionListener) {
    this.#client = client;
    this.accessToken = accessToken;
    this.#listener = listener;
  }

  /** Opens by code and second factor. */
  static async open(client: Client, key: { code: string; factor: Factor }, listener: SessionListener): Promise<{ session: TrackingSession; tracking: Tracking }> {
    const { accessToken, application } = await client.tracking.open(key);
    return { session: new TrackingSession(client, accessToken, listener), tracking: application };
  }

  /** Follows the application until nothing can happen any more, or until closed. */
  async follow(): Promise<void> {
    const { signal } = this.#abort;
    try {
      const watch = this.#client.tracking.watch(
        { accessToken: this.accessToken },
        { signal, onState: (state) => this.#listener.freshness(freshnessOf(state)) },
      );
      for await (const tracking of watch) {
        if (signal.aborted) return;
        this.#listener.seen(tracking);
      }
    } catch (thrown) {
      if (!signal.aborted) this.#listener.ended(thrown);
    }
  }

  /** Looks once, now. */
  async refresh(): Promise<void> {
    this.#listener.seen(await this.#client.tracking.get({}, { accessToken: this.accessToken, signal: this.#abort.signal }));
  }

  close(): void {
    this.#abort.abort();
  }
}

function freshnessOf(state: string): Freshness {
  if (state === 'offline') return 'offline';
  return state === 'polling' ? 'polling' : 'live';
}
