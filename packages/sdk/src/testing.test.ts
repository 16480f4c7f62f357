import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientCredentials } from './auth/service.js';
import { createClient } from './index.js';
import { startTestServer } from './testing.js';

describe('startTestServer', () => {
  const usual = process.env['TMPDIR'];
  let place: string;
  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), 'sewaka-sdk-'));
    process.env['TMPDIR'] = place;
  });
  afterAll(async () => {
    if (usual === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = usual;
    await rm(place, { recursive: true });
  });

  it('starts servers that know nothing of each other, and leaves nothing behind', async () => {
    const servers = await Promise.all([startTestServer(), startTestServer({ office: '51.71.01.1006' })]);
    expect(await readdir(place)).toHaveLength(2);
    const [first, second] = servers.map(({ url, officers }) => createClient({ baseUrl: url, auth: clientCredentials(officers.operator) }));
    const [here, there] = [await first?.desk.list({}), await second?.desk.list({})];
    expect(here?.data.every(({ villageCode }) => villageCode === '51.71.04.2001')).toBe(true);
    expect(there?.data.every(({ villageCode }) => villageCode === '51.71.01.1006')).toBe(true);
    expect([here?.data.length, there?.data.length].every((length) => (length ?? 0) > 0)).toBe(true);
    await Promise.all(servers.map((server) => server.close()));
    expect(await readdir(place)).toEqual([]);
    for (const { url } of servers) await expect(fetch(url)).rejects.toThrow();
  }, 120_000);

  it('leaves nothing behind either when it cannot start', async () => {
    await expect(startTestServer({ env: { SEWAKA_BODY_LIMIT: 'much' } })).rejects.toThrow(/^SEWAKA_BODY_LIMIT: /);
    await expect(startTestServer({ env: { DATABASE_URL: 'postgres://127.0.0.1:1/x' } })).rejects.toThrow(/^DATABASE_URL: /);
    expect(await readdir(place)).toEqual([]);
  });
});
