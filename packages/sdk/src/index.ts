export { createClient, type ESewakaClient, type Surface } from './client.js';
export type { ClientOptions, Deprecation, Logger, LogRecord, RequestOptions } from './options.js';
export type { Answered, Call } from './call.js';
export type { Quota } from './quotas.js';
export type { Page, PagePromise } from './pages.js';
export { bearer, type AccessToken, type Auth, type TokenReason } from './auth.js';
export { newIdempotencyKey } from './idempotency.js';
export { redact } from './redact.js';
export { redactText } from './redact-text.js';
export type { DeskNews, TrackingSubject } from './resources.js';
export type { StreamState } from './event-stream.js';
export type { Watch, WatchOptions } from './watch.js';
export type { RunningUpload, UploadOptions, UploadProgress } from './uploads.js';
export type { LetterClaims, LetterKeys, OfflineCheck } from './offline.js';
export type { Input, Ok, OperationId } from '@e-sewaka/contract';
export {
  AbortedError,
  ConnectionError,
  DecodeError,
  ESewakaError,
  isESewakaError,
  StreamError,
  TimeoutError,
  UploadError,
  type ErrorKind,
} from './errors.js';
export {
  ApiError,
  AuthenticationError,
  ConflictError,
  isApiError,
  NotFoundError,
  NotModifiedError,
  PermissionError,
  PreconditionError,
  RateLimitError,
  ServerError,
  ValidationError,
  type Issue,
  type SafeProblem,
} from './api-error.js';
