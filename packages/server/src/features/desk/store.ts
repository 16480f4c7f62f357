import { addDays, weekday, type DueState } from '@e-sewaka/contract';
import { sql, type ExpressionBuilder, type ExpressionWrapper, type SqlBool } from 'kysely';
import type { Database, Db, Reader, Tx } from '../../db/index.js';
import type { ApplicationRow } from '../applications/row.js';
import type { Page } from '../paging.js';
import type { Reach } from './access.js';

/** An application with whoever works on it. */
export type DeskRow = ApplicationRow & {
  readonly claim_account: string | null;
  readonly claim_name: string | null;
  readonly claim_at: string | null;
};

/** Statuses in which the office's clock runs. */
export const runningStatuses = ['in_review', 'awaiting_signature'] as const;

/** What is looked for: words of what the list may know, or one application by the hash of what only its applicant knows. */
export type Sought =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'nik' | 'code'; readonly hash: string };

/** What an inbox is asked for. */
export interface Wanted {
  readonly reach: Reach;
  readonly statuses: readonly string[] | undefined;
  readonly serviceId: string | undefined;
  readonly due: DueState | undefined;
  readonly claimedBy: string | undefined;
  readonly sought: Sought;
  readonly today: string;
  readonly page: Page;
}

const withClaim = (reader: Reader) =>
  reader
    .selectFrom('applications')
    .leftJoin('claims', 'claims.application_id', 'applications.id')
    .leftJoin('documents', 'documents.application_id', 'applications.id')
    .selectAll('applications')
    .select(['claims.account_id as claim_account', 'claims.name as claim_name', 'claims.claimed_at as claim_at'])
    .select(['documents.issued_on as letter_issued_on', 'documents.valid_until as letter_valid_until']);

/** What lies within somebody's reach, as a condition on `applications`. */
const within =
  ({ office, banjarKey }: Reach) =>
  (row: ExpressionBuilder<Pick<Database, 'applications'>, 'applications'>): ExpressionWrapper<Pick<Database, 'applications'>, 'applications', SqlBool> =>
    row.and([
      ...(office === undefined ? [] : [row('applications.office', '=', office)]),
      ...(banjarKey === undefined ? [] : [row('applications.banjar_key', '=', banjarKey)]),
    ]);

/** Reads an application within reach, with its claim. */
export async function readAtDesk(reader: Reader, reach: Reach, id: string): Promise<DeskRow | undefined> {
  return withClaim(reader).where('applications.id', '=', id).where(within(reach)).executeTakeFirst();
}

/** Locks an application within reach until `tx` ends. */
export async function lockAtDesk(tx: Tx, db: Db, reach: Reach, id: string): Promise<ApplicationRow | undefined> {
  return tx.selectFrom('applications').selectAll().where('id', '=', id).where(within(reach)).modifyEnd(db.forUpdate).executeTakeFirst();
}

/** Lists an inbox, most urgent first. */
export async function listAtDesk(reader: Reader, wanted: Wanted): Promise<DeskRow[]> {
  let query = withClaim(reader).where(within(wanted.reach));
  if (wanted.statuses !== undefined) query = query.where('applications.status', 'in', wanted.statuses);
  if (wanted.serviceId !== undefined) query = query.where('applications.service_id', '=', wanted.serviceId);
  if (wanted.claimedBy !== undefined) query = query.where('claims.account_id', '=', wanted.claimedBy);
  if (wanted.due !== undefined) {
    const { due, today } = wanted;
    const weekEnds = weekEnd(today);
    query = query.where((row) => {
      const running = row('applications.status', 'in', runningStatuses);
      const on = (comparison: '<' | '=' | '>' | '<=', day: string) => row('applications.due_on', comparison, day);
      switch (due) {
        case 'overdue':
          return row.and([running, on('<', today)]);
        case 'today':
          return row.and([running, on('=', today)]);
        case 'this_week':
          return row.and([running, on('>', today), on('<=', weekEnds)]);
        case 'later':
          return row.or([row.not(running), on('>', weekEnds)]);
      }
    });
  }
  const { sought } = wanted;
  if (sought.kind !== 'words') query = query.where(sought.kind === 'nik' ? 'applications.applicant_nik_hash' : 'applications.tracking_hash', '=', sought.hash);
  for (const word of sought.kind === 'words' ? sought.words : []) {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((row) =>
      row.or([
        sql<boolean>`lower(applications.applicant_name) like ${like} escape '\\'`,
        sql<boolean>`lower(applications.letter_number) like ${like} escape '\\'`,
        sql<boolean>`lower(applications.service_id) like ${like} escape '\\'`,
      ]),
    );
  }
  const [day, id] = wanted.page.after;
  if (day !== undefined && id !== undefined) {
    query = query.where((row) =>
      row.or([row('applications.due_on', '>', day), row.and([row('applications.due_on', '=', day), row('applications.id', '>', id)])]),
    );
  }
  return query.orderBy('applications.due_on').orderBy('applications.id').limit(wanted.page.limit + 1).execute();
}

/** Counts the applications within reach by status and by day due, and those one account works on. */
export async function countAtDesk(
  reader: Reader,
  reach: Reach,
  accountId: string,
): Promise<{ groups: { status: string; due_on: string; count: number }[]; mine: number }> {
  const counted = await reader
    .selectFrom('applications')
    .where(within(reach))
    .select(['status', 'due_on', (row) => row.fn.countAll().as('count')])
    .groupBy(['status', 'due_on'])
    .execute();
  const mine = await reader
    .selectFrom('claims')
    .innerJoin('applications', 'applications.id', 'claims.application_id')
    .where('account_id', '=', accountId)
    .where(within(reach))
    .select((row) => row.fn.countAll().as('count'))
    .executeTakeFirst();
  return { groups: counted.map((group) => ({ ...group, count: Number(group.count) })), mine: Number(mine?.count ?? 0) };
}

/** The last day of the week of a date: Sunday. */
export const weekEnd = (today: string): string => addDays(today, (7 - weekday(today)) % 7);
