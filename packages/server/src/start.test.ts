import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { loadCatalog } from '@e-sewaka/catalog';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSessions } from './auth/sessions.js';
import { ConfigError, loadConfig } from './config.js';
import { openDatabase } from './db/index.js';
import { startServer, type RunningServer } from './start.js';

describe('startServer', () => {
  let directory: string;
  const open: RunningServer[] = [];
  beforeAll(async () => void (directory = await mkdtemp(join(tmpdir(), 'sewaka-start-'))));
  afterAll(async () => {
    await Promise.all(open.map((server) => server.close()));
    await rm(directory, { recursive: true, force: true });
  });
  const start = async (): Promise<RunningServer> => {
    const config = loadConfig({ PORT: '0', SEWAKA_DATA_DIR: directory, SEWAKA_DEMO: 'on', SEWAKA_LOG_LEVEL: 'error' });
    const server = await startServer({ config, logTo: { write: () => undefined } });
    open.push(server);
    return server;
  };

  it('takes a free port, says so in its links, and answers', async () => {
    const { url, config } = await start();
    expect(config.publicUrl).toBe(url);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const issuer = (await (await fetch(`${url}/oidc/.well-known/openid-configuration`)).json()) as { issuer: string };
    expect(issuer.issuer).toBe(`${url}/oidc`);
  });

  it('starts without anything deprecated', async () => {
    const warnings: Error[] = [];
    const hear = (warning: Error): void => void warnings.push(warning);
    process.on('warning', hear);
    await start();
    process.off('warning', hear);
    expect(warnings.filter(({ name }) => name.includes('Deprecat')).map(({ message }) => message)).toEqual([]);
  });

  it('warns once that notices reach nobody, when neither a gateway nor the demo takes them, and of names that are no settings', async () => {
    const warningsOf = async (env: NodeJS.ProcessEnv): Promise<readonly string[]> => {
      const config = loadConfig({ PORT: '0', SEWAKA_DATA_DIR: join(directory, 'real'), SEWAKA_LOG_LEVEL: 'error', ...env });
      const server = await startServer({ config, logTo: { write: () => undefined } });
      open.push(server);
      expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
      return server.warnings;
    };
    expect(await warningsOf({})).toEqual([expect.stringContaining('SEWAKA_NOTIFY_URL')]);
    const secret = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
    expect(await warningsOf({ SEWAKA_NOTIFY_URL: 'https://gateway.example/', SEWAKA_NOTIFY_SECRET: secret })).toEqual([]);
    expect(await warningsOf({ SEWAKA_NOTIFY_URL: 'https://gateway.example/', SEWAKA_NOTIFY_SECRET: secret, SEWAKA_DEM0: 'on' })).toEqual([
      expect.stringMatching(/^SEWAKA_DEM0 .*operating\.md/),
    ]);
  });

  it('says which village service it does not offer, where, and what to do', async () => {
    const own = join(directory, 'own');
    await mkdir(join(own, 'services'), { recursive: true });
    const shipped = await readFile(loadCatalog().source.get('surat-keterangan-domisili') ?? '', 'utf8');
    await writeFile(join(own, 'services', 'lokal-lama.yaml'), shipped.replace(/^id: .*/m, 'id: lokal-lama').replace(/^ *abbreviation: .*\n/m, ''));
    const config = loadConfig({ PORT: '0', SEWAKA_DATA_DIR: own, SEWAKA_DEMO: 'on', SEWAKA_LOG_LEVEL: 'error' });
    const server = await startServer({ config, logTo: { write: () => undefined } });
    open.push(server);
    expect(server.warnings).toEqual([expect.stringMatching(/lokal-lama\.yaml:\d+:\d+ "abbreviation" is missing: add .*operating\.md/)]);
    expect((await fetch(`${server.url}/v1/services/lokal-lama`)).status).toBe(404);
  });

  it.each([
    [{ DATABASE_URL: 'postgres://somebody:secret-word@127.0.0.1:1/sewaka' }, /^DATABASE_URL: connect ECONNREFUSED/],
    [{ DATABASE_URL: 'postgres://somebody:secret-word@nowhere.invalid/sewaka' }, /^DATABASE_URL: getaddrinfo/],
    [{ SEWAKA_SECRET: 's'.repeat(32), SEWAKA_DATA_DIR: fileURLToPath(import.meta.url) }, /^SEWAKA_DATA_DIR: (?:EEXIST|ENOTDIR)/],
  ])('names the setting by which it finds no database: %j', async (env, reason) => {
    const config = loadConfig({ PORT: '0', SEWAKA_DATA_DIR: directory, ...env });
    const refusal: unknown = await startServer({ config }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ConfigError);
    expect(String(refusal)).toMatch(new RegExp(`ConfigError: ${reason.source.slice(1)}`));
    expect(inspect(refusal)).not.toContain('secret-word');
  });

  it('starts again on the same data, and twice at once', async () => {
    await Promise.all([start(), start()]);
  });

  it('ends open streams at shutdown, with a word when to come back', async () => {
    const server = await start();
    const db = await openDatabase({ dataDirectory: directory });
    const sessions = createSessions({ db, clock: () => new Date() });
    const officer = { kind: 'officer', accountId: 'x', name: 'X', office: '51.71.04.2001', post: 'operator' } as const;
    const { accessToken } = await db.transaction((tx) => sessions.issue(tx, officer));
    await db.close();
    const answer = await fetch(`${server.url}/v1/desk/stream`, {
      headers: { cookie: `sewaka_session=${accessToken}` },
    });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const body = answer.text();
    const began = performance.now();
    await server.close();
    expect(await body).toContain('retry: ');
    expect(performance.now() - began).toBeLessThan(5_000);
    await expect(fetch(server.url)).rejects.toThrow();
  });
});
