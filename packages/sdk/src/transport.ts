import type { Input, Ok, Operation, OperationId } from '@e-sewaka/contract';
import { operations } from '@e-sewaka/contract';
import ky, { type Options } from 'ky';
import { Attempts, type CallContext } from './attempts.js';
import { keeperOf } from './auth.js';
import { callOf, type Answered, type Call } from './call.js';
import { decodeBody } from './decode.js';
import { noticeDeprecation } from './deprecation.js';
import { newIdempotencyKey } from './idempotency.js';
import type { ClientOptions, LogRecord, RequestOptions } from './options.js';
import { pagesOf, type ListBody, type PagePromise } from './pages.js';
import { Gate } from './pause.js';
import { readQuotas } from './quotas.js';
import { redactText } from './redact-text.js';
import { route, type Routed } from './route.js';
import { version } from './version.js';

/** One item of what a list operation answers with. */
export type Item<K extends OperationId> = Ok<K> extends { readonly data: readonly (infer T)[] } ? T : never;

/** What the generated resources call. */
export interface Caller {
  /** Calls an operation. */
  call<K extends OperationId>(operationId: K, input: Input<K>, options?: RequestOptions): Call<Ok<K>>;
  /** Calls a list operation; the cursor moves by itself. */
  list<K extends OperationId>(operationId: K, input: Input<K>, options?: RequestOptions): PagePromise<Item<K>>;
  /** Opens an answer whose body is read as it arrives, such as a stream of events. */
  open<K extends OperationId>(operationId: K, input: Input<K>, options?: RequestOptions): Promise<Response>;
  /** Where an operation without path parameters lives and what to send along, for protocols with a library of their own. */
  address(operationId: OperationId): { readonly url: string; readonly headers: Readonly<Record<string, string>> };
  /** The same way to the server with some options changed. */
  with(options: ClientOptions): Caller;
}

/** What clients derived from one another have in common. */
interface Shared {
  readonly gate: Gate;
  /** Operations whose end was already told. */
  readonly deprecated: Set<string>;
}

/** The single way to the server: headers, tokens, retries, timeouts, errors and logging of every call. */
export class Transport implements Caller {
  readonly #options: ClientOptions;
  readonly #baseUrl: string;
  readonly #shared: Shared;

  constructor(options: ClientOptions, shared: Shared = { gate: new Gate(), deprecated: new Set() }) {
    this.#options = options;
    this.#baseUrl = originOf(options.baseUrl);
    this.#shared = shared;
  }

