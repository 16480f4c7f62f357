import { problemCodes } from '@e-sewaka/contract';

/** A code that can stand in a problem. */
export type ProblemCode = keyof typeof problemCodes;

/** One refused value: RFC 6901 pointer into the request body (`/query/limit` and `/path/code` for parameters, `/header/if-match` for headers), code, and numbers to say it with. */
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
    this.status = problemCodes[code].status;
    this.title = problemCodes[code].title;
    this.extras = extras;
  }
}

/**
 * Makes a refusal to throw.
 * @example throw problem('not_found')
 * @example throw problem('validation_failed', { errors: checkAnswers(service, answers, { today }) })
 */
export const problem = (code: ProblemCode, extras: ProblemExtras = {}): Problem => new Problem(code, extras);

/** The body of a refusal as RFC 9457 wants it. */
export function problemBody(refusal: Problem, requestId: string): Record<string, unknown> {
  const { errors, detail, retryAfter } = refusal.extras;
  return {
    type: `urn:e-sewaka:problem:${refusal.code}`,
    title: refusal.title,
    status: refusal.status,
    code: refusal.code,
    ...(detail === undefined ? {} : { detail }),
    requestId,
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(errors === undefined ? {} : { errors }),
  };
}
