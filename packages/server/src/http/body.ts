import type { FastifyInstance } from 'fastify';
import { problem } from '../problems.js';
import { findUnstorable } from './json.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a JSON body: UTF-8 without a broken byte (read tolerantly, a name would be stored with a hole in it), no text that
 * cannot be stored, no prototype names, no depth that nothing asks for.
 */
function readJson(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(bytes));
  } catch {
    throw problem('invalid_request', {
      errors: [{ pointer: '', code: 'wrong_format' }],
      detail: 'The body is not valid JSON in UTF-8.',
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
    { parseAs: 'buffer' },
    async (_request: unknown, bytes: string | Buffer) => readJson(Buffer.from(bytes)),
  );
  server.addContentTypeParser('application/offset+octet-stream', async () => undefined);
}
