import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { loadConfig } from './config.js';
import { openDatabase } from './db/index.js';

const directory = mkdtempSync(join(tmpdir(), 'sewaka-config-'));
afterAll(() => rmSync(directory, { recursive: true }));
const load = (env: NodeJS.ProcessEnv) => loadConfig({ SEWAKA_DATA_DIR: directory, ...env });

describe('loadConfig', () => {
  it('listens on loopback only, with the demo off, unless told otherwise', () => {
    expect(load({})).toMatchObject({
      host: '127.0.0.1',
      port: 8787,
      demo: false,
      publicUrl: 'http://127.0.0.1:8787',
      siteOrigins: [],
      trustProxy: [],
    });
  });

  it('makes a secret once, for its owner only', () => {
    const first = load({}).secret;
    expect(first.length).toBeGreaterThanOrEqual(43);
    expect(load({}).secret).toBe(first);
    expect(statSync(join(directory, 'secret')).mode & 0o077).toBe(0);
  });

  it('lets nobody else read the database, also in a folder that was there before', async () => {
    const open = join(directory, 'open');
    mkdirSync(open, { mode: 0o755 });
    const db = await openDatabase({ dataDirectory: open });
    const modes = readdirSync(open).map((name) => [name, statSync(join(open, name)).mode & 0o077]);
    await db.close();
    expect(modes.length).toBeGreaterThan(1);
    expect(modes.filter(([, mode]) => mode !== 0)).toEqual([]);
  });

  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['HOST', '999.1.1.1'],
    ['HOST', 'a b'],
    ['SEWAKA_DATA_DIR', fileURLToPath(import.meta.url)],
    ['DATABASE_URL', 'mysql://x'],
    ['SEWAKA_DEMO', 'yes'],
    ['SEWAKA_SECRET', 'short'],
    ['SEWAKA_PUBLIC_URL', 'https://desa.example/pfad'],
    ['SEWAKA_SITES', 'https://a.example, https://b.example/'],
    ['SEWAKA_SITES', '*'],
    ['SEWAKA_OIDC_ISSUER', 'http://sso.example'],
    ['SEWAKA_TRUST_PROXY', 'all'],
    ['SEWAKA_TRUST_PROXY', '10.0.0.0/33'],
    ['SEWAKA_TRUST_PROXY', '10.0.0.0/8/8'],
    ['SEWAKA_LOG_LEVEL', 'loud'],
    ['SEWAKA_METRICS_TOKEN', 'short'],
    ['SEWAKA_NOTIFY_SECRET', 'whsec_short'],
    ['SEWAKA_NOTIFY_SECRET', 'a'.repeat(40)],
    ['SEWAKA_NOTIFY_URL', 'gateway'],
  ])('names %s when it is "%s"', (name, value) => {
    expect(() => load({ [name]: value })).toThrow(new RegExp(`^${name}: `));
  });

  it.each([
    'http://gateway.example/',
    'http://10.0.0.1/',
    'https://user:word@gateway.example/',
    'https://169.254.169.254/latest',
    'https://2852039166/',
    'https://0xa9fea9fe/',
    'https://0251.0376.0251.0376/',
    'https://[::ffff:169.254.169.254]/',
    'https://[fe80::1]/',
    'https://[fd00:ec2::254]/',
    'https://0.0.0.0/',
    'https://[::]/',
    'https://224.0.0.1/',
    'ftp://127.0.0.1/',
    'http://127.0.0.1.evil.example/',
  ])('sends no notices to %s', (address) => expect(() => load({ SEWAKA_NOTIFY_URL: address })).toThrow(/^SEWAKA_NOTIFY_URL: /));

  it.each(['https://gateway.example/sms', 'https://10.0.0.1/', 'http://127.0.0.1:9/', 'http://[::1]:9/', 'http://localhost:9/'])(
    'sends notices to %s, signed',
    (url) => {
      expect(() => load({ SEWAKA_NOTIFY_URL: url })).toThrow('SEWAKA_NOTIFY_SECRET');
      const secret = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
      expect(load({ SEWAKA_NOTIFY_URL: url, SEWAKA_NOTIFY_SECRET: secret }).notify).toEqual({ url, secret });
    },
  );

  it('names what begins like a setting and is none', () => {
    expect(load({ SEWAKA_DEM0: 'on', SEWAKA_DEMO: 'on', PATH: '/bin' }).unknownVariables).toEqual(['SEWAKA_DEM0']);
  });

  it('wants client id and secret with an outside issuer', () => {
    expect(() => load({ SEWAKA_OIDC_ISSUER: 'https://sso.example' })).toThrow('SEWAKA_OIDC_CLIENT_ID');
  });
});
