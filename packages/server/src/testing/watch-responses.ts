import type { FastifyInstance } from 'fastify';
import { contractOperations, schemas, type Operation } from '../http/contract.js';
import { checkFor, type Check } from '../http/validation.js';

const problemSchema = { $ref: '#/components/schemas/Problem' };

/** Checks every JSON answer against the contract and gathers what does not fit. To be called before the server is ready. */
export function watchResponses(server: FastifyInstance): readonly string[] {
  const misfits: string[] = [];
  const checkProblem = checkFor(problemSchema);
  const checks = new Map<string, Check>();
  const byId = new Map<string, Operation>(contractOperations.map((operation) => [operation.id, operation]));
  if (!('Problem' in schemas)) throw new Error('The contract has no Problem schema.');

  server.addHook('onSend', async (request, reply, payload) => {
    const operation = byId.get(request.routeOptions.config.operationId ?? '');
    const type = String(reply.getHeader('content-type') ?? '');
    if (operation === undefined || typeof payload !== 'string' || payload === '' || !type.includes('json'))
      return payload;
    const failed = type.startsWith('application/problem+json');
    if (!failed && operation.success.schema === undefined) return payload;
    const check = failed ? checkProblem : (checks.get(operation.id) ?? checkFor(operation.success.schema ?? {}));
    if (!failed) checks.set(operation.id, check);
    const found = check(JSON.parse(payload));
    if (found !== undefined) misfits.push(`${operation.id} ${reply.statusCode}: ${found.pointer} ${found.code}`);
    return payload;
  });
  return misfits;
}
