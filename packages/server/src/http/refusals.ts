import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import { Problem, problem, problemBody, type ProblemCode } from '../problems.js';
import { contractOperations } from './contract.js';

const mediaType = 'application/problem+json; charset=utf-8';

/** Fastify's own refusals in the contract's words. */
const codeOf: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'payload_too_large',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid_request',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid_request',
  FST_ERR_BAD_URL: 'invalid_request',
  FST_ERR_MAX_PARAM_LENGTH: 'not_found',
};

/** Turns anything thrown into a problem; what we did not foresee becomes 500 and is logged. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { code = '', statusCode }: Partial<FastifyError> = error instanceof Error ? error : {};
  const known = codeOf[code];
  if (known !== undefined) return problem(known);
  if (statusCode === 503 || isPoolTimeout(error)) return problem('unavailable', { retryAfter: 5 });
  if (statusCode === 404) return problem('not_found');
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500
    ? problem('invalid_request')
    : problem('internal_error');
}

/** Every database connection was busy for longer than a request waits: nothing was begun. */
const isPoolTimeout = (error: unknown): boolean =>
  error instanceof Error && error.message === 'timeout exceeded when trying to connect';

/** Sends a refusal as RFC 9457 wants it. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, refusal: Problem): FastifyReply {
  const { headers, retryAfter } = refusal.extras;
  if (headers !== undefined) reply.headers(headers);
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  return reply
    .code(refusal.status)
    .header('cache-control', 'no-store')
    .header('content-type', mediaType)
    .send(JSON.stringify(problemBody(refusal, request.id)));
}

const patterns = contractOperations.map(({ path, method }) => ({
  method,
  pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}));

/** Methods that the contract knows for a path. */
export const methodsOf = (path: string): readonly string[] =>
  patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);

/** The answer to an address or method that nothing serves. */
export function refuseUnknown(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const allowed = methodsOf(request.url.split('?')[0] ?? '');
  if (allowed.length === 0) return sendProblem(request, reply, problem('not_found'));
  return sendProblem(request, reply, problem('method_not_allowed', { headers: { allow: allowed.join(', ') } }));
}

/** Makes every refusal a problem, also what Fastify and Node refuse themselves. */
export function addRefusals(server: FastifyInstance): void {
  server.setErrorHandler((error, request, reply) => {
    const refusal = toProblem(error);
    if (refusal.status >= 500)
      request.log.error({ err: error, operation: request.routeOptions.config.operationId }, 'request failed');
    return sendProblem(request, reply, refusal);
  });
}

const socketCodes: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
};

/** Answers on a socket whose request Node could not read: too slow, too large, not HTTP. */
export function refuseOnSocket(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const refusal = problem(socketCodes[error.code ?? ''] ?? 'invalid_request');
  const body = JSON.stringify(problemBody(refusal, 'none'));
  const head = [
    `HTTP/1.1 ${refusal.status} ${refusal.title}`,
    `Content-Type: ${mediaType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
