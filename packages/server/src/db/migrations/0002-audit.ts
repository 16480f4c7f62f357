import { sql, type Kysely } from 'kysely';

/** Adds the record of who at a desk read or changed what. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw('create table audit (id text primary key, at text not null, actor text not null, action text not null, object text not null, request_id text)')
    .execute(db);
  for (const index of ['audit_at on audit (at)', 'audit_object on audit (object, at)', 'audit_actor on audit (actor, at)'])
    await sql.raw(`create index ${index}`).execute(db);
}
