import type { Upload as TusUpload } from 'tus-js-client';
import type { ESewakaError } from './errors.js';
import { lineBack, whenOffline } from './line.js';

/** How long an upload may stand still before the connection counts as dead, in milliseconds. */
const stillness = 45_000;

/** Starts, pauses and starts again one tus upload, which goes on from the byte that has arrived. */
export class Sender {
  readonly #patient: boolean;
  readonly #onWaiting: (waiting: boolean) => void;
  readonly #signal: AbortSignal;
  readonly #over = new AbortController();
  #tus: TusUpload | undefined;
  #paused = false;
  #waiting = false;
  #failures = 0;
  #clock: ReturnType<typeof setTimeout> | undefined;

  constructor(options: { readonly patient?: boolean | undefined; readonly onWaiting?: ((waiting: boolean) => void) | undefined }, signal: AbortSignal) {
    this.#patient = options.patient ?? false;
    this.#onWaiting = options.onWaiting ?? (() => undefined);
    this.#signal = signal;
  }

  /** Takes the upload over and starts it. */
  take(upload: TusUpload): void {
    this.#tus = upload;
    if (this.#patient) whenOffline(() => this.#breakOff(), this.#over.signal);
    this.#go();
  }

  pause(): void {
    this.#paused = true;
    clearTimeout(this.#clock);
    if (!this.#waiting) void this.#tus?.abort();
  }

  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.#go();
  }

  /** Bytes have gone out. */
  moved(): void {
    this.#failures = 0;
    this.#watch();
  }

  /** An attempt ended; a patient upload waits for the line when that may help. */
  failed(error: ESewakaError, reject: (error: unknown) => void): void {
    clearTimeout(this.#clock);
    if (this.#patient && error.retryable && !this.#signal.aborted) void this.#wait().catch(reject);
    else {
      this.end();
      reject(error);
    }
  }

  /** All bytes have arrived, or nothing more is tried. */
  end(): void {
    clearTimeout(this.#clock);
    this.#over.abort();
  }

  /** Has the server throw away what it has. */
  async remove(): Promise<void> {
    this.end();
    await this.#tus?.abort(true).catch(() => undefined);
  }

  #go(): void {
    if (this.#paused || this.#waiting || !this.#tus) return;
    this.#tus.start();
    this.#watch();
  }

  /** A connection that died without a word would be waited on for minutes. */
  #watch(): void {
    clearTimeout(this.#clock);
    if (this.#patient && !this.#paused && !this.#over.signal.aborted) this.#clock = setTimeout(() => this.#breakOff(), stillness);
  }

  #breakOff(): void {
    if (this.#paused || this.#waiting) return;
    void this.#tus?.abort();
    // Aborting ends the waiting as well; whoever asked for it knows.
    void this.#wait().catch(() => undefined);
  }

  async #wait(): Promise<void> {
    this.#waiting = true;
    this.#onWaiting(true);
    this.#failures += 1;
    await lineBack(this.#failures, this.#signal);
    this.#waiting = false;
    this.#onWaiting(false);
    this.#go();
  }
}
