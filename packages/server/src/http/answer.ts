import type { KeptAnswer } from '../idempotency.js';
import { Reply } from '../reply.js';
import type { Operation } from './contract.js';
import { isObject } from './json.js';
import { revisionTag } from './revision.js';
import { strip } from './strip.js';

/** Turns what a handler returned into what goes over the wire: stripped by the response schema, with ETag. */
export function toAnswer(operation: Operation, result: unknown): KeptAnswer {
  const own = result instanceof Reply ? result : undefined;
  const status = own?.status ?? operation.success.status;
  const body: unknown = own ? own.body : result;
  const headers: Record<string, string> = { ...own?.headers };
  if (isObject(body) && Number.isInteger(body['revision'])) headers['etag'] ??= revisionTag(Number(body['revision']));
  const { schema } = operation.success;
  if (schema === undefined || body === undefined || status === 204)
    return { status: body === undefined ? (own?.status ?? 204) : status, headers, body: '' };
  headers['content-type'] = 'application/json; charset=utf-8';
  return { status, headers, body: JSON.stringify(strip(schema, body)) };
}
