import { createServer } from 'node:net';
import type { CatalogProblem } from '@e-sewaka/catalog';
import { buildApp } from './app.js';
import { loadConfig, localUrl, type Config } from './config.js';
import type { Clock, Log } from './context.js';
import { openDatabase } from './db/index.js';
import { unusable } from './db/unusable.js';
import { openCatalog } from './live-catalog.js';
import { createSecrets } from './secrets.js';
import { registerSites, type Site } from './sites.js';

/** How to start; what is not said comes from the environment. */
export interface StartOptions {
  readonly config?: Config;
  readonly clock?: Clock;
  readonly logTo?: { write(line: string): void };
}

/** A listening server. */
export interface RunningServer {
  /** Where it listens. */
  readonly url: string;
  readonly config: Config;
  /** Sites that may embed, with their publishable keys. */
  readonly sites: readonly Site[];
  /** What the operator should know before going live. */
  readonly warnings: readonly string[];
  /** Finishes what it has begun, then ends. */
  close(): Promise<void>;
}

/** Opens the database, reads the catalogue and listens. With port 0 a free port is found first, since links carry it. */
export async function startServer(options: StartOptions = {}): Promise<RunningServer> {
  const wanted = options.config ?? loadConfig();
  const config = wanted.port === 0 ? await withFreePort(wanted) : wanted;
  const db = await openDatabase(config).catch((error: unknown) => {
    throw unusable(config, error) ?? error;
  });
  try {
    let log: Pick<Log, 'warn' | 'info'> = quiet;
    const catalog = openCatalog(config.dataDirectory, { warn: (...said) => log.warn(...said), info: (...said) => log.info(...said) });
    const app = await buildApp({
      config,
      db,
      catalog,
      clock: options.clock ?? (() => new Date()),
      ...(options.logTo ? { logTo: options.logTo } : {}),
    });
    log = app.log;
    await app
      .listen({ host: config.host, port: config.port, listenTextResolver: () => 'listening' })
      .catch(async (error: unknown) => {
        await app.close();
        throw error;
      });
    return {
      url: localUrl(config.host, config.port),
      config,
      sites: registerSites(config, createSecrets(config.secret)).all,
      warnings: [...warningsFor(config), ...catalog.problems.map(leftOut)],
      close: () => app.close(),
    };
  } catch (error) {
    await db.close().catch(() => undefined);
    throw error;
  }
}

function warningsFor({ demo, notify, unknownVariables }: Config): string[] {
  const unknown = unknownVariables.map((name) => `${name} is no setting of this server and is ignored. See docs/operating.md, "Environment".`);
  if (demo || notify !== undefined) return unknown;
  return [...unknown, 'SEWAKA_NOTIFY_URL is not set: nobody gets notices or verification codes by phone. See docs/operating.md, "Notices".'];
}

/** What is left out at start is among the warnings; later changes go to the log. */
const quiet = { warn: () => undefined, info: () => undefined };

const leftOut = ({ file, line, column, reason }: CatalogProblem): string =>
  `Not offered: ${file}:${line}:${column} ${reason}. See docs/operating.md, "Upgrading".`;

async function withFreePort(config: Config): Promise<Config> {
  const port = await freePort(config.host);
  const publicUrl = config.publicUrl === localUrl(config.host, 0) ? localUrl(config.host, port) : config.publicUrl;
  return { ...config, port, publicUrl };
}

function freePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, host, () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('No free port.')),
      );
    });
  });
}
