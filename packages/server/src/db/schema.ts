/**
 * The tables as TypeScript sees them. Both engines hold the same columns: ids and codes are text, times are ISO text
 * in UTC (`…_at`), dates `YYYY-MM-DD` (`…_on`), flags 0 or 1, and everything nested is JSON text.
 */

/** A flag, since SQLite has no boolean. */
export type Flag = 0 | 1;

/** One application for a service. `answers`, `documents`, `contact`, `correction` and `rejection` are JSON. */
export interface ApplicationsTable {
  id: string;
  /** HMAC of the tracking code; null when a machine client asked for none. */
  tracking_hash: string | null;
  factor_kind: 'phone' | 'born_on' | 'pin' | null;
  factor_hash: string | null;
  /** HMAC over subject and draft id: the second net against double submission. */
  draft_key: string | null;
  service_id: string;
  service_version: number;
  village_code: string;
  /** Office that works on it now: village or kecamatan code, `dukcapil`, `dpmptsp`. */
  office: string;
  /** Post that has to act next, null when nobody has. */
  needs_post: string | null;
  stage_id: string | null;
  /** The banjar whose Kadus checks, as `banjarKey` spells it; null where no Kadus does. */
  banjar_key: string | null;
  /** What is recorded of the Kadus's check. */
  vouching: 'vouched' | 'withheld' | 'waived' | null;
  status: string;
  revision: number;
  answers: string;
  documents: string;
  contact: string;
  declaration: string;
  locale: string;
  correction: string | null;
  rejection: string | null;
  applicant_name: string;
  /** HMAC of the applicant's NIK, so that a resident finds all own applications. */
  applicant_nik_hash: string | null;
  resident_ref: string | null;
  machine_client: string | null;
  site_id: string | null;
  registry_match: 'match' | 'mismatch' | 'not_found' | 'not_checked';
  letter_number: string | null;
  letter_sequence: number | null;
  /** Office that gave the number; with it unique. */
  letter_office: string | null;
  document_id: string | null;
  submitted_at: string;
  updated_at: string;
  due_on: string;
  stage_due_on: string | null;
  ended_at: string | null;
  purge_after: string | null;
}

/** One move or note in an application's life. `fields` is JSON. */
export interface ApplicationEventsTable {
  id: string;
  application_id: string;
  /** 1, 2, 3 … within the application. */
  sequence: number;
  at: string;
  actor_role: 'applicant' | 'officer' | 'system' | 'machine';
  actor_name: string | null;
  actor_ref: string | null;
  post: string | null;
  action: string;
  from_status: string | null;
  to_status: string | null;
  note: string | null;
  fields: string | null;
  visible_to_applicant: Flag;
}

/** Which upload meets which requirement of an application. */
export interface ApplicationFilesTable {
  application_id: string;
  upload_id: string;
  requirement_id: string;
  position: number;
}

/** A file on its way in, and what became of it. */
export interface UploadsTable {
  id: string;
  name: string;
  declared_type: string | null;
  media_type: string | null;
  size: number;
  sha256: string | null;
  /** Place of the clean file below the data directory. */
  path: string | null;
  state: 'receiving' | 'checking' | 'clean' | 'refused';
  refusal: string | null;
  application_id: string | null;
  created_by: string;
  created_at: string;
  updated_at: string;
  expires_at: string | null;
}

/** An issued letter. `signatory`, `office` are JSON snapshots. */
export interface DocumentsTable {
  id: string;
  application_id: string;
  /** HMAC of the verification code printed below the QR. */
  code_hash: string;
  number: string;
  service_id: string;
  village_code: string;
  title: string;
  subject: string;
  holder_name: string;
  holder_masked_name: string;
  signatory: string;
  office: string;
  issued_on: string;
  valid_until: string | null;
  trust: 'wet' | 'registered' | 'certified';
  sha256: string;
  jws: string;
  content: Uint8Array;
  issued_at: string;
  revoked_at: string | null;
  revoked_by: string | null;
  revoke_reason: string | null;
}

