import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type TestDatabase } from '../testing/engines.js';
import type { Db, Tx } from './db.js';

const count = (tx: Tx, by: number): Promise<unknown> =>
  tx
    .insertInto('letter_counters')
    .values({ village_code: '51.71.01.1001', series: 'a', year: 2026, last_number: by })
    .onConflict((conflict) =>
      conflict
        .columns(['village_code', 'series', 'year'])
        .doUpdateSet((eb) => ({ last_number: eb('letter_counters.last_number', '+', by) })),
    )
    .execute();

const counted = async (db: Db): Promise<number | undefined> =>
  (await db.read.selectFrom('letter_counters').select('last_number').executeTakeFirst())?.last_number;

describe.each(engines)('the database on $name', ({ open }) => {
  let test: TestDatabase;
  let other: Db;
  beforeAll(async () => {
    test = await open();
    other = await test.reopen();
  });
  afterAll(() => test.close());

  it('loses no update between two processes', async () => {
    await Promise.all(
      Array.from({ length: 40 }, (_, index) => (index % 2 ? other : test.db).transaction((tx) => count(tx, 1))),
    );
    expect(await counted(test.db)).toBe(40);
  });

  it('keeps nothing of a transaction that throws', async () => {
    const before = await counted(test.db);
    const failing = test.db.transaction(async (tx) => {
      await count(tx, 1000);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await counted(test.db)).toBe(before);
  });

  it('shows a reader nothing before the commit', async () => {
    const before = await counted(test.db);
    await test.db.transaction(async (tx) => {
      await count(tx, 5);
      expect(await counted(test.db)).toBe(before);
    });
    expect(await counted(test.db)).toBe((before ?? 0) + 5);
  });

  it('tells a listener what was committed, and only that', async () => {
    const heard: unknown[] = [];
    const stop = test.db.listen('news', (change) => heard.push(change));
    await test.db
      .transaction((tx) => test.db.notify(tx, 'news', { one: 1 }).then(() => Promise.reject(new Error('no'))))
      .catch(() => undefined);
    await test.db.transaction((tx) => test.db.notify(tx, 'news', { two: 2 }));
    await expect.poll(() => heard).toEqual([{ two: 2 }]);
    stop();
  });
});
