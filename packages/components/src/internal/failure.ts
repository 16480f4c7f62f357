import type { CommonKey } from '../locales/common/index.js';
import type { Params } from './words.js';

/** What a widget needs to know of an error of the SDK, whichever copy of it made the error. */
export interface Failure {
  /** A problem code of the API, or the error's kind when there was no answer. */
  readonly code: string;
  readonly status: number;
  /** Whether the same call may succeed a little later. */
  readonly passing: boolean;
  readonly retryAfter?: number;
  readonly requestId?: string;
  readonly issues: readonly { readonly pointer: string; readonly code: string; readonly params?: Params }[];
}

interface ErrorShape {
  readonly kind?: string;
  readonly code?: string;
  readonly status?: number;
  readonly retryAfter?: number;
  readonly requestId?: string | null;
  readonly issues?: Failure['issues'];
}

/** Reads an SDK error by its fields, since two copies of the SDK can meet on one page. */
export function readFailure(error: unknown): Failure {
  const shape: ErrorShape = typeof error === 'object' && error !== null ? error : {};
  const status = shape.status ?? 0;
  return {
    code: shape.code ?? shape.kind ?? 'unknown',
    status,
    passing: status === 0 || status === 429 || status >= 500,
    issues: shape.issues ?? [],
    ...(shape.retryAfter === undefined ? {} : { retryAfter: shape.retryAfter }),
    ...(shape.requestId ? { requestId: shape.requestId } : {}),
  };
}

/** The sentence for a failure that concerns no single field. */
export function failureText(failure: Failure): { readonly key: CommonKey; readonly params?: Params } {
  const { code, status } = failure;
  if (status === 429) return { key: 'problem_too_many', params: { minutes: Math.max(1, Math.ceil((failure.retryAfter ?? 60) / 60)) } };
  if (code === 'idempotency_in_progress') return { key: 'problem_in_progress' };
  if (status === 401) return { key: 'problem_expired' };
  if (status === 403) return { key: 'problem_forbidden' };
  if (status === 404 || status === 410) return { key: 'problem_not_found' };
  if (status === 409 || status === 412) return { key: 'problem_changed' };
  if (status >= 500) return { key: 'problem_server' };
  if (code === 'timeout') return { key: 'problem_timeout' };
  if (status === 0) return { key: code === 'unknown' ? 'problem_unknown' : 'problem_connection' };
  return { key: 'problem_unknown' };
}
