import { isHTTPError, isTimeoutError, type Hooks, type RetryOptions } from 'ky';
import { apiError, problemCode, retryAfterSeconds } from './api-error.js';
import type { TokenKeeper } from './auth.js';
import { AbortedError, ConnectionError, ESewakaError, TimeoutError } from './errors.js';
import type { LogRecord } from './options.js';
import type { Gate } from './pause.js';
import { decide, type Failure, type RetryRules } from './retry.js';

/** What the attempts of one logical call share. */
export interface CallContext {
  readonly operationId: string;
  readonly requestId: string;
  readonly rules: RetryRules;
  readonly retries: number;
  /** Where the token comes from; absent when the operation takes none. */
  readonly keeper?: TokenKeeper | undefined;
  /** A token for this call alone. */
  readonly accessToken?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly gate: Gate;
  log(record: Omit<LogRecord, 'operationId' | 'requestId'>): void;
}

/** What a token provider threw; it reaches the caller unchanged. */
class ProviderFailure extends Error {
  readonly thrown: unknown;
  constructor(thrown: unknown) {
    super('token provider failed');
    this.thrown = thrown;
  }
}

/** The attempts of one logical call: decides about each failure, carries the token, names the final error. */
export class Attempts {
  /** Failed attempts so far. */
  failures = 0;
  #waits = 0;
  #delay = 0;
  #refreshed = false;
  #lostReply = false;
  #token: string | null = null;
  readonly #context: CallContext;

  constructor(context: CallContext) {
    this.#context = context;
  }

  /** ky's side of it: ky keeps the timers and replays the body, the decisions are made here. */
  retryOptions(): RetryOptions {
    return {
      limit: 40,
      methods: ['get', 'head', 'put', 'delete', 'post', 'patch'],
      delay: () => this.#delay,
      shouldRetry: ({ error }) => this.#again(error),
    };
  }

  hooks(): Hooks {
    const prepare = async ({ request }: { readonly request: Request }): Promise<void> => {
      await this.#context.gate.pass(this.#context.signal);
      if (!this.#refreshed) this.#token = await this.#firstToken();
      if (this.#token) request.headers.set('authorization', `Bearer ${this.#token}`);
    };
    return { beforeRequest: [prepare], beforeRetry: [prepare] };
  }

  /** The error the caller gets, free of ky's errors, which show the request. */
  errorFor(thrown: unknown): unknown {
    const facts = { operationId: this.#context.operationId, requestId: this.#context.requestId };
    if (thrown instanceof ProviderFailure) return thrown.thrown;
    if (this.#context.signal?.aborted) return new AbortedError(facts);
    if (thrown instanceof ESewakaError) return thrown;
    if (isTimeoutError(thrown)) return new TimeoutError(facts);
    if (isHTTPError(thrown))
      return apiError(thrown.response, thrown.data, { ...facts, afterLostReply: this.#lostReply });
    return new ConnectionError(facts);
  }

  async #firstToken(): Promise<string | null> {
    const { accessToken, keeper } = this.#context;
    return accessToken ?? (keeper ? guarded(() => keeper.current()) : null);
  }

  async #again(error: Error): Promise<boolean> {
    if (this.#context.signal?.aborted || error instanceof ProviderFailure) return false;
    const failure = failureOf(error);
    if (failure.kind === 'status' && failure.status === 401) return this.#refresh();
    if (failure.kind !== 'status') this.#lostReply = true;
    const verdict = decide(failure, this.#context.rules, {
      attempts: ++this.failures,
      waits: this.#waits,
      retries: this.#context.retries,
    });
    if (!verdict.again) return false;
    if (!verdict.counts) {
      this.failures--;
      this.#waits++;
    }
    if (failure.kind === 'status' && failure.status === 429) this.#context.gate.close(verdict.delay);
    this.#delay = verdict.delay;
    this.#context.log({
      event: 'retry',
      attempt: this.failures,
      status: failure.kind === 'status' ? failure.status : undefined,
    });
    return true;
  }

  async #refresh(): Promise<boolean> {
    const { keeper } = this.#context;
    if (!keeper || this.#refreshed || this.#context.accessToken !== undefined) return false;
    this.#token = await guarded(() => keeper.replacementFor(this.#token));
    this.#refreshed = true;
    this.#delay = 0;
    return this.#token !== null;
  }
}

function failureOf(error: Error): Failure {
  if (isTimeoutError(error)) return { kind: 'timeout' };
  if (!isHTTPError(error)) return { kind: 'network' };
  const { status, headers } = error.response;
  return { kind: 'status', status, code: problemCode(error.data), retryAfter: retryAfterSeconds(headers) };
}

async function guarded<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (thrown) {
    throw new ProviderFailure(thrown);
  }
}
