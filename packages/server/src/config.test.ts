import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadConfig } from './config.js';

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

  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://x'],
    ['SEWAKA_DEMO', 'yes'],
    ['SEWAKA_SECRET', 'short'],
    ['SEWAKA_PUBLIC_URL', 'https://desa.example/pfad'],
    ['SEWAKA_SITES', 'https://a.example, https://b.example/'],
    ['SEWAKA_SITES', '*'],
    ['SEWAKA_OIDC_ISSUER', 'http://sso.example'],
    ['SEWAKA_TRUST_PROXY', 'all'],
    ['SEWAKA_LOG_LEVEL', 'loud'],
  ])('names %s when it is "%s"', (name, value) => {
    expect(() => load({ [name]: value })).toThrow(new RegExp(`^${name}: `));
  });

  it('wants client id and secret with an outside issuer', () => {
    expect(() => load({ SEWAKA_OIDC_ISSUER: 'https://sso.example' })).toThrow('SEWAKA_OIDC_CLIENT_ID');
  });
});
