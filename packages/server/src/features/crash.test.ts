import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { villages, loadCatalog } from '@e-sewaka/catalog';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePopulation } from '../population/synthetic.js';
import { engines, type TestDatabase } from '../testing/engines.js';
import { submissionFor, type Bench } from './testing.js';

/** Lets Node run the sources: a specifier that ends in `.js` means the `.ts` beside it. */
const sources = `import { registerHooks } from 'node:module';
registerHooks({ resolve(name, context, next) {
  try { return next(name, context); } catch (error) {
    if (name.startsWith('.') && name.endsWith('.js')) return next(name.slice(0, -3) + '.ts', context);
    throw error;
  }
} });`;
const main = fileURLToPath(new URL('../main.ts', import.meta.url));

describe.each(engines)('killed in the middle of submissions on $name', (engine) => {
  let test: TestDatabase;
  let child: ChildProcess | undefined;
  beforeAll(async () => void (test = await engine.open()));
  afterAll(async () => {
    child?.kill('SIGKILL');
    await test.close();
  });

  async function start(): Promise<string> {
    const hook = `data:text/javascript,${encodeURIComponent(sources)}`;
    const env = { PATH: process.env['PATH'], PORT: '0', SEWAKA_DATA_DIR: test.directory, SEWAKA_RATE_FACTOR: '10000', SEWAKA_LOG_LEVEL: 'error', DATABASE_URL: test.databaseUrl ?? '' };
    const started = spawn(process.execPath, ['--no-warnings', '--conditions=e-sewaka-source', '--import', hook, main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    child = started;
    let said = '';
    for (const stream of [started.stdout, started.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    for (let waited = 0; waited < 60_000; waited += 50) {
      const url = /ready at (http:\S+)/.exec(said)?.[1];
      if (url !== undefined) return url;
      if (started.exitCode !== null) break;
      await new Promise((resume) => setTimeout(resume, 50));
    }
    throw new Error(`the server did not start: ${said}`);
  }

  it('loses nothing it acknowledged and doubles nothing', async () => {
    const now = new Date();
    const people = makePopulation(villages);
    const bench = { catalog: loadCatalog(), now } as Pick<Bench, 'catalog' | 'now'>;
    const wanted = Array.from({ length: 120 }, (_, at) => ({
      key: randomUUID(),
      body: JSON.stringify(submissionFor(bench, people[at % people.length] ?? expect.fail('nobody'))),
    }));
    const acknowledged = new Map<string, string>();
    const submit = async (url: string, { key, body }: (typeof wanted)[number]): Promise<void> => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': key };
      const answer = await fetch(`${url}/v1/applications`, { method: 'POST', headers, body }).catch(() => undefined);
      if (answer?.status !== 201) return;
      const text = await answer.text().catch(() => '');
      const id = /"id":"(app_\w+)"/.exec(text)?.[1];
      if (id === undefined || !text.endsWith('}')) return;
      const before = acknowledged.get(key);
      expect(before ?? id).toBe(id);
      acknowledged.set(key, id);
    };

    for (let round = 0; round < 3; round += 1) {
      const url = await start();
      const running = wanted.slice(round * 40, round * 40 + 40).map((each) => submit(url, each));
      const enough = acknowledged.size + 3 + round * 4;
      for (let waited = 0; acknowledged.size < enough && waited < 20_000; waited += 2) await new Promise((resume) => setTimeout(resume, 2));
      child?.kill('SIGKILL');
      await Promise.all([...running, child && once(child, 'exit')]);
    }
    const survived = new Map(acknowledged);
    expect(survived.size).toBeGreaterThanOrEqual(21);
    expect(survived.size).toBeLessThan(wanted.length);
    const url = await start();
    for (const each of wanted) await submit(url, each);
    child?.kill('SIGTERM');
    if (child) await once(child, 'exit');
    expect(child?.exitCode).toBe(0);

    expect(acknowledged.size).toBe(wanted.length);
    for (const [key, id] of survived) expect(acknowledged.get(key)).toBe(id);
    const rows = await test.db.read.selectFrom('applications').select('id').execute();
    expect(rows.map((row) => row.id).sort()).toEqual([...acknowledged.values()].sort());
    const events = await test.db.read.selectFrom('application_events').select('application_id').execute();
    expect(events.map((event) => event.application_id).sort()).toEqual([...acknowledged.values()].sort());
  }, 180_000);
});
