import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { installationSecret } from './auth/installation-secret.js';
import { gatewayObjection, type GatewaySettings } from './notify/gateway.js';

/** An outside OpenID provider, when the embedded one is not to be used. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Settings of one server process, read and checked once at start. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Absolute path. */
  readonly dataDirectory: string;
  readonly databaseUrl?: string | undefined;
  readonly demo: boolean;
  readonly secret: string;
  /** Origin under which people reach this server, without a slash at the end. */
  readonly publicUrl: string;
  readonly siteOrigins: readonly string[];
  readonly oidc?: OidcSettings | undefined;
  /** Addresses or networks of proxies whose X-Forwarded-For is believed; empty: nobody's. */
  readonly trustProxy: readonly string[];
  readonly logLevel: LogLevel;
  /** Largest upload in bytes. */
  readonly uploadLimit: number;
  /** Largest JSON body in bytes. */
  readonly bodyLimit: number;
  readonly connectionLimit: number;
  /** Multiplies every rate limit: 1 in production, more for load tests. */
  readonly rateFactor: number;
  readonly databasePool: number;
  /** Where notices to phones go; undefined: nowhere. */
  readonly notify?: GatewaySettings | undefined;
  /** Empty: `/metrics` answers this machine alone. */
  readonly metricsToken: string;
  /** Names that begin like ours and are none: most likely misspelt. */
  readonly unknownVariables: readonly string[];
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

/** How much is logged. */
export type LogLevel = (typeof logLevels)[number];

/** A setting that cannot be used; its message names the variable. */
export class ConfigError extends Error {
  constructor(variable: string, reason: string) {
    super(`${variable}: ${reason}`);
    this.name = 'ConfigError';
  }
}

interface Variable<T> {
  readonly name: string;
  readonly fallback: string;
  readonly meaning: string;
  readonly read: (text: string) => T;
}

type Refuse = (reason: string) => never;

function variable<T>(
  name: string,
  fallback: string,
  meaning: string,
  parse: (text: string, refuse: Refuse) => T,
): Variable<T> {
  const refuse: Refuse = (reason) => {
    throw new ConfigError(name, reason);
  };
  return { name, fallback, meaning, read: (text) => parse(text, refuse) };
}

const text = (value: string): string => value;
const list = (value: string): readonly string[] => value.split(/[\s,]+/).filter((part) => part !== '');
const integer =
  (min: number, max: number) =>
  (value: string, refuse: Refuse): number =>
    /^[0-9]{1,12}$/.test(value) && Number(value) >= min && Number(value) <= max
      ? Number(value)
      : refuse(`must be a whole number from ${min} to ${max}`);
const onOff = (value: string, refuse: Refuse): boolean =>
  value === 'on' || value === 'off' ? value === 'on' : refuse('must be on or off');
const url = (value: string, refuse: Refuse): URL => (URL.canParse(value) ? new URL(value) : refuse('must be a URL'));
const origin = (value: string, refuse: Refuse): string => {
  const parsed = url(value, refuse);
  const exact = parsed.origin === value && /^https?:$/.test(parsed.protocol);
  return exact
    ? value
    : refuse(`"${value}" must be an exact origin such as https://desa.example (no path, no slash at the end)`);
};

const longEnough = (value: string, refuse: Refuse): string =>
  value === '' || value.length >= 32 ? value : refuse('must have at least 32 characters');

const isWebhookSecret = (value: string): boolean => {
  const [, key = ''] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(value) ?? [];
  const { length } = Buffer.from(key, 'base64');
  return length >= 24 && length <= 64;
};

