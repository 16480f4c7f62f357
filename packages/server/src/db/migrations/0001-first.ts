import { sql, type Kysely } from 'kysely';

/** Each table as its columns; plain SQL that both engines read alike (SQLite keeps bytes in any column type). */
const tables: readonly string[] = [
  `applications (
    id text primary key, tracking_hash text unique, factor_kind text, factor_hash text, draft_key text unique,
    service_id text not null, service_version integer not null, village_code text not null, office text not null,
    needs_post text, stage_id text, status text not null, revision integer not null, answers text not null,
    documents text not null, contact text not null, declaration text not null, locale text not null,
    correction text, rejection text, applicant_name text not null, applicant_nik_hash text, resident_ref text,
    machine_client text, site_id text, registry_match text not null, letter_number text, letter_sequence integer,
    document_id text, submitted_at text not null, updated_at text not null, due_on text not null, stage_due_on text,
    ended_at text, purge_after text)`,
  `application_events (
    id text primary key, application_id text not null references applications (id) on delete cascade,
    sequence integer not null, at text not null, actor_role text not null, actor_name text, actor_ref text, post text,
    action text not null, from_status text, to_status text, note text, fields text,
    visible_to_applicant integer not null, unique (application_id, sequence))`,
  `uploads (
    id text primary key, name text not null, declared_type text, media_type text, size bigint not null, sha256 text,
    path text, state text not null, refusal text, application_id text, created_by text not null,
    created_at text not null, updated_at text not null, expires_at text)`,
  `application_files (
    application_id text not null references applications (id) on delete cascade,
    upload_id text not null references uploads (id), requirement_id text not null, position integer not null,
    primary key (application_id, upload_id))`,
  `documents (
    id text primary key, application_id text not null unique references applications (id),
    code_hash text not null unique, number text not null, service_id text not null, village_code text not null,
    title text not null, subject text not null, holder_name text not null, holder_masked_name text not null,
    signatory text not null, office text not null, issued_on text not null, valid_until text, trust text not null,
    sha256 text not null, jws text not null, content bytea not null, issued_at text not null, revoked_at text,
    revoked_by text, revoke_reason text)`,
  `letter_counters (
    village_code text not null, series text not null, year integer not null, last_number integer not null,
    primary key (village_code, series, year))`,
  `outbox (
    id text primary key, kind text not null, payload text not null, created_at text not null,
    available_at text not null, attempts integer not null, claimed_until text, done_at text, failed_at text,
    last_error text)`,
  `claims (
    application_id text primary key references applications (id) on delete cascade, account_id text not null,
    name text not null, claimed_at text not null)`,
  `residents (
    nik text primary key, kk text not null, name text not null, gender text not null, born_on text not null,
    born_in text not null, religion text, marital_status text, occupation text, nationality text not null,
    family_role text, village_code text not null, address text not null, phone text)`,
  `families (
    kk text primary key, head_nik text not null, village_code text not null, banjar text, address text not null,
    postal_code text)`,
  `verifications (
    id text primary key, resident_nik text, code_hash text not null, purpose text not null, consent text not null,
    tries integer not null, created_at text not null, expires_at text not null, confirmed_at text)`,
  `sessions (
    id text primary key, token_hash text not null unique, kind text not null, application_id text, resident_ref text,
    account_id text, name text, office text, post text, created_at text not null, last_used_at text not null,
    expires_at text not null)`,
  `idempotency (
    key_hash text primary key, body_hash text not null, operation text not null, answer text not null,
    created_at text not null, expires_at text not null)`,
  `rate_limits (bucket text primary key, window_ends_at text not null, used integer not null)`,
  `signing_keys (
    id text primary key, purpose text not null, algorithm text not null, public_jwk text not null,
    private_jwk text not null, created_at text not null, retired_at text)`,
  `oidc_records (
    model text not null, id text not null, payload text not null, grant_id text, user_code text, uid text,
    consumed_at integer, expires_at text, primary key (model, id))`,
  `demo_inbox (id text primary key, channel text not null, recipient text not null, body text not null, created_at text not null)`,
];

const indexes: readonly string[] = [
  'applications_desk on applications (office, status, due_on, id)',
  'applications_resident on applications (resident_ref, submitted_at, id)',
  'applications_nik on applications (applicant_nik_hash, submitted_at, id)',
  'applications_status on applications (status, updated_at)',
  'documents_number on documents (village_code, number)',
  'uploads_application on uploads (application_id)',
  'uploads_expiry on uploads (expires_at)',
  'outbox_waiting on outbox (done_at, failed_at, available_at)',
  'residents_family on residents (kk)',
  'sessions_expiry on sessions (expires_at)',
  'sessions_application on sessions (application_id)',
  'verifications_expiry on verifications (expires_at)',
  'idempotency_expiry on idempotency (expires_at)',
  'rate_limits_window on rate_limits (window_ends_at)',
  'oidc_records_grant on oidc_records (grant_id)',
  'oidc_records_uid on oidc_records (model, uid)',
];

/** Creates every table of the first release. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of tables) await sql.raw(`create table ${table}`).execute(db);
  for (const index of indexes) await sql.raw(`create index ${index}`).execute(db);
}
