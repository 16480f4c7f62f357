import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../testing/engines.js';
import { approval, fileOne, home, openBench, step, submissionFor, type Bench } from '../testing.js';

describe.each(engines)('at the same time on $name', (engine) => {
  let bench: Bench;
  beforeAll(async () => void (bench = await openBench(engine)));
  afterAll(() => bench.close());
  const person = (at = 0) => bench.people[at] ?? expect.fail('nobody lives here');
  const count = async (): Promise<number> =>
    Number((await bench.test.db.read.selectFrom('applications').select((row) => row.fn.countAll().as('n')).executeTakeFirstOrThrow()).n);

  it('twenty equal submissions make one application', async () => {
    const before = await count();
    const key = randomUUID();
    const body = submissionFor(bench, person());
    const answers = await Promise.all(Array.from({ length: 20 }, () => bench.call('POST', '/v1/applications', { key, body })));
    expect(answers.every((answer) => answer.statusCode === 201 || answer.statusCode === 409)).toBe(true);
    expect(await count()).toBe(before + 1);
    const repeat = await bench.call('POST', '/v1/applications', { key, body });
    expect(repeat.headers['idempotency-replayed']).toBe('true');
    const first = answers.find((answer) => answer.statusCode === 201);
    expect(repeat.json()).toEqual(first?.json());
  });

  it('one draft makes one application, even with two keys', async () => {
    const before = await count();
    const body = { ...submissionFor(bench, person(1)), draftId: 'draft-1' };
    const answers = await Promise.all([1, 2, 3].map(() => bench.call('POST', '/v1/applications', { body })));
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([201, 422, 422]);
    expect(await count()).toBe(before + 1);
  });

  it('nobody has a stranger’s phone called all day', async () => {
    const careful = await openBench(engine, { SEWAKA_RATE_FACTOR: '1' });
    try {
      const person = careful.people[0] ?? expect.fail('nobody lives here');
      const statuses = [];
      for (let at = 0; at < 31; at += 1) {
        const answer = await careful.call('POST', '/v1/applications', { body: submissionFor(careful, person) });
        statuses.push(answer.statusCode);
      }
      expect(statuses).toEqual([...Array.from({ length: 30 }, () => 201), 429]);
    } finally {
      await careful.close();
    }
  });

  it('of two officers only one moves an application', async () => {
    const filed = await fileOne(bench, person(60));
    const officers = await Promise.all([bench.officer(home, 'operator'), bench.officer(home, 'secretary')]);
    const answers = await Promise.all(officers.map((cookie) => step(bench, cookie, filed, 1, approval)));
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 412]);
  });
});
