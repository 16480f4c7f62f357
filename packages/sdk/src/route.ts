/** One row of the generated operations table, as far as the transport reads it. */
export interface Operation {
  readonly method: string;
  /** Path template, e.g. `/v1/applications/{applicationId}`. */
  readonly path: string;
  /** Names of query parameters. */
  readonly query: readonly string[];
  /** Media types the operation answers with, for the `Accept` header. */
  readonly accept: string;
  /** Takes an `Idempotency-Key`. */
  readonly idempotent: boolean;
  readonly retry?: 'safe' | 'before-processing' | undefined;
  readonly auth: 'none' | 'optional' | 'required';
}

/** Where a call goes and what it carries. */
export interface Routed {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

/** Sorts one flat input into path, query and body; throws `TypeError` when a part of the path is missing. */
export function route(operation: Operation, input: object): Routed {
  const rest: Record<string, unknown> = { ...input };
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(segment(name, take(rest, name))));
  const query = new URLSearchParams();
  for (const name of operation.query) {
    const value = take(rest, name);
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null) query.append(name, String(item));
    }
  }
  const carriesBody = operation.method !== 'GET' && operation.method !== 'HEAD' && Object.keys(rest).length > 0;
  return { method: operation.method, path, query, body: carriesBody ? rest : undefined };
}

function take(from: Record<string, unknown>, name: string): unknown {
  const value = from[name];
  delete from[name];
  return value;
}

/** A dot segment would climb out of the path, and an empty one would name the list. */
function segment(name: string, value: unknown): string {
  if (typeof value !== 'string' || value === '' || value === '.' || value === '..') throw new TypeError(`${name} is missing or not usable`);
  return value;
}
