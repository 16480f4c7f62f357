import type { Client, Receipt, Submission as Body } from '../../internal/client.js';
import { readFailure, type Failure } from '../../internal/failure.js';

/** How far sending is; `waiting` means: it goes out by itself once the line is back. */
export type Sending =
  | { readonly state: 'idle' | 'sending' | 'waiting' }
  | { readonly state: 'failed'; readonly failure: Failure };

const again = 15_000;
/** Longest time a server may have somebody wait without being told, in seconds. */
const longest = 60;

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
      if (mayPass(failure)) {
        this.#set({ state: 'waiting' });
        this.#timer = setTimeout(retry, failure.retryAfter === undefined ? again : failure.retryAfter * 1000);
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

/** Not reached, too much to do, or still at it: the same request may well be taken a little later. */
function mayPass({ status, code, retryAfter = 0 }: Failure): boolean {
  if (status === 0) return code !== 'unknown';
  return code === 'idempotency_in_progress' || [502, 503, 504].includes(status) || (status === 429 && retryAfter <= longest);
}
