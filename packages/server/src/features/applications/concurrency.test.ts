import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeNumber } from '../../letters/numbering.js';
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

  it('fifty approvals number fifty letters without gap or double', async () => {
    const filed = [];
    for (let at = 0; at < 50; at += 1) filed.push(await fileOne(bench, person(at + 2)));
    const operator = await bench.officer(home, 'operator');
    const answers = await Promise.all(filed.map((each) => step(bench, operator, each, 1, approval)));
    expect(answers.map((answer) => answer.statusCode)).toEqual(filed.map(() => 200));
    const rows = await bench.test.db.read
      .selectFrom('applications')
      .select(['letter_sequence', 'letter_number'])
      .where('letter_sequence', 'is not', null)
      .orderBy('letter_sequence')
      .execute();
    expect(rows.map((row) => row.letter_sequence)).toEqual(Array.from({ length: 50 }, (_, at) => at + 1));
    expect(rows[11]?.letter_number).toBe('470/012/5171042001/XI/2026');
  });

  it('gives a number back when its approval fails, and starts again with the year', async () => {
    const series = { office: home, letterType: '999', year: 2026 };
    const { db } = bench.test;
    await expect(db.transaction((tx) => takeNumber(tx, series).then(() => Promise.reject(new Error('no'))))).rejects.toThrow('no');
    expect(await db.transaction((tx) => takeNumber(tx, series))).toBe(1);
    expect(await db.transaction((tx) => takeNumber(tx, { ...series, year: 2027 }))).toBe(1);
    expect(await db.transaction((tx) => takeNumber(tx, series))).toBe(2);
  });

  it('of two officers only one moves an application', async () => {
    const filed = await fileOne(bench, person(60));
    const officers = await Promise.all([bench.officer(home, 'operator'), bench.officer(home, 'secretary')]);
    const answers = await Promise.all(officers.map((cookie) => step(bench, cookie, filed, 1, approval)));
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 412]);
  });
});
