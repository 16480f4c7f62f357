import cookie from '@fastify/cookie';
import fastify, { LogController, type FastifyInstance } from 'fastify';
import type { Catalog } from '@e-sewaka/catalog';
import { addLogin } from './auth/login.js';
import { machineTokens } from './auth/machine-tokens.js';
import { addProvider } from './auth/provider.js';
import { createSessions } from './auth/sessions.js';
import type { Config } from './config.js';
import type { App, Clock } from './context.js';
import type { Db } from './db/index.js';
import { createEvents } from './events.js';
import { features } from './features/index.js';
import { addBodyParsers } from './http/body.js';
import { addCompression } from './http/compression.js';
import { contractOperations } from './http/contract.js';
import { addCors } from './http/cors.js';
import { addHealth } from './http/health.js';
import { announceLifetimes } from './http/lifetime.js';
import { logOptions, logRequests } from './http/log.js';
import { addMetrics, createMeters } from './http/metrics.js';
import { addRefusals, refuseOnSocket, sendProblem, toProblem } from './http/refusals.js';
import { addSecurityHeaders } from './http/security-headers.js';
import { StreamCounter } from './http/sse.js';
import { newRequestId } from './ids.js';
import { createLimits } from './limits.js';
import { openVillages } from './live-villages.js';
import { createOutbox } from './outbox.js';
import { addRoutes } from './router.js';
import { createSecrets } from './secrets.js';
import { addSite } from './site/index.js';
import { registerSites } from './sites.js';
import { startSweeping } from './sweep.js';

/** What a server is made of. */
export interface AppParts {
  readonly config: Config;
  /** Closed with the server. */
  readonly db: Db;
  readonly catalog: Catalog;
  readonly clock: Clock;
  /** Where log lines go; default: standard output. */
  readonly logTo?: { write(line: string): void };
}

const secondsForHeaders = 15;
const secondsForRequest = 120;
const headerBytes = 16_384;
const hangUpMilliseconds = 50;

function createServer({ config, logTo }: AppParts): FastifyInstance {
  const server = fastify({
    logger: logOptions(config.logLevel, logTo),
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: (error, request, reply) => void sendProblem(request, reply, toProblem(error)),
    genReqId: newRequestId,
    trustProxy: config.trustProxy.length === 0 ? false : [...config.trustProxy],
    bodyLimit: config.bodyLimit,
    requestTimeout: secondsForRequest * 1000,
    keepAliveTimeout: 20_000,
    connectionTimeout: 0,
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
    // Whoever got through before the socket closed is served, not turned away.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
    http: { maxHeaderSize: headerBytes, headersTimeout: secondsForHeaders * 1000, connectionsCheckingInterval: 5_000 },
    clientErrorHandler: refuseOnSocket,
  });
  server.server.maxConnections = config.connectionLimit;
  return server;
}

/** Puts the parts together: a Fastify instance that is ready to listen, or to be asked with `inject`. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const { config, db, catalog, clock } = parts;
  const server = createServer(parts);
  const secrets = createSecrets(config.secret);
  const meters = createMeters();
  const outbox = createOutbox({ db, clock, secrets, log: server.log, count: (kind, outcome) => meters.outbox.inc({ kind, outcome }) });
  const limits = createLimits({ db, clock, secrets, factor: config.rateFactor });
  const app: App = {
    config,
    db,
    catalog,
    villages: openVillages(config.dataDirectory, server.log),
    clock,
    log: server.log,
    secrets,
    outbox,
    limits,
    events: createEvents(db),
    sessions: createSessions({ db, clock }),
  };
  const sites = registerSites(config, secrets);
  const streams = new StreamCounter();
  const closing = new AbortController();

  await server.register(cookie);
  addSecurityHeaders(server, config.publicUrl);
  logRequests(server);
  addRefusals(server);
  addBodyParsers(server);
  addCors(server, sites);
  announceLifetimes(server, contractOperations);
  addCompression(server);
  addMetrics(server, config, meters, streams);
  addHealth(server, app, closing.signal);
  const provider = await addProvider(server, app);
  addLogin(server, app, provider);
  addRoutes(server, app, {
    handlers: features.handlers,
    verifyMachineToken: machineTokens(app, provider),
    closing: closing.signal,
    streams,
  });
  await addSite(server, app, sites);

  const stopFeatures = await features.prepare(app);
  const stopSweeping = startSweeping(app);
  outbox.start();
  let hangingUp: NodeJS.Timeout | undefined;
  server.addHook('preClose', async () => {
    closing.abort();
    // A connection is kept open after its last answer; waiting for that would outlast whoever wants to restart.
    hangingUp = setInterval(() => server.server.closeIdleConnections(), hangUpMilliseconds).unref();
  });
  server.addHook('onClose', async () => {
    clearInterval(hangingUp);
    stopSweeping();
    await outbox.stop();
    await stopFeatures?.();
    await db.close();
  });
  return server;
}
