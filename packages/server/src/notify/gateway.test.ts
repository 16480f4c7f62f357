import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileOne, openBench, submissionFor, type Bench } from '../features/testing.js';
import { engines } from '../testing/engines.js';
import { createOutbox } from '../outbox.js';
import { createSecrets } from '../secrets.js';
import { deliver } from './delivery.js';
import { guardedLookup, post, sign } from './gateway.js';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const key = Buffer.alloc(32, 9);
const secret = `whsec_${key.toString('base64')}`;
const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** A gateway on this machine that answers as it is told, 204 when it is told nothing more. */
async function openGateway() {
  const received: Received[] = [];
  const answers: number[] = [];
  const server: Server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ headers: request.headers, body });
      const status = answers.shift() ?? 204;
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { received, answers, url: `http://127.0.0.1:${port}/notices`, close: () => server.close() };
}

const verify = ({ headers, body }: Received): boolean => {
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  return headers['webhook-signature'] === `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
};

describe('a message to the gateway', () => {
  let gateway: Awaited<ReturnType<typeof openGateway>>;
  beforeAll(async () => void (gateway = await openGateway()));
  afterAll(() => gateway.close());
  const now = new Date('2026-11-23T01:00:00Z');

  it('is signed over id, time and body', async () => {
    await post({ url: gateway.url, secret }, 'out_1', { to: '+6281200000001' }, now);
    const [first] = gateway.received.splice(0);
    expect(first?.headers).toMatchObject({ 'webhook-id': 'out_1', 'webhook-timestamp': '1795395600', 'content-type': 'application/json; charset=utf-8' });
    expect(first && verify(first)).toBe(true);
    expect(first && verify({ ...first, body: first.body.replace('1"', '2"') })).toBe(false);
    expect(sign(secret, { id: 'out_1', timestamp: 1, body: '' })).not.toBe(sign(secret, { id: 'out_2', timestamp: 1, body: '' }));
  });

  it.each([302, 400, 410, 429, 500])('counts as failed at %i, and follows no redirect', async (status) => {
    gateway.answers.push(status);
    await expect(post({ url: gateway.url, secret }, 'out_2', {}, now)).rejects.toThrow(String(status));
    expect(gateway.received.splice(0)).toHaveLength(1);
  });

  it.each([
    ['gateway.example', false],
    ['localhost', true],
  ])('to %s reaches this machine: %s', async (host, allowed) => {
    // As if the name of the gateway had come to lead here.
    const error = await new Promise((resolve) => guardedLookup(host)('localhost', {}, resolve));
    expect(error === null).toBe(allowed);
  });
});

describe.each(engines)('notices that leave the house on $name', (engine) => {
  let bench: Bench;
  let gateway: Awaited<ReturnType<typeof openGateway>>;
  beforeAll(async () => {
    gateway = await openGateway();
    bench = await openBench(engine, { SEWAKA_NOTIFY_URL: gateway.url, SEWAKA_NOTIFY_SECRET: secret });
  });
  afterAll(async () => {
    await bench.close();
    gateway.close();
  });

  it('are sent again until taken, under one id, and name nobody', async () => {
    const somebody = bench.people[50] ?? expect.fail('nobody lives here');
    gateway.answers.push(500);
    const submission = { ...submissionFor(bench, somebody), locale: 'en' };
    expect((await bench.call('POST', '/v1/applications', { body: submission })).statusCode).toBe(201);
    // The next try is set when the first is settled, not when the gateway hears of it.
    await expect.poll(async () => (await bench.call('GET', '/metrics')).body, { timeout: 10_000 }).toMatch(/sewaka_outbox_total\{kind="status-notice",outcome="retried"\} 1/);
    expect(gateway.received).toHaveLength(1);
    bench.now = new Date(bench.now.getTime() + 5_000);
    await expect.poll(() => gateway.received.length, { timeout: 10_000 }).toBe(2);
    const [first, second] = gateway.received.splice(0);
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(second && verify(second)).toBe(true);
    const told = JSON.parse(second?.body ?? '') as Record<string, string>;
    expect(told).toMatchObject({ kind: 'status', channel: 'whatsapp', to: somebody.phone, locale: 'en' });
    expect(told['text']).toContain('is being checked');
    for (const mark of [somebody.nik, somebody.kk, somebody.name, somebody.bornOn]) expect(second?.body).not.toContain(mark);
    expect((await bench.call('GET', '/readyz')).statusCode).toBe(200);
    await expect.poll(async () => (await bench.call('GET', '/metrics')).body, { timeout: 5_000 }).toMatch(/sewaka_outbox_total\{kind="status-notice",outcome="done"\} 1/);
  });

  it('bring a code while it is good, and not after', async () => {
    const { nik, kk, bornOn, phone } = bench.people[51] ?? expect.fail('nobody lives here');
    const body = { nik, kk, bornOn, purpose: 'list_applications', consent: { accepted: true, textVersion: '1' } };
    gateway.answers.push(503);
    expect((await bench.call('POST', '/v1/identity/verifications', { body })).statusCode).toBe(202);
    await expect.poll(() => gateway.received.length, { timeout: 10_000 }).toBe(1);
    const [sent] = gateway.received.splice(0);
    expect(JSON.parse(sent?.body ?? '')).toMatchObject({ kind: 'verification_code', to: phone, text: expect.stringMatching(/ \d{6}\./) as string });
    bench.now = new Date(bench.now.getTime() + 48 * 3_600_000);
    await fileOne(bench, bench.people[52] ?? expect.fail('nobody lives here'));
    await expect.poll(() => gateway.received.length, { timeout: 10_000 }).toBe(1);
    expect(gateway.received.splice(0)[0]?.body).toContain('"status"');
  });

  it('are given up in the end, and counted', async () => {
    let now = new Date('2027-01-01T00:00:00Z');
    const outcomes: string[] = [];
    const { db } = bench.test;
    const clock = (): Date => now;
    const outbox = createOutbox({ db, clock, secrets: createSecrets('x'.repeat(40)), log: silent, count: (_, outcome) => void outcomes.push(outcome) });
    const message = { kind: 'status', channel: 'sms', recipient: '+6281200000001', locale: 'id', body: 'E-Sewaka' } as const;
    outbox.work('trial', (_, { id }) => deliver({ config: bench.config, db, clock, log: silent }, { ...message, id }));
    gateway.answers.push(...Array.from({ length: 12 }, () => 500));
    await db.transaction((tx) => outbox.add(tx, 'trial', {}));
    for (let round = 0; round < 12; round += 1) {
      await outbox.drain();
      now = new Date(now.getTime() + 3_700_000);
    }
    expect(outcomes).toEqual([...Array.from({ length: 9 }, () => 'retried'), 'given_up']);
    expect(gateway.received.splice(0)).toHaveLength(10);
  });
});
