import type { Events } from './context.js';
import type { Change, Db } from './db/index.js';

const waitingAtMost = 1_000;

/** A queue between a listener and a reader; a reader that is too slow is cut off rather than fed from memory. */
class Mailbox implements AsyncIterableIterator<Change> {
  readonly #waiting: Change[] = [];
  #wake: (() => void) | undefined;
  #closed = false;
  readonly #stop: () => void;

  constructor(db: Db, channel: string, signal: AbortSignal) {
    const stopListening = db.listen(channel, (change) => this.#put(change));
    this.#stop = () => {
      this.#closed = true;
      stopListening();
      signal.removeEventListener('abort', this.#stop);
      this.#wake?.();
    };
    signal.addEventListener('abort', this.#stop);
    if (signal.aborted) this.#stop();
  }

  #put(change: Change): void {
    this.#waiting.push(change);
    if (this.#waiting.length > waitingAtMost) this.#stop();
    this.#wake?.();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<Change>> {
    for (;;) {
      const change = this.#waiting.shift();
      if (change !== undefined && !this.#closed) return { done: false, value: change };
      if (this.#closed) return { done: true, value: undefined };
      await new Promise<void>((wake) => (this.#wake = wake));
    }
  }

  async return(): Promise<IteratorResult<Change>> {
    this.#stop();
    return { done: true, value: undefined };
  }
}

/** News over the database: told at commit, heard in every process that shares it. */
export const createEvents = (db: Db): Events => ({
  publish: (tx, channel, change) => db.notify(tx, channel, change),
  subscribe: (channel, signal) => new Mailbox(db, channel, signal),
});
