import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../config.js';
import { problem } from '../problems.js';
import { sameSecret } from '../secrets.js';
import type { StreamCounter } from './sse.js';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What other parts of the server count. */
export interface Meters {
  readonly registry: Registry;
  /** How attempts at deferred work ended: done, to be retried, or given up. */
  readonly outbox: Counter<'kind' | 'outcome'>;
}

/** Makes the meters of one server. */
export function createMeters(): Meters {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const outbox = new Counter({
    name: 'sewaka_outbox_total',
    help: 'Attempts at notices and other deferred work, by kind and outcome.',
    labelNames: ['kind', 'outcome'] as const,
    registers: [registry],
  });
  return { registry, outbox };
}

/**
 * Counts requests by operation and status, never by person, and serves them to Prometheus at `/metrics`: to this
 * machine, or to whoever has the token.
 */
export function addMetrics(
  server: FastifyInstance,
  config: Pick<Config, 'metricsToken'>,
  { registry }: Meters,
  streams: StreamCounter,
): void {
  const registers = [registry];
  const labelNames = ['operation', 'status'] as const;
  const requests = new Counter({
    name: 'sewaka_requests_total',
    help: 'Requests by operation and status.',
    labelNames,
    registers,
  });
  const seconds = new Histogram({
    name: 'sewaka_request_seconds',
    help: 'Time to answer by operation.',
    labelNames: ['operation'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  new Gauge({
    name: 'sewaka_open_streams',
    help: 'Open event streams.',
    registers,
    collect() {
      this.set(streams.size);
    },
  });
  server.addHook('onResponse', async (request, reply) => {
    const operation = request.routeOptions.config.operationId ?? 'page';
    requests.inc({ operation, status: String(reply.statusCode) });
    seconds.observe({ operation }, reply.elapsedTime / 1000);
  });
  server.get('/metrics', async (request, reply) => {
    if (!isLocal(request) && !hasToken(request, config.metricsToken)) throw problem('unauthenticated');
    return reply
      .type(registry.contentType)
      .header('cache-control', 'no-store')
      .send(await registry.metrics());
  });
}

/** A request that a proxy passes on comes from the proxy's machine, but not from somebody on it. */
function isLocal(request: FastifyRequest): boolean {
  const passedOn = ['x-forwarded-for', 'forwarded', 'via'].some((name) => name in request.headers);
  return !passedOn && /^(127\.|::1$|::ffff:127\.)/.test(request.socket.remoteAddress ?? '');
}

function hasToken(request: FastifyRequest, token: string): boolean {
  const [, shown] = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
  return token !== '' && shown !== undefined && sameSecret(shown, token);
}