/** Every environment variable, its default and its meaning: the one table, printed by `docs/operating.md`. */
export const variables = {
  port: variable('PORT', '8787', 'Port to listen on; 0 takes a free one.', integer(0, 65535)),
  host: variable('HOST', '127.0.0.1', 'Address to listen on.', (value, refuse) =>
    URL.canParse(localUrl(value, 0)) ? value : refuse('must be an address or a host name'),
  ),
  dataDirectory: variable(
    'SEWAKA_DATA_DIR',
    './.data',
    'Folder for the database, uploads, keys and village-own services.',
    (value) => resolve(value),
  ),
  databaseUrl: variable(
    'DATABASE_URL',
    '',
    'PostgreSQL 15 or newer (postgres://…); empty: SQLite in the data folder.',
    (value, refuse) =>
      value === '' || /^postgres(ql)?:\/\//.test(value) ? value || undefined : refuse('must start with postgres://'),
  ),
  demo: variable(
    'SEWAKA_DEMO',
    'off',
    'on: synthetic residents, officer accounts and a demo inbox. Never in production.',
    onOff,
  ),
  secret: variable(
    'SEWAKA_SECRET',
    '',
    'At least 32 characters; empty: made once and kept in the data folder. Processes that share a database share it.',
    longEnough,
  ),
  publicUrl: variable(
    'SEWAKA_PUBLIC_URL',
    '',
    'Origin under which people reach the server; empty: http://HOST:PORT.',
    (value, refuse) => (value === '' ? undefined : origin(value, refuse)),
  ),
  siteOrigins: variable(
    'SEWAKA_SITES',
    '',
    'Exact origins of the sites that may embed the widgets, separated by commas.',
    (value, refuse) => list(value).map((part) => origin(part, refuse)),
  ),
  oidcIssuer: variable(
    'SEWAKA_OIDC_ISSUER',
    '',
    'Issuer of officers and machine clients; empty: the embedded provider.',
    (value, refuse) =>
      value === '' || url(value, refuse).protocol === 'https:' || isLoopback(value) ? value : refuse('must be https'),
  ),
  oidcClientId: variable('SEWAKA_OIDC_CLIENT_ID', '', 'Our client id at that issuer.', text),
  oidcClientSecret: variable('SEWAKA_OIDC_CLIENT_SECRET', '', 'Our client secret at that issuer.', text),
  trustProxy: variable(
    'SEWAKA_TRUST_PROXY',
    '',
    'Addresses or networks (CIDR) of the proxies whose X-Forwarded-For is believed.',
    (value, refuse) =>
      list(value).map((part) =>
        isNetwork(part) ? part : refuse(`"${part}" is not an address or network`),
      ),
  ),
  logLevel: variable(
    'SEWAKA_LOG_LEVEL',
    'info',
    `One of ${logLevels.join(', ')}.`,
    (value, refuse): LogLevel =>
      logLevels.find((level) => level === value) ?? refuse(`must be one of ${logLevels.join(', ')}`),
  ),
  uploadLimit: variable('SEWAKA_UPLOAD_LIMIT', '10000000', 'Largest upload in bytes.', integer(1_000, 1_000_000_000)),
  bodyLimit: variable('SEWAKA_BODY_LIMIT', '262144', 'Largest JSON body in bytes.', integer(1_024, 10_000_000)),
  connectionLimit: variable('SEWAKA_CONNECTION_LIMIT', '2000', 'Most open connections.', integer(10, 100_000)),
  rateFactor: variable('SEWAKA_RATE_FACTOR', '1', 'Multiplies every rate limit (load tests).', integer(1, 100_000)),
  databasePool: variable('SEWAKA_DATABASE_POOL', '10', 'Connections to PostgreSQL per process.', integer(2, 200)),
  notifyUrl: variable(
    'SEWAKA_NOTIFY_URL',
    '',
    'Your gateway for SMS, WhatsApp or e-mail (https); empty: nobody is told anything. Not used while the demo is on.',
    (value, refuse) => {
      const objection = value === '' ? undefined : gatewayObjection(value);
      return objection === undefined ? value : refuse(objection);
    },
  ),
  notifySecret: variable(
    'SEWAKA_NOTIFY_SECRET',
    '',
    'Key that signs what goes to the gateway: whsec_ and the base64 of 24 to 64 random bytes.',
    (value, refuse) => (value === '' || isWebhookSecret(value) ? value : refuse('must be whsec_ and base64 of 24 to 64 bytes')),
  ),
  metricsToken: variable(
    'SEWAKA_METRICS_TOKEN',
    '',
    'Bearer token (at least 32 characters) with which other machines read /metrics; empty: only this machine.',
    longEnough,
  ),
} as const;

function isNetwork(part: string): boolean {
  const [address = '', bits, ...rest] = part.split('/');
  const most = { 4: 32, 6: 128 }[isIP(address)];
  return most !== undefined && rest.length === 0 && (bits === undefined || (/^[0-9]{1,3}$/.test(bits) && Number(bits) <= most));
}

const isLoopback = (address: string): boolean =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(address).hostname);

type Values = { [K in keyof typeof variables]: ReturnType<(typeof variables)[K]['read']> };

function readAll(env: NodeJS.ProcessEnv): Values {
  const read = <T>(row: Variable<T>): T => row.read(env[row.name]?.trim() || row.fallback);
  return Object.fromEntries(Object.entries(variables).map(([key, row]) => [key, read<unknown>(row)])) as Values;
}

function unknownIn(env: NodeJS.ProcessEnv): readonly string[] {
  const known = new Set<string>(Object.values(variables).map(({ name }) => name));
  return Object.keys(env).filter((name) => name.startsWith('SEWAKA_') && !known.has(name));
}

function secretIn(dataDirectory: string): string {
  try {
    return installationSecret(dataDirectory);
  } catch (error) {
    throw new ConfigError('SEWAKA_DATA_DIR', error instanceof Error ? error.message : 'cannot be used');
  }
}

/** The origin a browser uses for a listening address; wildcard addresses are reached by loopback. */
export function localUrl(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/**
 * Reads the settings from the environment; makes the installation's secret when there is none yet.
 * @throws ConfigError naming the variable that cannot be used.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const { oidcIssuer, oidcClientId, oidcClientSecret, notifyUrl, notifySecret, secret, publicUrl, ...values } = readAll(env);
  if (oidcIssuer !== '' && oidcClientId === '')
    throw new ConfigError('SEWAKA_OIDC_CLIENT_ID', 'is needed with SEWAKA_OIDC_ISSUER');
  if (oidcIssuer !== '' && oidcClientSecret === '')
    throw new ConfigError('SEWAKA_OIDC_CLIENT_SECRET', 'is needed with SEWAKA_OIDC_ISSUER');
  if (notifyUrl !== '' && notifySecret === '')
    throw new ConfigError('SEWAKA_NOTIFY_SECRET', 'is needed with SEWAKA_NOTIFY_URL');
  return {
    ...values,
    unknownVariables: unknownIn(env),
    notify: notifyUrl === '' ? undefined : { url: notifyUrl, secret: notifySecret },
    publicUrl: publicUrl ?? localUrl(values.host, values.port),
    secret: secret === '' ? secretIn(values.dataDirectory) : secret,
    oidc:
      oidcIssuer === '' ? undefined : { issuer: oidcIssuer, clientId: oidcClientId, clientSecret: oidcClientSecret },
  };
}
