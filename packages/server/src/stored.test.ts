import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSessions } from './auth/sessions.js';
import { createEvents } from './events.js';
import { Idempotency, Replay, type KeptAnswer } from './idempotency.js';
import { createLimits } from './limits.js';
import { createOutbox } from './outbox.js';
import { createSecrets } from './secrets.js';
import { engines, type TestDatabase } from './testing/engines.js';

const silent = { debug() {}, info() {}, warn() {}, error() {} };

describe.each(engines)('what is stored on $name', ({ open }) => {
  let test: TestDatabase;
  let now = new Date('2026-11-23T01:00:00Z');
  const clock = () => now;
  const secrets = createSecrets('a secret that is long enough for a test');
  const pass = (seconds: number): void => void (now = new Date(now.getTime() + seconds * 1000));
  beforeAll(async () => void (test = await open()));
  afterAll(() => test.close());
  const parts = () => ({ db: test.db, clock, secrets, log: silent });

  describe('sessions', () => {
    it('end after half an hour without use', async () => {
      const sessions = createSessions(parts());
      const { accessToken } = await test.db.transaction((tx) =>
        sessions.issue(tx, { kind: 'applicant', applicationId: 'app_1' }),
      );
      pass(29 * 60);
      expect(await sessions.find(accessToken)).toMatchObject({ kind: 'applicant', applicationId: 'app_1' });
      pass(29 * 60);
      expect(await sessions.find(accessToken)).toBeDefined();
      pass(31 * 60);
      expect(await sessions.find(accessToken)).toBeUndefined();
    });

    it('end after eight hours of steady use', async () => {
      const sessions = createSessions(parts());
      const { accessToken } = await test.db.transaction((tx) =>
        sessions.issue(tx, { kind: 'resident', residentRef: 'r' }),
      );
      for (let quarter = 1; quarter < 32; quarter += 1) {
        pass(15 * 60);
        expect(await sessions.find(accessToken)).toBeDefined();
      }
      pass(16 * 60);
      expect(await sessions.find(accessToken)).toBeUndefined();
    });

    it('keep no token in the clear', async () => {
      const sessions = createSessions(parts());
      const { accessToken } = await test.db.transaction((tx) =>
        sessions.issue(tx, { kind: 'resident', residentRef: 'r' }),
      );
      const rows = await test.db.read.selectFrom('sessions').selectAll().execute();
      expect(JSON.stringify(rows)).not.toContain(accessToken.slice(4));
    });
  });

  describe('shared limits', () => {
    it('count across processes and open again after the window', async () => {
      const here = createLimits(parts());
      const there = createLimits({ ...parts(), db: await test.reopen() });
      const take = (limits: typeof here) => limits.takeShared('guess', 'somebody', { limit: 3, seconds: 60, counts: 'anybody' });
      await take(here);
      await take(there);
      await take(here);
      await expect(take(there)).rejects.toMatchObject({ code: 'too_many_attempts', extras: { retryAfter: 60 } });
      pass(61);
      await expect(take(here)).resolves.toBeUndefined();
    });
  });

  describe('the outbox', () => {
    it('does nothing for a transaction that failed', async () => {
      const outbox = createOutbox(parts());
      const done: unknown[] = [];
      outbox.work('say', async (payload) => void done.push(payload));
      await test.db
        .transaction((tx) => outbox.add(tx, 'say', 1).then(() => Promise.reject(new Error('no'))))
        .catch(() => undefined);
      await test.db.transaction((tx) => outbox.add(tx, 'say', { two: 2 }));
      expect(await outbox.drain()).toBe(1);
      expect(done).toEqual([{ two: 2 }]);
    });

    it('tries again later, and gives an entry to one process only', async () => {
      const one = createOutbox(parts());
      const other = createOutbox({ ...parts(), db: await test.reopen() });
      const attempts: number[] = [];
      for (const outbox of [one, other]) {
        outbox.work('flaky', async (_payload, { attempt }) => {
          attempts.push(attempt);
          if (attempt < 3) throw new Error('not yet');
        });
      }
      await test.db.transaction((tx) => one.add(tx, 'flaky', {}));
      await Promise.all([one.drain(), other.drain()]);
      expect(attempts).toEqual([1]);
      pass(10);
      await Promise.all([one.drain(), other.drain()]);
      pass(10);
      await Promise.all([one.drain(), other.drain()]);
      pass(100);
      await Promise.all([one.drain(), other.drain()]);
      expect(attempts).toEqual([1, 2, 3]);
    });
  });

  describe('events', () => {
    it('wait for a reader and end with its signal', async () => {
      const events = createEvents(test.db);
      const gone = new AbortController();
      const changes = events.subscribe('desk', gone.signal);
      await test.db.transaction((tx) => events.publish(tx, 'desk', { n: 1 }));
      const heard: unknown[] = [];
      for await (const change of changes) {
        heard.push(change);
        gone.abort();
      }
      expect(heard).toEqual([{ n: 1 }]);
    });
  });

  describe('an idempotency key', () => {
    const answerOf = (n: number): KeptAnswer => ({ status: 201, headers: {}, body: String(n) });
    const request = (key: string, body: unknown) =>
      new Idempotency(parts(), { key, subject: 'guest', operation: 'x.create', target: '/x', body });

    it('gives a repeat the kept answer and runs the work once', async () => {
      let runs = 0;
      const run = () => request('k1', { a: 1 }).run(async () => (runs += 1), answerOf);
      await run();
      await expect(run()).rejects.toBeInstanceOf(Replay);
      expect(await request('k1', { a: 1 }).find()).toEqual(answerOf(1));
      expect(runs).toBe(1);
    });

    it('refuses another body, and forgets nothing of a failure', async () => {
      await request('k2', { a: 1 }).run(async () => 1, answerOf);
      await expect(request('k2', { a: 2 }).find()).rejects.toMatchObject({ code: 'idempotency_key_reused' });
      await expect(request('k3', {}).run(async () => Promise.reject(new Error('no')), answerOf)).rejects.toThrow('no');
      await expect(request('k3', {}).run(async () => 7, answerOf)).resolves.toBe(7);
    });

    it('lets one of twenty at once through', async () => {
      let runs = 0;
      const all = Array.from({ length: 20 }, () =>
        request('k4', {})
          .run(async () => (runs += 1), answerOf)
          .catch((error: { code: string }) => error.code),
      );
      const outcomes = await Promise.all(all);
      expect(runs).toBe(1);
      expect(outcomes.filter((outcome) => outcome === 'idempotency_in_progress')).toHaveLength(19);
    });

    it('keeps the answer unreadable without the client’s key', async () => {
      await request('marker-key-of-a-client', {}).run(
        async () => 1,
        () => ({ status: 201, headers: {}, body: 'tracking code MARKER-IN-THE-ANSWER' }),
      );
      const rows = await test.db.read.selectFrom('idempotency').selectAll().execute();
      expect(JSON.stringify(rows)).not.toMatch(/MARKER-IN|marker-key/);
    });

    it('is free again after a day', async () => {
      await request('k6', {}).run(async () => 1, answerOf);
      pass(24 * 3600 + 1);
      expect(await request('k6', {}).find()).toBeUndefined();
      await expect(request('k6', { other: true }).run(async () => 2, answerOf)).resolves.toBe(2);
    });
  });
});
