import type { FastifyInstance } from 'fastify';
import { buildApp } from '../app.js';
import { loadConfig, type Config } from '../config.js';
import type { Db } from '../db/index.js';
import { openCatalog } from '../live-catalog.js';
import { readMachineClients } from '../auth/machine-clients.js';
import { createSessions, type SessionHolder } from '../auth/sessions.js';
import { watchResponses } from './watch-responses.js';
import type { Engine, TestDatabase } from './engines.js';

/** A whole server on a fresh database, to be asked with `inject`; the demo is on and the clock stands until moved. */
export interface TestApp {
  readonly server: FastifyInstance;
  readonly config: Config;
  readonly db: Db;
  readonly database: TestDatabase;
  /** Everything that was logged. */
  readonly lines: readonly string[];
  /** Answers that did not fit the contract's response schema; a test expects none. */
  readonly misfits: readonly string[];
  now(): Date;
  pass(seconds: number): void;
  /** A bearer token (citizens) or the value of `sewaka_session` (officers). */
  token(holder: SessionHolder): Promise<string>;
  /** A real token of the embedded provider for the demo's machine client. */
  machineToken(scopes: readonly string[]): Promise<string>;
  close(): Promise<void>;
}

const silent = { warn: () => undefined, info: () => undefined };

/** Opens a server over one engine. `env` overrides settings. */
export async function openTestApp(engine: Engine, env: NodeJS.ProcessEnv = {}): Promise<TestApp> {
  const database = await engine.open();
  let now = new Date('2026-11-23T01:00:00.000Z');
  const clock = (): Date => now;
  const config = loadConfig({
    SEWAKA_DATA_DIR: database.directory,
    SEWAKA_DEMO: 'on',
    SEWAKA_LOG_LEVEL: 'debug',
    ...(database.databaseUrl === undefined ? {} : { DATABASE_URL: database.databaseUrl }),
    ...env,
  });
  const lines: string[] = [];
  const catalog = openCatalog(config.dataDirectory, silent);
  const server = await buildApp({
    config,
    db: database.db,
    catalog,
    clock,
    logTo: { write: (line) => void lines.push(line) },
  });
  const misfits = watchResponses(server);
  const sessions = createSessions({ db: database.db, clock });
  return {
    server,
    config,
    db: database.db,
    database,
    lines,
    misfits,
    now: clock,
    pass: (seconds) => void (now = new Date(now.getTime() + seconds * 1000)),
    token: async (holder) => (await database.db.transaction((tx) => sessions.issue(tx, holder))).accessToken,
    machineToken: (scopes) => askToken(server, config, scopes),
    async close() {
      await server.close();
      await database.close();
    },
  };
}

async function askToken(server: FastifyInstance, config: Config, scopes: readonly string[]): Promise<string> {
  const [client] = await readMachineClients(config);
  if (client === undefined) throw new Error('The demo has no machine client.');
  const answer = await server.inject({
    method: 'POST',
    url: '/oidc/token',
    headers: {
      authorization: `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
      host: new URL(config.publicUrl).host,
    },
    payload: new URLSearchParams({ grant_type: 'client_credentials', scope: scopes.join(' ') }).toString(),
  });
  const { access_token: token } = answer.json<{ access_token?: string }>();
  if (token === undefined) throw new Error(`No token: ${answer.body}`);
  return token;
}
