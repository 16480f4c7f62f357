import { generatedLine, operationsOf, resolve } from './places.mjs';

/** One row per operation: how it is carried (`wire`) and what else is said of it (`facts`), by id. */
export function tableOf(document) {
  const rows = operationsOf(document).map((found) => [found.operation.operationId, row(document, found)]);
  return Object.fromEntries(rows.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function row(document, { path, method, operation, parameters }) {
  const names = (place) => parameters.filter((one) => one.in === place).map((one) => one.name);
  const headers = names('header');
  const statuses = Object.keys(operation.responses);
  const success = statuses.find((status) => status.startsWith('2'));
  const refusals = statuses
    .filter((status) => status >= '400')
    .map((status) => resolve(document, operation.responses[status]));
  const schemes = [...new Set(operation.security.flatMap((one) => Object.keys(one)))];
  const wire = {
    method: method.toUpperCase(),
    path,
    query: names('query'),
    accept: [...Object.keys(operation.responses[success].content ?? {}), 'application/problem+json'].join(', '),
    idempotent: headers.includes('Idempotency-Key'),
    ...(method === 'post' && !operation.requestBody ? { bodiless: true } : {}),
    ...retryOf(method, operation['x-retry']),
    auth: authOf(operation.security, schemes),
  };
  const facts = {
    tag: operation.tags[0],
    success: Number(success),
    pathParams: names('path'),
    body: Object.keys(operation.requestBody?.content ?? {})[0] ?? null,
    ifMatch: headers.includes('If-Match'),
    ifNoneMatch: headers.includes('If-None-Match'),
    paginated: operation['x-pagination'] === 'cursor',
    stream: operation['x-stream'] === true,
    security: schemes,
    scopes: operation.security.flatMap((one) => one.service ?? []),
    audience: operation['x-audience'],
    problems: refusals
      .flatMap((one) => one.content['application/problem+json'].schema.allOf[1].properties.code.enum)
      .sort(),
  };
  return { wire, facts };
}

function retryOf(method, retry) {
  if (method === 'get' || method === 'head') return { retry: 'safe' };
  return retry === 'safe' || retry === 'before-processing' ? { retry } : {};
}

function authOf(security, schemes) {
  if (schemes.every((one) => one === 'publishable')) return 'none';
  return security.some((one) => Object.keys(one).length === 0) ? 'optional' : 'required';
}

/** The wire table as a module; browsers carry it, so it is short. `operations` names the table and the type in schema.ts. */
export function operationsModule(document) {
  return `${generatedLine}import type { operations as OperationTypes } from './schema.js';

/** What a client must know to carry an operation. */
export interface Operation {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** Names of query parameters. */
  readonly query: readonly string[];
  /** Media types it answers with, for the \`Accept\` header. */
  readonly accept: string;
  /** Requires an \`Idempotency-Key\`. */
  readonly idempotent: boolean;
  /** A POST that carries no body at all. */
  readonly bodiless?: true;
  /** Whether it may be repeated without a key: always, or only when refused before anything was done. */
  readonly retry?: 'safe' | 'before-processing';
  readonly auth: 'none' | 'optional' | 'required';
}

/** Types of every operation by id, from the document. */
export type operations = OperationTypes;

/** Every operation by id. */
export const operations = {
${lines(document, 'wire')}
} as const satisfies Record<keyof OperationTypes, Operation>;
`;
}

/** The rest of the table as a module, for the server, tests and tools. */
export function factsModule(document) {
  return `${generatedLine}import type { operations } from './schema.js';

/** What else the contract says of an operation. */
export interface OperationFacts {
  readonly tag: string;
  /** Status of success. */
  readonly success: 200 | 201 | 202 | 204;
  readonly pathParams: readonly string[];
  /** Media type of the request body. */
  readonly body: string | null;
  /** Requires \`If-Match\`. */
  readonly ifMatch: boolean;
  /** Answers 304 to \`If-None-Match\`. */
  readonly ifNoneMatch: boolean;
  readonly paginated: boolean;
  /** Answers with server-sent events. */
  readonly stream: boolean;
  readonly security: readonly ('citizen' | 'officer' | 'service' | 'publishable')[];
  /** Scopes a machine client needs. */
  readonly scopes: readonly string[];
  readonly audience: 'public' | 'applicant' | 'officer';
  /** Codes it may refuse with. */
  readonly problems: readonly string[];
}

/** Facts of every operation by id; how it is carried stands in \`operations\`. */
export const operationFacts = {
${lines(document, 'facts')}
} as const satisfies Record<keyof operations, OperationFacts>;
`;
}

function lines(document, half) {
  return Object.entries(tableOf(document))
    .map(([id, row]) => `  ${JSON.stringify(id)}: ${JSON.stringify(row[half])},`)
    .join('\n');
}
