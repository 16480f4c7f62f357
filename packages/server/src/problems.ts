/** Every refusal this server knows: one row each. Titles are for developers; people get words from the widgets, by code. */
const rows = {
  malformed_request: [400, 'The request does not have the shape the contract asks for'],
  malformed_json: [400, 'The body is not valid JSON'],
  cursor_expired: [400, 'The cursor is unknown or too old'],
  idempotency_key_missing: [400, 'This operation needs an Idempotency-Key header'],
  unauthenticated: [401, 'No valid token was sent'],
  forbidden: [403, 'This token cannot be used here'],
  origin_not_allowed: [403, 'This origin may not do this'],
  not_found: [404, 'There is no such thing, or it is not yours'],
  tracking_not_found: [404, 'Code and second factor do not belong together'],
  method_not_allowed: [405, 'This path does not know that method'],
  not_acceptable: [406, 'None of the accepted media types can be sent'],
  request_timeout: [408, 'The request took too long to arrive'],
  idempotency_in_progress: [409, 'The same request is being worked on'],
  action_not_allowed: [409, 'The application is in a status that does not allow this'],
  already_claimed: [409, 'Somebody else is working on it'],
  upload_conflict: [409, 'The upload is not where the client thinks it is'],
  gone: [410, 'It is no longer kept'],
  precondition_failed: [412, 'It has changed since it was read'],
  payload_too_large: [413, 'The body is too large'],
  uri_too_long: [414, 'The address is too long'],
  unsupported_media_type: [415, 'This content type is not accepted'],
  validation_failed: [422, 'Some answers are not accepted'],
  idempotency_key_reused: [422, 'The Idempotency-Key was used for another request'],
  code_not_accepted: [422, 'The code is wrong, used up or expired'],
  service_not_offered: [422, 'The village does not offer this service'],
  service_version_outdated: [422, 'The form has changed since it was opened'],
  precondition_required: [428, 'This operation needs an If-Match header'],
  too_many_requests: [429, 'Too many requests'],
  too_many_attempts: [429, 'Too many attempts'],
  too_many_streams: [429, 'Too many open streams'],
  headers_too_large: [431, 'The request headers are too large'],
  internal_error: [500, 'Something went wrong on our side'],
  unavailable: [503, 'The service is not ready'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

/** A code that can stand in a problem. */
export type ProblemCode = keyof typeof rows;

/** One refused value: RFC 6901 pointer into the request body (or `#/query/…`, `#/path/…`, `#/header/…`), code, and numbers to say it with. */
export interface FieldProblem {
  readonly pointer: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** What a refusal may carry. `retryAfter` in seconds. `detail` is for developers and never holds personal data. */
export interface ProblemExtras {
  readonly errors?: readonly FieldProblem[];
  readonly retryAfter?: number;
  readonly detail?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal on its way to the client. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly title: string;
  readonly extras: ProblemExtras;
  constructor(code: ProblemCode, extras: ProblemExtras) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.status = rows[code][0];
    this.title = rows[code][1];
    this.extras = extras;
  }
}

/**
 * Makes a refusal to throw.
 * @example throw problem('not_found')
 * @example throw problem('validation_failed', { errors: checkAnswers(service, answers, { today }) })
 */
export const problem = (code: ProblemCode, extras: ProblemExtras = {}): Problem => new Problem(code, extras);

/** Every code with its status, for the contract's tests and the documentation. */
export const problemStatuses: Readonly<Record<ProblemCode, number>> = Object.fromEntries(
  Object.entries(rows).map(([code, [status]]) => [code, status]),
) as Record<ProblemCode, number>;

/** The body of a refusal as RFC 9457 wants it. */
export function problemBody(refusal: Problem, requestId: string): Record<string, unknown> {
  const { errors, detail } = refusal.extras;
  return {
    type: `urn:e-sewaka:problem:${refusal.code}`,
    title: refusal.title,
    status: refusal.status,
    code: refusal.code,
    ...(detail === undefined ? {} : { detail }),
    requestId,
    ...(errors === undefined ? {} : { errors }),
  };
}
