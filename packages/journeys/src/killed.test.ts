import { join } from 'node:path';
import { createClient, newIdempotencyKey } from '@e-sewaka/sdk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { build, essentials } from '../../../tools/build.mjs';
import { domicile, phone } from './people.js';
import { serverProcess, type ServerProcess } from './server-process.js';

const people = 24;

let server: ServerProcess;
beforeAll(async () => {
  await build(essentials);
  server = await serverProcess();
  await server.start();
});
afterAll(() => server.close());

it('loses nothing it acknowledged and doubles nothing when killed in the middle', async () => {
  const client = createClient({ baseUrl: server.url, retries: 0 });
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
    await server.kill();
    await server.start();
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
  const [name = ''] = (await readdir(server.folder)).filter((each) => /\.(sqlite|db)$/.test(each));
  const database = new DatabaseSync(join(server.folder, name), { readOnly: true });
  const row = database.prepare('select count(*) as count from applications').get();
  database.close();
  return Number(row?.['count']);
}
