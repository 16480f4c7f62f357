import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Config } from '../config.js';
import { isObject } from '../http/json.js';
import { isOfficerPost, type OfficerPost } from '../principal.js';

/** A program that may ask the embedded provider for tokens. */
export interface MachineClient {
  readonly id: string;
  readonly secret: string;
  readonly scopes: readonly string[];
  /** Narrows it to one office, and to one post there. */
  readonly office?: string;
  readonly post?: OfficerPost;
}

/** Scopes a machine client may have. */
export const machineScopes = ['applications:read', 'applications:write', 'desk:read', 'desk:write'] as const;

const fileName = 'clients.yaml';
const secretLength = 32;

/** Reads `clients.yaml` of the data folder. In the demo a client with a random secret is written there when it is missing. */
export async function readMachineClients(
  config: Pick<Config, 'dataDirectory' | 'demo'>,
): Promise<readonly MachineClient[]> {
  const file = join(config.dataDirectory, fileName);
  if (config.demo) await writeDemoClient(config.dataDirectory, file);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return [];
  const parsed: unknown = parse(text);
  if (!Array.isArray(parsed)) throw new Error(`${file} must be a list of clients.`);
  return parsed.map((entry: unknown, index) => readClient(entry, `${file}, client ${index + 1}`));
}

async function writeDemoClient(directory: string, file: string): Promise<void> {
  const client = { id: 'demo-machine', secret: randomBytes(secretLength).toString('base64url'), scopes: machineScopes };
  const note = '# Machine clients of this installation: id, secret, scopes, and optionally office and post.\n';
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await writeFile(file, note + stringify([client]), { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
}

function readClient(entry: unknown, place: string): MachineClient {
  const { id, secret, scopes, office, post, ...rest } = isObject(entry) ? entry : {};
  const refuse = (reason: string): never => {
    throw new Error(`${place}: ${reason}`);
  };
  if (Object.keys(rest).length > 0) refuse(`unknown entries ${Object.keys(rest).join(', ')}`);
  if (typeof id !== 'string' || !/^[a-z0-9-]{3,60}$/.test(id))
    return refuse('id must be 3 to 60 lower-case letters, digits and dashes');
  if (typeof secret !== 'string' || secret.length < secretLength)
    return refuse(`secret must have at least ${secretLength} characters`);
  const known = machineScopes.filter((scope) => Array.isArray(scopes) && scopes.includes(scope));
  if (!Array.isArray(scopes) || known.length !== scopes.length || known.length === 0)
    return refuse(`scopes must be some of ${machineScopes.join(', ')}`);
  if (office !== undefined && typeof office !== 'string') return refuse('office must be a code in quotes');
  if (post !== undefined && !isOfficerPost(post)) return refuse('post is unknown');
  if (post === 'kadus') return refuse('no program vouches in the place of a kadus');
  return {
    id,
    secret,
    scopes: known,
    ...(office === undefined ? {} : { office }),
    ...(post === undefined ? {} : { post }),
  };
}
