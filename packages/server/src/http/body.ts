import type { FastifyInstance } from 'fastify';
import { problem } from '../problems.js';
import { findUnstorable } from './json.js';

const bom = '\uFEFF';

/** Reads a JSON body: no text that cannot be stored, no prototype names, no depth that nothing asks for. */
function readJson(text: string): unknown {
  if (text === '') return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text.startsWith(bom) ? text.slice(1) : text);
  } catch {
    throw problem('invalid_request', {
      errors: [{ pointer: '', code: 'wrong_format' }],
      detail: 'The body is not valid JSON.',
    });
  }
  const found = findUnstorable(value);
  if (found !== undefined)
    throw problem('invalid_request', { errors: [{ ...found, pointer: found.pointer.slice(0, 300) }] });
  return value;
}

/** Accepts JSON, and the parts of a tus upload, which are left unread; every other content type is refused with 415. */
export function addBodyParsers(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    async (_request: unknown, text: string | Buffer) => readJson(text.toString()),
  );
  server.addContentTypeParser('application/offset+octet-stream', async () => undefined);
}
