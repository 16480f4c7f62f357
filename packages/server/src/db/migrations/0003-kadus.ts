import { sql, type Kysely } from 'kysely';

const changes: readonly string[] = [
  'alter table applications add column banjar_key text',
  'alter table applications add column vouching text',
  'alter table sessions add column banjar text',
  'create index applications_banjar on applications (office, banjar_key, due_on, id)',
];

/** Adds whose Kadus checks an application and what is recorded of it. What was filed before names no banjar. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const change of changes) await sql.raw(change).execute(db);
}
