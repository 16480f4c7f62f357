import type { Locale } from '@e-sewaka/contract';
import type { Auth } from './auth.js';

/** What is logged about a call: never a body, an address or a token. */
export interface LogRecord {
  readonly event: 'call' | 'retry' | 'deprecated' | 'stream';
  readonly operationId: string;
  readonly status?: number | undefined;
  readonly code?: string | undefined;
  /** Milliseconds since the call began. */
  readonly duration?: number | undefined;
  readonly attempt?: number | undefined;
  readonly requestId?: string | undefined;
  readonly message?: string | undefined;
}

/** Where log records go; `console` fits. */
export interface Logger {
  debug?(record: LogRecord): void;
  warn?(record: LogRecord): void;
}

/** Told once for each operation that the server announces to retire. */
export interface Deprecation {
  readonly operationId: string;
  readonly deprecation: string | null;
  /** When it stops working, as the server wrote it. */
  readonly sunset: string | null;
  /** Where to read more. */
  readonly link: string | null;
}

/** How a client is set up; everything is optional in a browser, `baseUrl` is needed elsewhere. */
export interface ClientOptions {
  /** Origin of the server, e.g. `https://desa.example`. Default in a browser: the page's own origin. */
  readonly baseUrl?: string | URL | undefined;
  readonly auth?: Auth | undefined;
  /** Publishable key of the embedding site (`pk_…`). */
  readonly key?: string | undefined;
  readonly locale?: Locale | undefined;
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Milliseconds one attempt may take; default 15,000. */
  readonly timeout?: number | undefined;
  /** Milliseconds a call may take with all its attempts and pauses; default 60,000. */
  readonly totalTimeout?: number | undefined;
  /** How often a failed attempt is repeated where that is safe; default 2. */
  readonly retries?: number | undefined;
  readonly logger?: Logger | undefined;
  readonly onDeprecation?: ((deprecation: Deprecation) => void) | undefined;
  /** Whether cookies travel along; default `same-origin`. */
  readonly credentials?: RequestCredentials | undefined;
  /** Name and version of what uses the SDK, e.g. `component/0.1.0`; sent as `E-Sewaka-Client`. */
  readonly appInfo?: string | undefined;
}

/** What one call may do differently. */
export interface RequestOptions {
  readonly signal?: AbortSignal | undefined;
  readonly timeout?: number | undefined;
  readonly totalTimeout?: number | undefined;
  readonly retries?: number | undefined;
  /** Default: a fresh one for each call that takes one. */
  readonly idempotencyKey?: string | undefined;
  /** The version that is to be changed, as its `ETag`. */
  readonly ifMatch?: string | undefined;
  /** The version already at hand; an unchanged resource ends in `NotModifiedError`. */
  readonly ifNoneMatch?: string | undefined;
  readonly locale?: Locale | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Sent instead of what `auth` would give, for this call alone. */
  readonly accessToken?: string | undefined;
}
