import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import type { LogLevel } from '../config.js';
import { redact, redactText } from './redaction.js';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** How the server logs: JSON lines in which personal data is struck out by name and by look; never URLs or bodies. */
export function logOptions(level: LogLevel, to?: { write(line: string): void }): FastifyServerOptions['logger'] {
  return {
    level,
    ...(to === undefined ? {} : { stream: to }),
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: {
      level: (label) => ({ level: label }),
      log: (fields) => {
        const clean = redact(fields);
        return isRecord(clean) ? clean : {};
      },
    },
    hooks: {
      logMethod(args, method) {
        const last = args.length - 1;
        if (typeof args[last] === 'string') args[last] = redactText(args[last]);
        method.apply(this, args);
      },
    },
  };
}

/** Writes one line per answer: which operation, how it ended, how long it took. */
export function logRequests(server: FastifyInstance): void {
  server.addHook('onResponse', async (request, reply) => {
    const { operationId } = request.routeOptions.config;
    if (operationId === undefined) return;
    const fields = {
      operation: operationId,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
      as: request.principal?.kind ?? 'guest',
    };
    if (reply.statusCode >= 500) request.log.error(fields, 'answered');
    else request.log.info(fields, 'answered');
  });
}
