import type { FastifyRequest } from 'fastify';
import { problem } from '../problems.js';

/**
 * Refuses a write with a cookie unless our own page made it: the header no form can send, and an Origin that is ours.
 * Ours is the public address, or the very host the request came to (a second name of the same server).
 */
export function checkSameOrigin(publicUrl: string, request: FastifyRequest): void {
  const { origin, host } = request.headers;
  const ours =
    origin !== undefined &&
    (origin === publicUrl || (host !== undefined && origin === `http://${host}` && !publicUrl.startsWith('https:')));
  if (!ours || request.headers['x-sewaka-request'] !== '1') throw problem('origin_not_allowed');
}
