import { counterScopes, type CounterScope } from '@e-sewaka/contract';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type TestDatabase } from '../testing/engines.js';
import { peekNumber, takeNumber, type Series } from './numbering.js';

const types = [
  { type: 'SKD', classification: '470' },
  { type: 'SKP', classification: '470' },
  { type: 'SKU', classification: '510' },
] as const;

/** What a mask of this scope tells letters apart by. */
const apart = (scope: CounterScope, { office, year, type, classification }: Series): string =>
  [office, year, ...(scope === 'office' ? [] : [scope === 'type' ? type : classification])].join(' ');

describe.each(engines)('letter counters on $name', ({ open, name }) => {
  let test: TestDatabase;
  let offices = 0;
  beforeAll(async () => void (test = await open()));
  afterAll(() => test.close());
  const take = (series: Series): Promise<number> => test.db.transaction((tx) => takeNumber(tx, series));
  const fresh = (): string => `office ${(offices += 1)}`;

  it('never repeat a number, whatever is counted by from one letter to the next', async () => {
    const step = fc.record({ scope: fc.constantFrom(...counterScopes), letter: fc.constantFrom(...types), year: fc.constantFrom(2026, 2027), office: fc.constantFrom('a', 'b') });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const place = fresh();
        const given: { series: Series; number: number }[] = [];
        for (const { scope, letter, year, office } of steps) {
          const series: Series = { office: place + office, year, scope, ...letter };
          const number = await take(series);
          const alike = given.filter((each) => apart(scope, each.series) === apart(scope, series));
          expect(alike.map((each) => each.number)).not.toContain(number);
          given.push({ series, number });
        }
      }),
      { numRuns: name === 'sqlite' ? 40 : 15 },
    );
  });

  it.each(counterScopes)('have no gap and no double by %s, however many take at once', async (scope) => {
    const office = fresh();
    const asked = Array.from({ length: 60 }, (_, at): Series => ({ office, year: 2026, scope, ...(types[at % 3] ?? types[0]) }));
    const other = await test.reopen();
    const failing = new Set([7, 20, 41]);
    const taken = await Promise.all(
      asked.map(async (series, at) => {
        const number = (at % 2 ? other : test.db).transaction(async (tx) => {
          const got = await takeNumber(tx, series);
          if (failing.has(at)) throw new Error('not approved after all');
          return got;
        });
        return { series, number: await number.catch(() => 0) };
      }),
    );
    const runs = new Map<string, number[]>();
    for (const { series, number } of taken.filter((each) => each.number > 0))
      runs.set(apart(scope, series), [...(runs.get(apart(scope, series)) ?? []), number]);
    expect(runs.size).toBe({ type: 3, classification: 2, office: 1 }[scope]);
    for (const run of runs.values()) expect(run.sort((a, b) => a - b)).toEqual(run.map((_, at) => at + 1));
  });

  it('start again with the year, and show the next number without taking it', async () => {
    const series: Series = { office: fresh(), year: 2026, scope: 'type', ...types[0] };
    expect([await take(series), await take(series), await take({ ...series, year: 2027 })]).toEqual([1, 2, 1]);
    expect([await peekNumber(test.db.read, series), await peekNumber(test.db.read, series), await take(series)]).toEqual([3, 3, 3]);
  });

  it('go on after the numbers of a first release', async () => {
    const old = await open();
    try {
      await old.db.transaction(async (tx) => {
        for (const statement of [
          'drop index applications_letter',
          'alter table applications drop column letter_office',
          "delete from kysely_migration where name = '0004-letter-numbers'",
          "insert into letter_counters (village_code, series, year, last_number) values ('x', '470', 2026, 12), ('x', '510', 2026, 30), ('x', '470', 2025, 99)",
        ])
          await sql.raw(statement).execute(tx);
      });
      const now = await old.reopen();
      const next = async (scope: CounterScope, at: 0 | 1 | 2, year = 2026): Promise<number> =>
        now.transaction((tx) => takeNumber(tx, { office: 'x', year, scope, ...types[at] }));
      expect([await next('type', 0), await next('type', 0), await next('type', 1), await next('type', 2)]).toEqual([13, 14, 13, 31]);
      expect([await next('classification', 0), await next('office', 0), await next('type', 0)]).toEqual([15, 32, 33]);
      expect(await next('type', 0, 2027)).toBe(1);
    } finally {
      await old.close();
    }
  });
});
