import type { FastifyInstance } from 'fastify';
import type { Operation } from './contract.js';

/** When an operation grows old and stops, as `x-lifetime` of the contract says it. */
export interface Lifetime {
  /** Day from which new callers should use something else. */
  readonly deprecatedOn: string;
  /** Day from which it answers no more; absent while that is open. */
  readonly endsOn?: string;
  /** Where the way out is described. */
  readonly see: string;
}

/** The headers that announce the end of an operation: `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and the `Link` to the way out. */
export function lifetimeHeaders({ deprecatedOn, endsOn, see }: Lifetime): Readonly<Record<string, string>> {
  return {
    deprecation: `@${Date.parse(deprecatedOn) / 1000}`,
    ...(endsOn === undefined ? {} : { sunset: new Date(endsOn).toUTCString() }),
    link: `<${see}>; rel="deprecation"; type="text/html"`,
  };
}

/** Has every answer of a deprecated operation say so, refusals included. */
export function announceLifetimes(server: FastifyInstance, operations: readonly Pick<Operation, 'id' | 'lifetime'>[]): void {
  const headers = new Map(operations.flatMap(({ id, lifetime }) => (lifetime === undefined ? [] : [[id, lifetimeHeaders(lifetime)] as const])));
  if (headers.size === 0) return;
  server.addHook('onRequest', async (request, reply) => {
    const found = headers.get(request.routeOptions.config.operationId ?? '');
    if (found !== undefined) reply.headers(found);
  });
}
