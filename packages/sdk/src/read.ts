/**
 * Public reads without the whole client: no token, no body, a few lines of transport. For pages that must show
 * something before anything is sent; everything else goes through `createClient`, which reads the same data.
 */
import type { Input, Ok } from '@e-sewaka/contract';

/** Where to read, and with what. */
export interface ReaderOptions {
  readonly baseUrl: string;
  /** Default: the platform's own. */
  readonly fetch?: typeof fetch;
}

export interface ReadOptions {
  readonly signal?: AbortSignal;
}

/** A public read that failed, with the fields of the client's own errors. */
export class ReadError extends Error {
  override readonly name = 'ReadError';
  readonly kind: 'connection' | 'timeout' | 'aborted' | 'api' | 'decode';
  readonly status: number;
  readonly code: string;
  readonly requestId: string | null;

  constructor(kind: ReadError['kind'], response?: Response, code: string = kind) {
    super(`read: ${code}`);
    this.kind = kind;
    this.status = response?.status ?? 0;
    this.code = code;
    this.requestId = response?.headers.get('x-request-id') ?? null;
  }
}

/** The public reads, named as in the client. */
export interface Reader {
  readonly services: {
    list(input?: Input<'services.list'>, options?: ReadOptions): Promise<Ok<'services.list'>>;
    get(input: Input<'services.get'>, options?: ReadOptions): Promise<Ok<'services.get'>>;
  };
  readonly villages: {
    list(input?: Input<'villages.list'>, options?: ReadOptions): Promise<Ok<'villages.list'>>;
    get(input: Input<'villages.get'>, options?: ReadOptions): Promise<Ok<'villages.get'>>;
  };
}

const timeout = 15_000;
const pauses = [300, 1_200];
const passing: readonly number[] = [429, 500, 502, 503, 504];

/** Makes a reader of public data. */
export function createReader({ baseUrl, fetch: send = fetch }: ReaderOptions): Reader {
  const read = <T>(path: string, query: object = {}, { signal }: ReadOptions = {}): Promise<T> => {
    const url = new URL(`/v1/${path}`, baseUrl);
    for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value));
    return attempt<T>(() => send(url, { headers: { accept: 'application/json' }, credentials: 'omit', ...limited(signal) }), signal);
  };
  return {
    services: {
      list: (input, options) => read('services', input, options),
      get: ({ serviceId, ...query }, options) => read(`services/${encodeURIComponent(serviceId)}`, query, options),
    },
    villages: {
      list: (input, options) => read('villages', input, options),
      get: ({ villageCode, ...query }, options) => read(`villages/${encodeURIComponent(villageCode)}`, query, options),
    },
  };
}

function limited(signal: AbortSignal | undefined): { signal: AbortSignal } {
  const limit = AbortSignal.timeout(timeout);
  return { signal: signal ? AbortSignal.any([signal, limit]) : limit };
}

/** Reads up to three times; only what may pass by itself is tried again. */
async function attempt<T>(call: () => Promise<Response>, signal: AbortSignal | undefined, tries = 0): Promise<T> {
  const response = await call().catch((error: unknown) => (signal?.aborted ? 'aborted' : isTimeout(error) ? 'timeout' : 'connection'));
  if (typeof response !== 'string' && response.ok) {
    const data: unknown = await response.json().catch(() => {
      throw new ReadError('decode', response);
    });
    // The contract says what the server sends; the whole client checks no more of it.
    return data as T;
  }
  const pause = pauses[tries];
  if (pause !== undefined && (typeof response === 'string' ? response === 'connection' : passing.includes(response.status))) {
    await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())));
    if (!signal?.aborted) return attempt(call, signal, tries + 1);
  }
  if (typeof response === 'string') throw new ReadError(response);
  const problem: unknown = await response.json().catch(() => undefined);
  const code = typeof problem === 'object' && problem !== null && 'code' in problem ? String(problem.code) : 'unknown';
  throw new ReadError('api', response, code);
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}
