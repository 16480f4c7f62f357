import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { authenticate, type VerifyMachineToken } from './auth/authenticate.js';
import type { App, Context, RequestFacts } from './context.js';
import type { Handlers } from './handlers.js';
import { toAnswer } from './http/answer.js';
import { contractOperations, type Operation } from './http/contract.js';
import { inputReader } from './http/input.js';
import { networkOf } from './http/network.js';
import { quotaHeaders } from './http/quota-headers.js';
import { isHeld, requireRevision } from './http/revision.js';
import { sendEvents, type StreamCounter } from './http/sse.js';
import { Idempotency, Replay, type KeptAnswer } from './idempotency.js';
import type { Limits } from './limits.js';
import { subjectOf, type Principal } from './principal.js';
import { problem } from './problems.js';
import { EventReply, FileReply, RawReply } from './reply.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    operationId?: string;
  }
  interface FastifyRequest {
    principal?: Principal;
    /** The app's limits; what is taken through these is told in the answer's headers. */
    limits?: Limits;
  }
}

/** What the routes need besides the app. */
export interface RouterParts {
  readonly handlers: Handlers;
  readonly verifyMachineToken: VerifyMachineToken;
  /** Aborts when the server closes. */
  readonly closing: AbortSignal;
  readonly streams: StreamCounter;
}

type AnyHandler = (input: unknown, ctx: Context) => Promise<unknown>;

const readsPerMinute = { limit: 1_200, seconds: 60, counts: 'caller' } as const;
const writesPerMinute = { limit: 300, seconds: 60, counts: 'caller' } as const;

const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
};

/** Turns every operation of the contract into a route. */
export function addRoutes(server: FastifyInstance, app: App, parts: RouterParts): void {
  const handlers: Readonly<Record<string, unknown>> = parts.handlers;
  for (const operation of contractOperations) {
    const handler = handlers[operation.id];
    if (typeof handler !== 'function') throw new Error(`No handler for ${operation.id}.`);
    addRoute(server, app, parts, operation, handler as AnyHandler);
  }
}

function addRoute(
  server: FastifyInstance,
  app: App,
  parts: RouterParts,
  operation: Operation,
  handler: AnyHandler,
): void {
  const readInput = inputReader(operation);
  const keyed = operation.parameters.some(({ name, required }) => name === 'Idempotency-Key' && required);
  const conditional = operation.parameters.some(({ name, required }) => name === 'If-Match' && required);
  server.route({
    method: operation.method,
    url: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    config: { operationId: operation.id },
    async onRequest(request, reply) {
      request.limits = app.limits.telling(quotaHeaders(reply));
      limitTraffic(request.limits, operation, request);
      request.principal = await authenticate(app, operation, request, parts.verifyMachineToken);
    },
    async handler(request, reply) {
      const principal = request.principal ?? { kind: 'guest' };
      const input = readInput(request);
      if (conditional && header(request, 'if-match') === undefined) throw problem('precondition_required');
      const idempotency = keyed ? keyedRequest(app, operation, request, principal) : undefined;
      const kept = await idempotency?.find();
      if (kept !== undefined) return send(request, reply, kept, true);
      const facts = requestFacts(app, operation, request, reply, parts.closing);
      const ctx = contextOf(app, operation, principal, facts, request, idempotency);
      try {
        return await deliver(request, reply, operation, await handler(input, ctx), ctx, parts.streams);
      } catch (error) {
        if (error instanceof Replay) return send(request, reply, error.answer, true);
        throw error;
      }
    },
  });
}

function limitTraffic(limits: Limits, operation: Operation, request: FastifyRequest): void {
  const network = networkOf(request.ip);
  const writes = operation.method !== 'GET' && operation.method !== 'HEAD';
  limits.take(writes ? 'writes' : 'reads', network, writes ? writesPerMinute : readsPerMinute);
}

function keyedRequest(app: App, operation: Operation, request: FastifyRequest, principal: Principal): Idempotency {
  const key = header(request, 'idempotency-key');
  if (key === undefined) throw problem('idempotency_key_missing');
  return new Idempotency(app, {
    key,
    subject: subjectOf(principal),
    operation: operation.id,
    target: request.url,
    body: request.body,
  });
}

function requestFacts(
  app: App,
  operation: Operation,
  request: FastifyRequest,
  reply: FastifyReply,
  closing: AbortSignal,
): RequestFacts {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  const optional = {
    origin: header(request, 'origin'),
    siteKey: header(request, 'x-sewaka-key'),
    idempotencyKey: header(request, 'idempotency-key'),
    lastEventId: header(request, 'last-event-id') || undefined,
  };
  return {
    id: request.id,
    operationId: operation.id,
    address: request.ip,
    network: networkOf(request.ip),
    signal: AbortSignal.any([gone.signal, closing]),
    raw: { request: request.raw, response: reply.raw },
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}

function contextOf(
  app: App,
  operation: Operation,
  principal: Principal,
  facts: RequestFacts,
  request: FastifyRequest,
  idempotency: Idempotency | undefined,
): Context {
  return {
    ...app,
    limits: request.limits ?? app.limits,
    principal,
    request: facts,
    once: (work) =>
      idempotency === undefined
        ? app.db.transaction(work)
        : idempotency.run(work, (result) => toAnswer(operation, result)),
    requireRevision: (revision) => requireRevision(header(request, 'if-match'), revision),
  };
}

async function deliver(
  request: FastifyRequest,
  reply: FastifyReply,
  operation: Operation,
  result: unknown,
  ctx: Context,
  streams: StreamCounter,
): Promise<unknown> {
  if (result instanceof FileReply) return sendFile(reply, result);
  if (result instanceof EventReply) {
    const leave = streams.take(subjectOf(ctx.principal), ctx.request.network);
    hijack(reply);
    await sendEvents(reply.raw, result.events, ctx.request.signal, () => mayStillListen(ctx)).finally(leave);
    return undefined;
  }
  if (result instanceof RawReply) {
    hijack(reply);
    await result.write();
    return undefined;
  }
  return send(request, reply, toAnswer(operation, result), false);
}

/** A stream outlives the request that opened it, but not the session or token it was opened with. */
async function mayStillListen({ principal, sessions, clock }: Context): Promise<boolean> {
  if (principal.kind === 'guest') return true;
  return 'sessionId' in principal ? sessions.holds(principal.sessionId) : principal.expiresAt > clock().toISOString();
}

/** Takes the socket from Fastify; headers that hooks have set still go out. */
function hijack(reply: FastifyReply): void {
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) reply.raw.setHeader(name, value);
  reply.hijack();
}

function send(request: FastifyRequest, reply: FastifyReply, answer: KeptAnswer, replayed: boolean): FastifyReply {
  reply.headers(answer.headers);
  if (answer.headers['cache-control'] === undefined) reply.header('cache-control', 'no-store');
  if (replayed) reply.header('idempotency-replayed', 'true');
  if (request.method === 'GET' && isHeld(header(request, 'if-none-match'), answer.headers['etag']))
    return reply.code(304).send();
  return reply.code(answer.status).send(answer.body === '' ? undefined : answer.body);
}

function sendFile(reply: FastifyReply, file: FileReply): FastifyReply {
  const plain = file.name.replaceAll(/[^\w.-]+/g, '_').slice(0, 120);
  return reply
    .headers({ 'cache-control': 'no-store', ...file.headers })
    .header('content-type', file.mediaType)
    .header('content-disposition', `attachment; filename="${plain}"`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(
      file.content instanceof Uint8Array
        ? Buffer.from(file.content.buffer, file.content.byteOffset, file.content.byteLength)
        : file.content,
    );
}
