import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { loadCatalog, villages } from '@e-sewaka/catalog';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadConfig } from './config.js';
import { submissionFor } from './features/testing.js';
import { makePopulation } from './population/synthetic.js';
import { startServer, type RunningServer } from './start.js';
import { engines, type TestDatabase } from './testing/engines.js';

/** Well within the ten seconds after which the process gives up. */
const hurry = 5_000;
const people = makePopulation(villages);
const catalog = loadCatalog();
const bodyOf = (at: number): string => JSON.stringify(submissionFor({ catalog, now: new Date() }, people[at] ?? expect.fail('nobody lives here')));

describe.each(engines)('a server that is told to end on $name', (engine) => {
  async function start(): Promise<{ server: RunningServer; test: TestDatabase; stored: () => Promise<string[]> }> {
    const test = await engine.open();
    const config = loadConfig({ PORT: '0', SEWAKA_DATA_DIR: test.directory, SEWAKA_LOG_LEVEL: 'error', SEWAKA_RATE_FACTOR: '100', DATABASE_URL: test.databaseUrl ?? '' });
    const server = await startServer({ config, logTo: { write: () => undefined } });
    onTestFinished(() => test.close());
    return { server, test, stored: async () => (await test.db.read.selectFrom('applications').select('id').execute()).map(({ id }) => id).sort() };
  }

  it('answers what it has begun, and does nothing that it does not answer', async () => {
    const { server, test, stored } = await start();
    const acknowledged: string[] = [];
    const refused: unknown[] = [];
    const submit = async (at: number): Promise<void> => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
      const answer = await fetch(`${server.url}/v1/applications`, { method: 'POST', headers, body: bodyOf(at) }).catch(() => undefined);
      if (answer === undefined) return;
      const body = (await answer.json()) as { application?: { id: string } };
      if (body.application === undefined) refused.push(body);
      else acknowledged.push(body.application.id);
    };
    const running = Array.from({ length: 30 }, (_, at) => submit(at));
    await expect.poll(() => acknowledged.length, { interval: 2, timeout: 20_000 }).toBeGreaterThan(0);
    const began = performance.now();
    await server.close();
    expect(performance.now() - began).toBeLessThan(hurry);
    await Promise.all(running);
    expect(refused).toEqual([]);
    expect(await stored()).toEqual(acknowledged.sort());
    const events = await test.db.read.selectFrom('application_events').select('application_id').execute();
    expect(events.map(({ application_id: id }) => id).sort()).toEqual(acknowledged);
    await expect(fetch(server.url)).rejects.toThrow();
  });

  it('waits for a request that is still on its way in', async () => {
    const { server, stored } = await start();
    const body = bodyOf(0);
    const socket: Socket = connect(server.config.port, '127.0.0.1');
    let heard = '';
    socket.on('data', (chunk) => (heard += chunk.toString()));
    const ended = new Promise((done) => socket.once('close', done));
    const head = ['POST /v1/applications HTTP/1.1', 'Host: x', 'Content-Type: application/json', `Idempotency-Key: ${randomUUID()}`, `Content-Length: ${Buffer.byteLength(body)}`];
    socket.write(`${head.join('\r\n')}\r\n\r\n${body.slice(0, 100)}`);
    await new Promise((resume) => setTimeout(resume, 300));
    const closed = server.close();
    await new Promise((resume) => setTimeout(resume, 300));
    expect(heard).toBe('');
    const began = performance.now();
    socket.write(body.slice(100));
    await Promise.all([closed, ended]);
    expect(performance.now() - began).toBeLessThan(hurry);
    expect(heard).toMatch(/^HTTP\/1\.1 201 /);
    expect(await stored()).toHaveLength(1);
  });
});
