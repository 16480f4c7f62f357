import type { FastifyInstance } from 'fastify';
import { document } from '@e-sewaka/contract/document';
import { sha256 } from '../secrets.js';
import type { App } from '../context.js';
import { problem } from '../problems.js';
import { isHeld } from './revision.js';

/** Serves `/livez` (the process runs), `/readyz` (it can answer) and the contract itself. */
export function addHealth(server: FastifyInstance, app: App, closing: AbortSignal): void {
  server.get('/livez', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    if (closing.aborted) throw problem('unavailable', { retryAfter: 5 });
    await app.db.ping().catch(() => {
      throw problem('unavailable', { retryAfter: 5 });
    });
    return reply.header('cache-control', 'no-store').send({ status: 'ok', database: app.db.engine });
  });
  let text: string | undefined;
  let etag: string | undefined;
  server.get('/v1/openapi.json', async (request, reply) => {
    text ??= JSON.stringify(document);
    etag ??= `"${sha256(text).slice(0, 32)}"`;
    reply.headers({ etag, 'cache-control': 'public, max-age=300' });
    if (isHeld(request.headers['if-none-match'], etag)) return reply.code(304).send();
    return reply.type('application/json; charset=utf-8').send(text);
  });
}
