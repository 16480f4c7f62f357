import { counterScopes, type CounterScope } from '@e-sewaka/contract';
import type { Reader, Tx } from '../db/index.js';

/** What the next number of a letter depends on. Counters start from 1 each year. */
export interface Series {
  /** Village code, or the code of another issuing office. */
  readonly office: string;
  readonly year: number;
  /** Which of its three counters gives the number. */
  readonly scope: CounterScope;
  /** Abbreviation of the letter type. */
  readonly type: string;
  readonly classification: string;
}

const codes = { type: 'type:', classification: 'class:', office: 'office:' } as const;

const keyOf = (series: Series, scope: CounterScope): string => codes[scope] + (scope === 'office' ? '' : series[scope]);

/**
 * Takes the next number of a series within the transaction that approves the application. The office's row stays locked
 * until that transaction ends, so concurrent approvals queue, and one that fails gives its number back: no gaps, no
 * doubles. The two other counters are raised to the number taken, so that an office which counts differently from
 * tomorrow on goes on after every number that it could repeat.
 */
export async function takeNumber(tx: Tx, series: Series): Promise<number> {
  await lock(tx, series);
  const last = await lastNumbers(tx, series);
  const number = last(series.scope) + 1;
  for (const scope of counterScopes) await keep(tx, series, scope, Math.max(number, last(scope)));
  return number;
}

/** Says which number would be next; somebody else may take it first. */
export async function peekNumber(reader: Reader, series: Series): Promise<number> {
  return (await lastNumbers(reader, series))(series.scope) + 1;
}

/** Everybody takes the same row first, so nobody waits in a circle. */
async function lock(tx: Tx, series: Series): Promise<void> {
  await tx
    .insertInto('letter_counters')
    .values({ village_code: series.office, series: keyOf(series, 'office'), year: series.year, last_number: 0 })
    .onConflict((conflict) =>
      conflict
        .columns(['village_code', 'series', 'year'])
        .doUpdateSet((row) => ({ last_number: row.ref('letter_counters.last_number') })),
    )
    .execute();
}

/** Where each counter stands. One that never ran starts after what was numbered when counters ran by classification alone (rows named by the bare code). */
async function lastNumbers(reader: Reader, series: Series): Promise<(scope: CounterScope) => number> {
  const rows = await reader
    .selectFrom('letter_counters')
    .select(['series', 'last_number'])
    .where('village_code', '=', series.office)
    .where('year', '=', series.year)
    .where('series', 'in', [...counterScopes.map((scope) => keyOf(series, scope)), series.classification])
    .execute();
  const known = new Map(rows.map((row) => [row.series, row.last_number]));
  const before = known.get(series.classification) ?? 0;
  return (scope) => known.get(keyOf(series, scope)) ?? before;
}

async function keep(tx: Tx, series: Series, scope: CounterScope, number: number): Promise<void> {
  await tx
    .insertInto('letter_counters')
    .values({ village_code: series.office, series: keyOf(series, scope), year: series.year, last_number: number })
    .onConflict((conflict) => conflict.columns(['village_code', 'series', 'year']).doUpdateSet({ last_number: number }))
    .execute();
}
