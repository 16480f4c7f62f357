import type { Operation } from '@e-sewaka/contract';
import { DecodeError, type ErrorFacts } from './errors.js';

/** The data of a successful answer: parsed JSON, a Blob, or nothing; throws `DecodeError` for anything else. */
export async function decodeBody(response: Response, operation: Operation, facts: ErrorFacts): Promise<unknown> {
  if (response.status === 204 || operation.method === 'HEAD') return undefined;
  const type = (response.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const json = /^application\/(?:[\w.-]+\+)?json$/.test(type);
  if (!json) {
    if (operation.accept.includes(type) && type !== '') return response.blob();
    throw new DecodeError(facts);
  }
  try {
    return await response.json();
  } catch {
    // The parser's message quotes the body.
    throw new DecodeError(facts);
  }
}
