import type { Operation } from '@e-sewaka/contract';

/** Where a call goes and what it carries. */
export interface Routed {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

/** Sorts one flat input into path, query and body; throws `TypeError` when a part of the path is missing. */
export function route(operation: Operation, input: unknown): Routed {
  const rest: Record<string, unknown> = Object.assign({}, input);
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(segment(name, take(rest, name))),
  );
  const query = new URLSearchParams();
  for (const name of operation.query) {
    const value = take(rest, name);
    // Lists are written with commas: `style: form, explode: false` throughout the contract.
    const written = Array.isArray(value) ? value.join(',') : value;
    if (isWritable(written)) query.set(name, String(written));
  }
  const carriesBody = ['POST', 'PUT', 'PATCH'].includes(operation.method) && !operation.bodiless;
  return { method: operation.method, path, query, body: carriesBody ? rest : undefined };
}

function take(from: Record<string, unknown>, name: string): unknown {
  const value = from[name];
  delete from[name];
  return value;
}

function isWritable(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** A dot segment would climb out of the path, and an empty one would name the list. */
function segment(name: string, value: unknown): string {
  if (typeof value !== 'string' || value === '' || value === '.' || value === '..')
    throw new TypeError(`${name} is missing or not usable`);
  return value;
}
