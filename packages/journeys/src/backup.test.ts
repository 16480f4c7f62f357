import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient, newIdempotencyKey } from '@e-sewaka/sdk';
import { loadConfig, startServer } from '@e-sewaka/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { domicile, phone } from './people.js';

const tool = fileURLToPath(new URL('../../../tools/backup.mjs', import.meta.url));
const quiet = { write: () => undefined };

describe('backup and restore', () => {
  let place: string;
  beforeAll(async () => void (place = await mkdtemp(join(tmpdir(), 'sewaka-backup-'))));
  afterAll(() => rm(place, { recursive: true, force: true }));

  const start = (name: string) =>
    startServer({ config: loadConfig({ PORT: '0', SEWAKA_DATA_DIR: join(place, name), SEWAKA_LOG_LEVEL: 'error' }), logTo: quiet });
  const run = (verb: string, data: string, folder: string) =>
    execFileSync(process.execPath, [tool, verb, join(place, folder)], {
      env: { ...process.env, SEWAKA_DATA_DIR: join(place, data) },
      encoding: 'utf8',
      stdio: 'pipe',
    });

  it('carries an application to another machine, taken while the server runs', async () => {
    const first = await start('first');
    const client = createClient({ baseUrl: first.url });
    const receipt = await client.applications.submit(domicile, { idempotencyKey: newIdempotencyKey() });
    run('backup', 'first', 'copy');
    await first.close();

    run('restore', 'second', 'copy');
    const second = await start('second');
    const opened = await createClient({ baseUrl: second.url }).tracking.open({ code: receipt.trackingCode, factor: { kind: 'phone', value: phone } });
    expect(opened.application.applicationId).toBe(receipt.application.id);
    await second.close();
  });

  it('never writes over what is there', async () => {
    const before = await readdir(join(place, 'copy'));
    expect(() => run('backup', 'second', 'copy')).toThrow(/not empty/);
    expect(() => run('restore', 'second', 'copy')).toThrow(/not empty/);
    expect(await readdir(join(place, 'copy'))).toEqual(before);
  });
});
