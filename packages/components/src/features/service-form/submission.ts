import type { Client, Receipt, Submission as Body } from '../../internal/client.js';
import { readFailure, type Failure } from '../../internal/failure.js';

/** How far sending is; `waiting` means: it goes out by itself once the line is back. */
export type Sending =
  | { readonly state: 'idle' | 'sending' | 'waiting' }
  | { readonly state: 'failed'; readonly failure: Failure };

const again = 15_000;

/** Sends one application once, however often it is asked to: same key, one request at a time, by itself when the line is back. */
export class Submission {
  current: Sending = { state: 'idle' };
  readonly #changed: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Sends; the receipt, or undefined when it is still waiting, was refused, or is being sent already. */
  async send(client: Client, body: Body, idempotencyKey: string, retry: () => void): Promise<Receipt | undefined> {
    if (this.current.state === 'sending') return undefined;
    this.cancel();
    this.#set({ state: 'sending' });
    try {
      const receipt = await client.applications.submit(body, { idempotencyKey });
      this.#set({ state: 'idle' });
      return receipt;
    } catch (error) {
      const failure = readFailure(error);
      const unreached = failure.status === 0 && failure.code !== 'unknown';
      if (unreached || failure.code === 'idempotency_in_progress') {
        this.#set({ state: 'waiting' });
        this.#timer = setTimeout(retry, again);
      } else this.#set({ state: 'failed', failure });
      return undefined;
    }
  }

  /** Stops waiting. */
  cancel(): void {
    clearTimeout(this.#timer);
    if (this.current.state !== 'sending') this.#set({ state: 'idle' });
  }

  #set(next: Sending): void {
    this.current = next;
    this.#changed();
  }
}
