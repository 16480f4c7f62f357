/** Marks our errors across copies of the SDK: two bundles on one page do not share classes. */
const brand = Symbol.for('e-sewaka.error');
const nodeInspect = Symbol.for('nodejs.util.inspect.custom');

/** What went wrong, in one word: the discriminator that also works between two copies of the SDK. */
export type ErrorKind = 'api' | 'connection' | 'timeout' | 'aborted' | 'decode' | 'upload' | 'stream';

/** The facts an error may carry; none of them comes from a request, an address or a body. */
export interface ErrorFacts {
  /** The operation that failed, e.g. `applications.submit`; null outside of one. */
  readonly operationId?: string | null;
  /** The id to quote to whoever runs the server. */
  readonly requestId?: string | null;
  /** Whether the same call may well succeed a little later. */
  readonly retryable?: boolean;
}

/** The root of every error this SDK throws; it holds no request, address, header or body, so it is safe to log. */
export class ESewakaError extends Error {
  override readonly name: string = 'ESewakaError';
  readonly kind: ErrorKind;
  readonly operationId: string | null;
  readonly requestId: string | null;
  readonly retryable: boolean;

  constructor(kind: ErrorKind, message: string, facts: ErrorFacts = {}) {
    super(message);
    this.kind = kind;
    this.operationId = facts.operationId ?? null;
    this.requestId = facts.requestId ?? null;
    this.retryable = facts.retryable ?? false;
  }

  get [brand](): true {
    return true;
  }

  /** The safe facts, for logs and error reporting. */
  toJSON(): Record<string, unknown> {
    const { name, kind, message, operationId, requestId, retryable } = this;
    return { name, kind, message, operationId, requestId, retryable };
  }

  [nodeInspect](): string {
    return `${this.stack ?? this.message}\n${JSON.stringify(this.toJSON())}`;
  }
}

/** The server could not be reached, or the connection broke. */
export class ConnectionError extends ESewakaError {
  override readonly name = 'ConnectionError';
  constructor(facts: ErrorFacts = {}) {
    super('connection', `${about(facts)}no connection to the server`, { retryable: true, ...facts });
  }
}

/** An attempt, or the call as a whole, took too long. */
export class TimeoutError extends ESewakaError {
  override readonly name = 'TimeoutError';
  constructor(facts: ErrorFacts = {}) {
    super('timeout', `${about(facts)}no answer in time`, { retryable: true, ...facts });
  }
}

/** The caller's own signal ended the call. */
export class AbortedError extends ESewakaError {
  override readonly name = 'AbortedError';
  constructor(facts: ErrorFacts = {}) {
    super('aborted', `${about(facts)}aborted by the caller`, facts);
  }
}

/** A successful status with a body that is not what the contract promises, such as a proxy's HTML page. */
export class DecodeError extends ESewakaError {
  override readonly name = 'DecodeError';
  constructor(facts: ErrorFacts = {}) {
    super('decode', `${about(facts)}the answer is not what the contract promises`, facts);
  }
}

/** A file was not accepted; `code` says why. */
export class UploadError extends ESewakaError {
  override readonly name = 'UploadError';
  readonly code: string;
  constructor(code: string, facts: ErrorFacts = {}) {
    super('upload', `upload: ${code}`, facts);
    this.code = code;
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), code: this.code };
  }
}

/** A stream of events ended for good. */
export class StreamError extends ESewakaError {
  override readonly name = 'StreamError';
  constructor(facts: ErrorFacts = {}) {
    super('stream', `${about(facts)}the stream of events is over`, facts);
  }
}

/** Whether a thrown value is an error of this SDK, from this copy or another. */
export function isESewakaError(value: unknown): value is ESewakaError {
  return typeof value === 'object' && value !== null && brand in value && value[brand] === true;
}

function about(facts: ErrorFacts): string {
  return facts.operationId ? `${facts.operationId}: ` : '';
}
