import { ESewakaError, isESewakaError, type ErrorFacts } from './errors.js';
import { readQuotas, type Quota } from './quotas.js';
import { redactText } from './redact-text.js';

/** One refused part of what was sent: where, what, and the numbers to say it with. */
export interface Issue {
  /** RFC 6901 pointer into the body that was sent, e.g. `/answers/nik`. */
  readonly pointer: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** The safe part of an RFC 9457 problem; free text (`title`, `detail`) is left on the wire, since it may quote what was sent. */
export interface SafeProblem {
  readonly type: string;
  readonly status: number;
  readonly code: string;
  readonly requestId: string | null;
}

/** What an API error is made of. */
export interface ApiFacts extends ErrorFacts {
  readonly status: number;
  readonly code: string;
  readonly issues?: readonly Issue[];
  readonly retryAfter?: number | null;
  readonly etag?: string | null;
  readonly afterLostReply?: boolean;
  readonly quotas?: readonly Quota[];
}

/** The server answered and said no; `code` is the contract's problem code, `unknown` when the body was none of ours. */
export class ApiError<Code extends string = string> extends ESewakaError {
  override readonly name: string = 'ApiError';
  readonly status: number;
  readonly code: Code | 'unknown';
  readonly problem: SafeProblem;
  /** Seconds the server asks to wait; null when it does not say. */
  readonly retryAfter: number | null;
  /** What exactly was refused; empty for problems that concern no part of the body. */
  readonly issues: readonly Issue[];
  /** The current version of the resource, when the server told. */
  readonly etag: string | null;
  /** An earlier attempt of the same call lost its reply: the change may have been made. Read again before deciding. */
  readonly afterLostReply: boolean;

  constructor(facts: ApiFacts & { readonly code: Code | 'unknown' }) {
    super('api', `${facts.operationId ?? 'call'}: ${facts.status} ${facts.code}`, facts);
    this.status = facts.status;
    this.code = facts.code;
    this.retryAfter = facts.retryAfter ?? null;
    this.issues = facts.issues ?? [];
    this.etag = facts.etag ?? null;
    this.afterLostReply = facts.afterLostReply ?? false;
    this.problem = {
      type: `urn:e-sewaka:problem:${facts.code}`,
      status: facts.status,
      code: facts.code,
      requestId: this.requestId,
    };
  }

  override toJSON(): Record<string, unknown> {
    const { status, code, retryAfter, issues, etag, afterLostReply } = this;
    return { ...super.toJSON(), status, code, retryAfter, issues, etag, afterLostReply };
  }
}

/** 401: nobody is signed in, or the token is no longer good. */
export class AuthenticationError extends ApiError {
  override readonly name = 'AuthenticationError';
}
/** 403: signed in, but not allowed. */
export class PermissionError extends ApiError {
  override readonly name = 'PermissionError';
}
/** 404 and 410: absent, or not for this reader; the two look the same on purpose. */
export class NotFoundError extends ApiError {
  override readonly name = 'NotFoundError';
}
/** 409: not possible in the present state. */
export class ConflictError extends ApiError {
  override readonly name = 'ConflictError';
}
/** 412 and 428: somebody else changed it first, or no version was named. */
export class PreconditionError extends ApiError {
  override readonly name = 'PreconditionError';
}
/** 422, and 400 with pointers: `issues` says where and what. */
export class ValidationError extends ApiError {
  override readonly name = 'ValidationError';
}
/** 429: too many calls; `retryAfter` says how long to wait. */
export class RateLimitError extends ApiError {
  override readonly name = 'RateLimitError';
  /** The rate limits this call was counted against; the one that refused it has nothing left. */
  readonly quotas: readonly Quota[];

  constructor(facts: ApiFacts) {
    super(facts);
    this.quotas = facts.quotas ?? [];
  }
}
/** 5xx: the server failed. */
export class ServerError extends ApiError {
  override readonly name = 'ServerError';
}
/** 304: nothing changed since the version named in `ifNoneMatch`. */
export class NotModifiedError extends ApiError {
  override readonly name = 'NotModifiedError';
}

const classes: Readonly<Record<number, new (facts: ApiFacts) => ApiError>> = {
  304: NotModifiedError,
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
  409: ConflictError,
  410: NotFoundError,
  412: PreconditionError,
  422: ValidationError,
  428: PreconditionError,
  429: RateLimitError,
};

/** Makes the error for a refused call from its status, headers and decoded body. */
export function apiError(
  response: Response,
  body: unknown,
  context: { readonly operationId: string; readonly requestId: string; readonly afterLostReply: boolean },
): ApiError {
  const { status, headers } = response;
  const issues = readIssues(body);
  const facts: ApiFacts = {
    ...context,
    requestId: safeWord(headers.get('x-request-id')) ?? context.requestId,
    status,
    code: problemCode(body) ?? (status === 304 ? 'not_modified' : 'unknown'),
    issues,
    retryAfter: retryAfterSeconds(headers),
    etag: headers.get('etag'),
    quotas: readQuotas(headers),
    retryable: status === 429 || status >= 500,
  };
  const known = status >= 500 ? ServerError : classes[status];
  return new (known ?? (status === 400 && issues.length > 0 ? ValidationError : ApiError))(facts);
}

/** The problem code of a decoded body; undefined when the body is not a problem of ours. */
export function problemCode(body: unknown): string | undefined {
  const code = record(body)?.['code'];
  return typeof code === 'string' && /^[a-z][a-z0-9_]{0,63}$/.test(code) ? code : undefined;
}

/** `Retry-After` in seconds, from a number or an HTTP date; null when absent or unreadable. */
export function retryAfterSeconds(headers: Headers, now: number = Date.now()): number | null {
  const value = headers.get('retry-after')?.trim();
  if (!value) return null;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - now) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : null;
}

/** Whether a thrown value is an answer of the server, from this copy of the SDK or another. */
export function isApiError(value: unknown): value is ApiError {
  return isESewakaError(value) && value.kind === 'api';
}

function readIssues(body: unknown): Issue[] {
  const errors = record(body)?.['errors'];
  return Array.isArray(errors) ? errors.flatMap((error) => readIssue(record(error))) : [];
}

function readIssue(error: Record<string, unknown> | undefined): Issue[] {
  const code = problemCode(error);
  const pointer = error?.['pointer'];
  if (code === undefined || typeof pointer !== 'string') return [];
  const params = Object.entries(record(error?.['params']) ?? {}).flatMap(([name, value]) => safeParam(name, value));
  const issue = { pointer: redactText(pointer.slice(0, 200)), code };
  return [params.length > 0 ? { ...issue, params: Object.fromEntries(params) } : issue];
}

/** Numbers, dates and plain words help to say what is wrong; anything longer could be what was typed. */
function safeParam(name: string, value: unknown): [string, string | number][] {
  if (typeof value === 'number') return Math.abs(value) < 1e12 ? [[name, value]] : [];
  return typeof value === 'string' && /^[a-z0-9_./:-]{1,40}$/.test(value) ? [[name, redactText(value)]] : [];
}

function safeWord(value: string | null): string | null {
  return value && /^[\w-]{1,64}$/.test(value) ? value : null;
}

function record(value: unknown): Record<string, unknown> | undefined {
  return isRecord(value) ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