/** The last letter number given, per issuing office, series and year; a series is named in `letters/numbering.ts`. */
export interface LetterCountersTable {
  village_code: string;
  series: string;
  year: number;
  last_number: number;
}

/** Work to do after a commit; written in the same transaction as its cause. `payload` is sealed JSON. */
export interface OutboxTable {
  id: string;
  kind: string;
  payload: string;
  created_at: string;
  available_at: string;
  attempts: number;
  claimed_until: string | null;
  done_at: string | null;
  failed_at: string | null;
  last_error: string | null;
}

/** Who is working on an application right now. */
export interface ClaimsTable {
  application_id: string;
  account_id: string;
  name: string;
  claimed_at: string;
}

/** A resident of the synthetic population registry. */
export interface ResidentsTable {
  nik: string;
  kk: string;
  name: string;
  gender: 'male' | 'female';
  born_on: string;
  born_in: string;
  religion: string | null;
  marital_status: string | null;
  occupation: string | null;
  nationality: string;
  family_role: string | null;
  village_code: string;
  address: string;
  phone: string | null;
}

/** A family card of the synthetic population registry. */
export interface FamiliesTable {
  kk: string;
  head_nik: string;
  village_code: string;
  banjar: string | null;
  address: string;
  postal_code: string | null;
}

/** An identity check under way, hit or miss alike. */
export interface VerificationsTable {
  id: string;
  /** Null on a miss: nothing tells the two apart from outside. */
  resident_nik: string | null;
  code_hash: string;
  purpose: string;
  consent: string;
  tries: number;
  created_at: string;
  expires_at: string;
  confirmed_at: string | null;
}

/** An opaque session; only the token's SHA-256 is kept. */
export interface SessionsTable {
  id: string;
  token_hash: string;
  kind: 'applicant' | 'resident' | 'officer';
  application_id: string | null;
  resident_ref: string | null;
  account_id: string | null;
  name: string | null;
  office: string | null;
  post: string | null;
  banjar: string | null;
  created_at: string;
  last_used_at: string;
  expires_at: string;
}

/** An answer kept for a repeated request, sealed with a key that only the client's Idempotency-Key yields. */
export interface IdempotencyTable {
  key_hash: string;
  body_hash: string;
  operation: string;
  answer: string;
  created_at: string;
  expires_at: string;
}

/** Counters of limits that hold across processes. */
export interface RateLimitsTable {
  bucket: string;
  window_ends_at: string;
  used: number;
}

/** Keys this installation made: private JWK sealed, public JWK in the clear. */
export interface SigningKeysTable {
  id: string;
  purpose: 'letters' | 'oidc' | 'sessions';
  algorithm: string;
  public_jwk: string;
  private_jwk: string;
  created_at: string;
  retired_at: string | null;
}

/** State of the embedded OpenID provider. `payload` is sealed JSON. */
export interface OidcRecordsTable {
  model: string;
  id: string;
  payload: string;
  grant_id: string | null;
  user_code: string | null;
  uid: string | null;
  consumed_at: number | null;
  expires_at: string | null;
}

/** Messages of the demo inbox: what a real installation sends by SMS, WhatsApp or e-mail. */
export interface DemoInboxTable {
  id: string;
  channel: string;
  recipient: string;
  body: string;
  created_at: string;
}

/** Who at a desk read or changed what, for five years; ids only. */
export interface AuditTable {
  id: string;
  at: string;
  actor: string;
  action: string;
  object: string;
  request_id: string | null;
}

/** All tables by name. */
export interface Database {
  applications: ApplicationsTable;
  application_events: ApplicationEventsTable;
  application_files: ApplicationFilesTable;
  uploads: UploadsTable;
  documents: DocumentsTable;
  letter_counters: LetterCountersTable;
  outbox: OutboxTable;
  claims: ClaimsTable;
  residents: ResidentsTable;
  families: FamiliesTable;
  verifications: VerificationsTable;
  sessions: SessionsTable;
  idempotency: IdempotencyTable;
  rate_limits: RateLimitsTable;
  signing_keys: SigningKeysTable;
  oidc_records: OidcRecordsTable;
  demo_inbox: DemoInboxTable;
  audit: AuditTable;
}