  address(operationId: OperationId): { readonly url: string; readonly headers: Readonly<Record<string, string>> } {
    const operation = operationOf(operationId);
    const headers = this.#headers(operation, newIdempotencyKey(), {});
    return { url: this.#baseUrl + operation.path, headers: Object.fromEntries(headers) };
  }

  with(options: ClientOptions): Transport {
    return new Transport({ ...this.#options, ...options }, this.#shared);
  }

  call<K extends OperationId>(operationId: K, input: Input<K>, options: RequestOptions = {}): Call<Ok<K>> {
    return callOf(this.#answer(operationId, input, options));
  }

  list<K extends OperationId>(operationId: K, input: Input<K>, options: RequestOptions = {}): PagePromise<Item<K>> {
    return pagesOf(async (cursor) => {
      const page = cursor === null ? input : Object.assign({}, input, { cursor });
      const answer = await this.#answer(operationId, page, options);
      return { ...answer, data: listBody<Item<K>>(answer.data) };
    });
  }

  async open<K extends OperationId>(operationId: K, input: Input<K>, options: RequestOptions = {}): Promise<Response> {
    const { response } = await this.#send(operationId, input, { retries: 0, ...options }, true);
    return response;
  }

  async #answer<K extends OperationId>(
    operationId: K,
    input: unknown,
    options: RequestOptions,
  ): Promise<Answered<Ok<K>>> {
    const { response, requestId } = await this.#send(operationId, input, options, false);
    const facts = { operationId, requestId: response.headers.get('x-request-id') ?? requestId };
    // The contract vouches for the type: the server serialises by the very schema that `Ok` is generated from.
    const data = (await decodeBody(response, operationOf(operationId), facts)) as Ok<K>;
    const { headers } = response;
    return { data, response, requestId: facts.requestId, etag: headers.get('etag'), quotas: readQuotas(headers) };
  }

  async #send(
    operationId: OperationId,
    input: unknown,
    options: RequestOptions,
    stream: boolean,
  ): Promise<{ readonly response: Response; readonly requestId: string }> {
    const operation = operationOf(operationId);
    const begun = performance.now();
    const requestId = newIdempotencyKey();
    const log = (record: Omit<LogRecord, 'operationId' | 'requestId'>): void =>
      this.#log({ operationId, requestId, ...record });
    const routed = route(operation, input);
    const headers = this.#headers(operation, requestId, options);
    const attempts = new Attempts(this.#context(operation, operationId, requestId, headers, options, log));
    const ended = (status?: number): void => {
      log({ event: 'call', status, duration: Math.round(performance.now() - begun), attempt: attempts.failures + 1 });
    };
    try {
      const response = await ky(routed.path, this.#request(routed, headers, options, attempts, stream));
      ended(response.status);
      noticeDeprecation(operationId, response.headers, this.#options, this.#shared.deprecated);
      return { response, requestId };
    } catch (thrown) {
      const error = attempts.errorFor(thrown);
      ended(error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : undefined);
      throw error;
    }
  }

  #request(routed: Routed, headers: Headers, options: RequestOptions, attempts: Attempts, stream: boolean): Options {
    const {
      fetch = globalThis.fetch,
      credentials = 'same-origin',
      timeout = 15_000,
      totalTimeout = 60_000,
    } = this.#options;
    return {
      prefix: this.#baseUrl,
      method: routed.method,
      headers,
      credentials,
      searchParams: routed.query,
      ...(routed.body === undefined ? {} : { json: routed.body }),
      ...(options.signal ? { signal: options.signal } : {}),
      timeout: options.timeout ?? timeout,
      totalTimeout: stream ? false : (options.totalTimeout ?? totalTimeout),
      retry: attempts.retryOptions(),
      hooks: attempts.hooks(),
      fetch: stream ? (input, init) => fetch(input, init) : async (input, init) => readWhole(await fetch(input, init)),
    };
  }

  #context(
    operation: Operation,
    operationId: string,
    requestId: string,
    headers: Headers,
    options: RequestOptions,
    log: CallContext['log'],
  ): CallContext {
    const { auth, retries = 2 } = this.#options;
    return {
      operationId,
      requestId,
      log,
      rules: {
        method: operation.method,
        keyed: headers.has('idempotency-key'),
        safe: operation.retry === 'safe' || headers.has('if-match'),
        beforeProcessing: operation.retry === 'before-processing',
      },
      retries: options.retries ?? retries,
      keeper: auth && operation.auth !== 'none' ? keeperOf(auth) : undefined,
      accessToken: options.accessToken,
      signal: options.signal,
      gate: this.#shared.gate,
    };
  }

  #headers(operation: Operation, requestId: string, options: RequestOptions): Headers {
    const { key, locale = 'id', appInfo, credentials = 'same-origin' } = this.#options;
    const writes = operation.method !== 'GET' && operation.method !== 'HEAD';
    return headersOf({
      accept: operation.accept,
      'accept-language': options.locale ?? locale,
      'x-request-id': requestId,
      'e-sewaka-client': appInfo ? `js/${version}; ${appInfo}` : `js/${version}`,
      ...options.headers,
      ...(key && { 'x-sewaka-key': key }),
      ...(operation.idempotent && { 'idempotency-key': options.idempotencyKey ?? newIdempotencyKey() }),
      ...(options.ifMatch && { 'if-match': options.ifMatch }),
      ...(options.ifNoneMatch && { 'if-none-match': options.ifNoneMatch }),
      // The officer's cookie is only believed with this mark, which no foreign page can set.
      ...(writes && sendsCookies(credentials, this.#baseUrl) && { 'x-sewaka-request': '1' }),
    });
  }

  #log(record: LogRecord): void {
    this.#options.logger?.debug?.({ ...record, ...(record.message ? { message: redactText(record.message) } : {}) });
  }
}

/** Reads a body within the attempt, so that a connection broken half-way counts as a failed attempt. */
async function readWhole(response: Response): Promise<Response> {
  // Chromium gives even these an empty body, which no `Response` may be made with again.
  if (!response.body || [204, 205, 304].includes(response.status)) return response;
  const body = await response.blob();
  return new Response(body, response);
}

/** The runtime's own complaint about a header quotes its value. */
function headersOf(values: Readonly<Record<string, string>>): Headers {
  try {
    return new Headers(values);
  } catch {
    throw new TypeError('a header has a value that cannot be sent');
  }
}

function operationOf(operationId: OperationId): Operation {
  return operations[operationId];
}

function originOf(baseUrl: string | URL | undefined): string {
  const page = typeof document === 'undefined' ? undefined : globalThis.location.origin;
  const given = baseUrl ?? page;
  if (given === undefined) throw new TypeError('createClient needs a baseUrl outside of a browser');
  if (!URL.canParse(given, page)) throw new TypeError('createClient: baseUrl is not a URL');
  return new URL(given, page).href.replace(/\/$/, '');
}

function sendsCookies(credentials: RequestCredentials, baseUrl: string): boolean {
  if (credentials === 'include') return true;
  return (
    credentials === 'same-origin' &&
    typeof document !== 'undefined' &&
    new URL(baseUrl).origin === globalThis.location.origin
  );
}

function listBody<T>(body: unknown): ListBody<T> {
  return body as ListBody<T>;
}
