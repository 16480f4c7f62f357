import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient, newIdempotencyKey } from '@e-sewaka/sdk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { build, essentials } from '../../../tools/build.mjs';
import { domicile, phone } from './people.js';

const main = fileURLToPath(new URL('../../server/dist/main.js', import.meta.url));
const people = 24;

let folder: string;
let port: number;
let running: ChildProcess;
beforeAll(async () => {
  await build(essentials);
  folder = await mkdtemp(join(tmpdir(), 'sewaka-killed-'));
  port = await freePort();
  await start();
});
afterAll(async () => {
  running.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Starts the server as people run it; resolves once it says that it is ready. */
function start(): Promise<void> {
  running = spawn(process.execPath, [main], {
    env: { ...process.env, PORT: String(port), SEWAKA_DATA_DIR: folder, SEWAKA_DEMO: 'off', SEWAKA_RATE_FACTOR: '1000', SEWAKA_LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((done, fail) => {
    running.once('exit', (code) => fail(new Error(`The server ended with ${String(code)}.`)));
    running.stdout?.on('data', (words: Buffer) => words.toString().includes('is ready') && done());
  });
}

async function kill(): Promise<void> {
  running.removeAllListeners('exit');
  const gone = new Promise((done) => running.once('exit', done));
  running.kill('SIGKILL');
  await gone;
}

it('loses nothing it acknowledged and doubles nothing when killed in the middle', async () => {
  const client = createClient({ baseUrl: `http://127.0.0.1:${port}`, retries: 0 });
  let acknowledged = 0;
  /** Sends the same application with the same key until it is answered, as a form does. */
  const file = async (number: number): Promise<readonly [id: string, code: string]> => {
    const idempotencyKey = newIdempotencyKey();
    for (let attempt = 0; attempt < 400; attempt += 1) {
      try {
        const { application, trackingCode } = await client.applications.submit({ ...domicile, answers: { ...domicile.answers, purpose: `Permohonan nomor ${number}` } }, { idempotencyKey });
        acknowledged += 1;
        return [application.id, trackingCode];
      } catch {
        await new Promise((done) => setTimeout(done, 25));
      }
    }
    throw new Error('never answered');
  };
  const all = Promise.all(Array.from({ length: people }, (_, number) => file(number)));
  for (const enough of [3, 12]) {
    await expect.poll(() => acknowledged, { interval: 1, timeout: 30_000 }).toBeGreaterThanOrEqual(enough);
    await kill();
    await start();
  }
  const filed = await all;
  expect(new Set(filed.map(([id]) => id)).size).toBe(people);
  for (const [id, code] of filed) {
    const { application } = await client.tracking.open({ code, factor: { kind: 'phone', value: phone } });
    expect(application.applicationId).toBe(id);
  }
  expect(await rows()).toBe(people);
});

/** How many applications the database holds: a doubled one would have no code that anybody knows. */
async function rows(): Promise<number> {
  const { DatabaseSync } = await import('node:sqlite');
  const { readdir } = await import('node:fs/promises');
  const [name = ''] = (await readdir(folder)).filter((each) => /\.(sqlite|db)$/.test(each));
  const database = new DatabaseSync(join(folder, name), { readOnly: true });
  const row = database.prepare('select count(*) as count from applications').get();
  database.close();
  return Number(row?.['count']);
}
