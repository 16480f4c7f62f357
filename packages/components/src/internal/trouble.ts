/** What went wrong with a call, as far as a person needs to know it. */
export type TroubleKind =
  | 'offline'
  | 'slow'
  | 'locked'
  | 'not_found'
  | 'signed_out'
  | 'forbidden'
  | 'changed'
  | 'refused'
  | 'failed';

/** Something that went wrong, with all a widget may show or pass on of it. */
export interface Trouble {
  readonly kind: TroubleKind;
  /** The problem code, or the kind of error where there is no answer; never a sentence. */
  readonly code: string;
  readonly requestId: string | undefined;
  /** When trying again makes sense, in milliseconds since 1970. */
  readonly retryAt: number | undefined;
  readonly issues: readonly Issue[];
}

/** One refused part of what was sent. */
export interface Issue {
  readonly pointer: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** What the SDK's errors have in common, also those of another copy of it. */
interface ErrorShape {
  readonly kind?: unknown;
  readonly status?: unknown;
  readonly code?: unknown;
  readonly requestId?: unknown;
  readonly retryAfter?: unknown;
  readonly issues?: readonly Issue[];
}

const byStatus: Readonly<Record<number, TroubleKind>> = {
  401: 'signed_out',
  403: 'forbidden',
  404: 'not_found',
  409: 'changed',
  410: 'not_found',
  412: 'changed',
  422: 'refused',
  428: 'changed',
  429: 'locked',
};

/** Reads a thrown value; undefined when the caller itself ended the call. */
export function troubleOf(thrown: unknown): Trouble | undefined {
  const error: ErrorShape = typeof thrown === 'object' && thrown !== null ? thrown : {};
  if (error.kind === 'aborted' || ('name' in error && error.name === 'AbortError')) return undefined;
  const { retryAfter } = error;
  return {
    kind: kindOf(error),
    code: typeof error.code === 'string' ? error.code : typeof error.kind === 'string' ? error.kind : 'failed',
    requestId: typeof error.requestId === 'string' ? error.requestId : undefined,
    retryAt: typeof retryAfter === 'number' ? Date.now() + retryAfter * 1000 : undefined,
    issues: error.issues ?? [],
  };
}

function kindOf({ kind, status }: ErrorShape): TroubleKind {
  if (kind === 'connection') return 'offline';
  if (kind === 'timeout') return 'slow';
  return typeof status === 'number' ? (byStatus[status] ?? 'failed') : 'failed';
}
