import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientCredentials } from './auth/service.js';

/** How a test server differs from the usual one. */
export interface TestServerOptions {
  /** The office whose officers the machine clients stand for; default a desa, `51.71.04.2001`. */
  readonly office?: string;
  /** Further settings of the server, by their environment names. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A real server with synthetic demo data, alone with its temporary database. */
export interface TestServer {
  readonly url: string;
  /** A program that files and reads applications. */
  readonly machine: ClientCredentials;
  /** Programs that act for the posts of one office: for `clientCredentials` of `@e-sewaka/sdk/auth/service`. */
  readonly officers: Readonly<Record<'operator' | 'secretary' | 'head', ClientCredentials>>;
  /** Stops it and removes what it kept. */
  close(): Promise<void>;
}

interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

/** The part of `@e-sewaka/server` that is needed; it is an optional peer, so its types may be absent. */
interface ServerModule {
  loadConfig(env: Readonly<Record<string, string>>): unknown;
  startServer(options: {
    readonly config: unknown;
    readonly logTo: { write(line: string): void };
  }): Promise<RunningServer>;
}

const posts = ['operator', 'secretary', 'head'] as const;

/** Starts the real server in this process, on a free port and a temporary SQLite database. Needs `@e-sewaka/server`. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { loadConfig, startServer } = await loadServer();
  const directory = await mkdtemp(join(tmpdir(), 'sewaka-test-'));
  const remove = (): Promise<void> => rm(directory, { recursive: true, force: true, maxRetries: 3 });
  const clients = machineClients(options.office ?? '51.71.04.2001');
  try {
    // Every JSON text is YAML.
    await writeFile(join(directory, 'clients.yaml'), JSON.stringify(clients), { mode: 0o600 });
    const env = {
      PORT: '0',
      HOST: '127.0.0.1',
      SEWAKA_DATA_DIR: directory,
      SEWAKA_DEMO: 'on',
      SEWAKA_LOG_LEVEL: 'error',
      ...options.env,
    };
    const running = await startServer({ config: loadConfig(env), logTo: { write: () => undefined } });
    const credentials = (id: string): ClientCredentials =>
      credentialsOf(
        running.url,
        clients.find((client) => client.id === id),
      );
    return {
      url: running.url,
      machine: credentials('test-machine'),
      officers: {
        operator: credentials('test-operator'),
        secretary: credentials('test-secretary'),
        head: credentials('test-head'),
      },
      close: async () => {
        await running.close();
        await remove();
      },
    };
  } catch (thrown) {
    await remove();
    throw thrown;
  }
}

interface MachineClient {
  readonly id: string;
  readonly secret: string;
  readonly scopes: readonly string[];
  readonly office?: string;
  readonly post?: string;
}

function machineClients(office: string): readonly MachineClient[] {
  const secret = (): string => randomBytes(32).toString('base64url');
  return [
    { id: 'test-machine', secret: secret(), scopes: ['applications:read', 'applications:write'] },
    ...posts.map((post) => ({
      id: `test-${post}`,
      secret: secret(),
      scopes: ['desk:read', 'desk:write'],
      office,
      post,
    })),
  ];
}

function credentialsOf(url: string, client: MachineClient | undefined): ClientCredentials {
  if (!client) throw new TypeError('no such client');
  return {
    issuer: `${url}/oidc`,
    clientId: client.id,
    clientSecret: client.secret,
    scope: client.scopes.join(' '),
    resource: `${url}/v1`,
  };
}

async function loadServer(): Promise<ServerModule> {
  // A name in a variable: bundlers and the type checker leave the optional peer alone.
  const name = '@e-sewaka/server';
  const loaded: unknown = await import(/* @vite-ignore */ name);
  if (!isServerModule(loaded)) throw new TypeError('@e-sewaka/server does not fit this version of the SDK');
  return loaded;
}

function isServerModule(loaded: unknown): loaded is ServerModule {
  if (typeof loaded !== 'object' || loaded === null) return false;
  return (
    'startServer' in loaded &&
    typeof loaded.startServer === 'function' &&
    'loadConfig' in loaded &&
    typeof loaded.loadConfig === 'function'
  );
}
