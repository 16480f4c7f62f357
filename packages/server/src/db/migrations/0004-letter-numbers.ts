import { sql, type Kysely } from 'kysely';

/**
 * Counters run by letter type, classification or office from here on. Rows of the first release, one per
 * classification, stay as they are: a counter that starts later starts after them. The counter of the whole office is
 * raised to the highest of them. No two letters of one office bear the same number: rows that already share one (none
 * should) are left out of the promise rather than keep the server from starting.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `insert into letter_counters (village_code, series, year, last_number)
       select village_code, 'office:', year, max(last_number) from letter_counters group by village_code, year`,
    'alter table applications add column letter_office text',
    `update applications set letter_office = office where letter_number is not null and not exists (
       select 1 from applications other
       where other.office = applications.office and other.letter_number = applications.letter_number and other.id <> applications.id)`,
    'create unique index applications_letter on applications (letter_office, letter_number)',
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
