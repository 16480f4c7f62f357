import type { FastifyInstance } from 'fastify';
import { problem } from '../problems.js';
import { methodsOf } from './refusals.js';
import type { Sites } from '../sites.js';

const allowedHeaders = [
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'If-Match',
  'If-None-Match',
  'Last-Event-ID',
  'X-Sewaka-Key',
  'X-Sewaka-Request',
  'X-Request-Id',
  'E-Sewaka-Client',
  'Tus-Resumable',
  'Upload-Length',
  'Upload-Metadata',
  'Upload-Offset',
  'Upload-Checksum',
  'Upload-Defer-Length',
  'X-HTTP-Method-Override',
].join(', ');
const exposedHeaders = [
  'ETag',
  'Location',
  'Retry-After',
  'RateLimit',
  'RateLimit-Policy',
  'Deprecation',
  'Sunset',
  'Link',
  'X-Request-Id',
  'Idempotency-Replayed',
  'Content-Disposition',
  'Tus-Resumable',
  'Tus-Version',
  'Tus-Extension',
  'Tus-Max-Size',
  'Upload-Offset',
  'Upload-Length',
  'Upload-Expires',
].join(', ');

/**
 * Lets registered sites call the API from their pages: exact origins, never `*`, never with cookies. A publishable key
 * must be one of ours, and come from its own site.
 */
export function addCors(server: FastifyInstance, sites: Sites): void {
  server.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/v1/')) return;
    reply.header('vary', 'Origin');
    const { origin } = request.headers;
    if (origin !== undefined && sites.allows(origin)) {
      reply.header('access-control-allow-origin', origin).header('access-control-expose-headers', exposedHeaders);
    }
    const key = request.headers['x-sewaka-key'];
    if (key !== undefined && !sites.keyFits(String(key), origin)) throw problem('origin_not_allowed');
  });
  server.options('/v1/*', { config: { operationId: 'preflight' } }, async (request, reply) => {
    const { origin } = request.headers;
    const methods = methodsOf(request.url.split('?')[0] ?? '');
    if (origin === undefined || !sites.allows(origin) || methods.length === 0) return reply.code(204).send();
    return reply
      .header('access-control-allow-methods', methods.join(', '))
      .header('access-control-allow-headers', allowedHeaders)
      .header('access-control-max-age', '600')
      .code(204)
      .send();
  });
}
