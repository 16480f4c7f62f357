import { randomUUID } from 'node:crypto';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractOperations } from '../http/contract.js';
import { engines } from '../testing/engines.js';
import { openBench, submissionFor, type Bench } from './testing.js';

/** What else than traffic an operation is counted by: on the caller's network, and on whoever is asked about. */
const counted: Readonly<Record<string, { readonly network?: string; readonly anybody?: string }>> = {
  'applications.submit': { anybody: 'submit-phone' },
  'documents.verify': { network: 'documents-verify' },
  'identity.confirm': { network: 'identity-confirm' },
  'identity.verify': { network: 'identity-network', anybody: 'identity-nik' },
  'tracking.open': { network: 'tracking-network', anybody: 'tracking-code' },
  'uploads.create': { network: 'uploads' },
};

const quotas: Readonly<Record<string, readonly [limit: number, window: number]>> = {
  reads: [1_200, 60],
  writes: [300, 60],
  'submit-phone': [30, 3_600],
  'documents-verify': [120, 900],
  'identity-confirm': [60, 900],
  'identity-network': [19, 3_600],
  'identity-nik': [5, 3_600],
  'tracking-network': [60, 900],
  'tracking-code': [10, 900],
  uploads: [200, 3_600],
};

describe.each(engines)('rate limits in headers on $name', (engine) => {
  let bench: Bench;
  let networks = 0;
  beforeAll(async () => void (bench = await openBench(engine, { SEWAKA_RATE_FACTOR: '1' })));
  afterAll(() => bench.close());

  const network = (): string => `10.0.${Math.floor(networks / 250)}.${(networks++ % 250) + 1}`;
  const standing = (name: string, used = 1): string => `"${name}";r=${(quotas[name]?.[0] ?? 0) - used};t=${quotas[name]?.[1]}`;
  const policy = (name: string): string => `"${name}";q=${quotas[name]?.[0]};w=${quotas[name]?.[1]}`;
  const consent = { accepted: true, textVersion: '1' };

  /** Something each counted operation takes far enough to be counted, about the nth person. */
  function askAbout(id: string, nth: number): InjectOptions {
    const person = bench.people[nth] ?? expect.fail('nobody lives here');
    const bodies: Readonly<Record<string, object>> = {
      'applications.submit': submissionFor(bench, person),
      'documents.verify': { code: 'ABCD-EFGH-JKMN-PQRS' },
      'identity.confirm': { code: '123456' },
      'identity.verify': { nik: person.nik, kk: person.kk, bornOn: person.bornOn, purpose: 'list_applications', consent },
      'tracking.open': { code: `7KQ2-M9XT-4VB8-PZ3N-WD6${String.fromCharCode(65 + nth)}`, factor: { kind: 'phone', value: person.phone } },
    };
    const body = bodies[id];
    return {
      headers: { 'idempotency-key': randomUUID(), ...(body ? { 'content-type': 'application/json' } : { 'tus-resumable': '1.0.0', 'upload-length': '10' }) },
      ...(body && { payload: JSON.stringify(body) }),
    };
  }

  function ask(operation: { method: string; path: string }, remoteAddress: string, options: InjectOptions = {}) {
    const url = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === 'verificationId' ? `ver_${'a'.repeat(26)}` : 'x'));
    return bench.app.inject({ method: operation.method as 'GET', url, remoteAddress, ...options });
  }

  it.each(contractOperations)('tell of $id what it was counted by, and how it stands', async (operation) => {
    const from = network();
    const traffic = operation.method === 'GET' || operation.method === 'HEAD' ? 'reads' : 'writes';
    const refused = await ask(operation, from, { headers: { 'content-type': 'text/nothing', authorization: 'Bearer nothing' } });
    expect(refused.statusCode).toBeGreaterThanOrEqual(400);
    expect(refused.headers).toMatchObject({ ratelimit: standing(traffic), 'ratelimit-policy': policy(traffic) });

    const { network: own, anybody } = counted[operation.id] ?? {};
    const answer = await ask(operation, from, askAbout(operation.id, 3));
    const shown = own === undefined ? [standing(traffic, 2)] : [standing(own), standing(traffic, 2)];
    expect(answer.headers['ratelimit']).toBe(shown.join(', '));
    const policies = [own, traffic, anybody].filter((name) => name !== undefined).map(policy);
    expect(answer.headers['ratelimit-policy']).toBe(policies.join(', '));
  });

  it.each(contractOperations.filter(({ id }) => counted[id]))('say of $id when it may be tried again', async (operation) => {
    const { network: own, anybody } = counted[operation.id] ?? {};
    for (const name of [own, anybody].filter((each) => each !== undefined)) {
      const [limit = 0, window = 0] = quotas[name] ?? [];
      bench.now = new Date(bench.now.getTime() + 3_600_000);
      const from = network();
      const about = (nth: number) => ask(operation, name === own ? from : network(), askAbout(operation.id, name === own ? (nth % 6) + 10 : 4));
      for (let nth = 0; nth < limit; nth += 1) {
        const answer = await about(nth);
        expect(answer.statusCode).not.toBe(429);
        if (name === anybody) expect(answer.headers['ratelimit']).not.toContain(name);
      }
      bench.now = new Date(bench.now.getTime() + 20_000);
      const refused = await about(limit);
      expect([refused.statusCode, refused.json<{ code: string }>().code, refused.headers['retry-after']]).toEqual([429, 'too_many_attempts', String(window - 20)]);
      expect(refused.headers['ratelimit']).toMatch(new RegExp(`^"${name}";r=0;t=${window - 20}(?:, |$)`));
    }
  });

  it.each([
    ['/v1/session', 'GET', 'reads'],
    ['/v1/uploads', 'POST', 'writes'],
  ] as const)('say of traffic to %s when it may go on', async (url, method, name) => {
    const from = network();
    const [limit = 0] = quotas[name] ?? [];
    const send = () => bench.app.inject({ method, url, remoteAddress: from });
    for (let nth = 0; nth < limit; nth += 1) expect((await send()).statusCode).not.toBe(429);
    const refused = await send();
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([429, 'rate_limited']);
    expect(refused.headers).toMatchObject({ 'retry-after': '60', ratelimit: `"${name}";r=0;t=60`, 'ratelimit-policy': policy(name) });
  });

  it('show an officer the own searches by NIK', async () => {
    const cookie = await bench.officer('51.71.04.2001', 'operator');
    const search = () => bench.call('POST', '/v1/desk/search', { cookie, key: false, body: { query: bench.people[0]?.nik } });
    expect((await search()).headers['ratelimit']).toContain('"desk-nik";r=119;t=3600');
    expect((await search()).headers['ratelimit']).toContain('"desk-nik";r=118;t=3600');
  });

  it.each(['identity.verify', 'tracking.open', 'applications.submit'])(
    'tell a stranger to %s nothing about what others did',
    async (id) => {
      const operation = contractOperations.find((each) => each.id === id) ?? expect.fail('no such operation');
      for (let nth = 0; nth < 4; nth += 1) await ask(operation, network(), askAbout(id, 20));
      const tried = await ask(operation, network(), askAbout(id, 20));
      const untried = await ask(operation, network(), askAbout(id, 21));
      for (const header of ['ratelimit', 'ratelimit-policy', 'retry-after']) expect(tried.headers[header]).toBe(untried.headers[header]);
    },
  );
});
