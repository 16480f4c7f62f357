import type { Reader, Tx } from '../db/index.js';

/** One run of letter numbers: per office and letter type, from 1 each year. */
export interface Series {
  /** Village code, or the code of another issuing office. */
  readonly office: string;
  readonly letterType: string;
  readonly year: number;
}

/**
 * Takes the next number of a series within the transaction that approves the application. The row stays locked until
 * that transaction ends, so concurrent approvals queue, and one that fails gives its number back: no gaps, no doubles.
 */
export async function takeNumber(tx: Tx, series: Series): Promise<number> {
  const row = await tx
    .insertInto('letter_counters')
    .values({ village_code: series.office, series: series.letterType, year: series.year, last_number: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['village_code', 'series', 'year'])
        .doUpdateSet((kept) => ({ last_number: kept('letter_counters.last_number', '+', 1) })),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow();
  return row.last_number;
}

/** Says which number would be next; somebody else may take it first. */
export async function peekNumber(reader: Reader, series: Series): Promise<number> {
  const row = await reader
    .selectFrom('letter_counters')
    .select('last_number')
    .where('village_code', '=', series.office)
    .where('series', '=', series.letterType)
    .where('year', '=', series.year)
    .executeTakeFirst();
  return (row?.last_number ?? 0) + 1;
}
