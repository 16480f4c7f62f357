import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../context.js';
import type { Db, SessionsTable, Tx } from '../db/index.js';
import { newId } from '../ids.js';
import { isOfficerPost, type Applicant, type Officer, type OfficerPost, type Resident } from '../principal.js';

/** For whom a session is opened. */
export type SessionHolder =
  | { readonly kind: 'applicant'; readonly applicationId: string }
  | { readonly kind: 'resident'; readonly residentRef: string }
  | {
      readonly kind: 'officer';
      readonly accountId: string;
      readonly name: string;
      readonly office: string;
      readonly post: OfficerPost;
      readonly banjar?: string;
    };

/** A fresh token: shown once, kept only as SHA-256. */
export interface IssuedToken {
  readonly accessToken: string;
  readonly expiresAt: string;
}

/** Opaque bearer sessions: 30 minutes idle, 8 hours at most. */
export interface Sessions {
  issue(tx: Tx, holder: SessionHolder): Promise<IssuedToken>;
  /** Who holds this token; undefined when it is unknown, idle too long or expired. Counts as use unless told not to. */
  find(token: string, use?: 'unused'): Promise<Applicant | Resident | Officer | undefined>;
  /** Whether a session still holds; does not count as use. */
  holds(sessionId: string): Promise<boolean>;
  remove(tx: Tx, sessionId: string): Promise<void>;
}

const idleMinutes = 30;
const hoursAtMost = 8;
/** Use is written down at most this often: a read should rarely cost a write. */
const touchSeconds = 60;
const shape = /^set_[A-Za-z0-9_-]{43}$/;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const plusMinutes = (time: Date, minutes: number): string => new Date(time.getTime() + minutes * 60_000).toISOString();

/** Keeps sessions in the database. */
export function createSessions(parts: { readonly db: Db; readonly clock: Clock }): Sessions {
  const { db, clock } = parts;

  async function touch(row: SessionsTable, now: Date): Promise<SessionsTable> {
    if (now.getTime() - Date.parse(row.last_used_at) < touchSeconds * 1000) return row;
    await db.transaction((tx) =>
      tx.updateTable('sessions').set({ last_used_at: now.toISOString() }).where('id', '=', row.id).execute(),
    );
    return { ...row, last_used_at: now.toISOString() };
  }

  return {
    async issue(tx, holder) {
      const token = `set_${randomBytes(32).toString('base64url')}`;
      const now = clock();
      const expiresAt = plusMinutes(now, hoursAtMost * 60);
      await tx
        .insertInto('sessions')
        .values({
          id: newId('ses'),
          token_hash: hashOf(token),
          kind: holder.kind,
          application_id: holder.kind === 'applicant' ? holder.applicationId : null,
          resident_ref: holder.kind === 'resident' ? holder.residentRef : null,
          account_id: holder.kind === 'officer' ? holder.accountId : null,
          name: holder.kind === 'officer' ? holder.name : null,
          office: holder.kind === 'officer' ? holder.office : null,
          post: holder.kind === 'officer' ? holder.post : null,
          banjar: holder.kind === 'officer' ? (holder.banjar ?? null) : null,
          created_at: now.toISOString(),
          last_used_at: now.toISOString(),
          expires_at: expiresAt,
        })
        .execute();
      return { accessToken: token, expiresAt };
    },
    async find(token, use) {
      if (!shape.test(token)) return undefined;
      const now = clock();
      const row = await db.read
        .selectFrom('sessions')
        .selectAll()
        .where('token_hash', '=', hashOf(token))
        .where('expires_at', '>', now.toISOString())
        .where('last_used_at', '>', plusMinutes(now, -idleMinutes))
        .executeTakeFirst();
      if (row === undefined) return undefined;
      return toPrincipal(use === 'unused' ? row : await touch(row, now));
    },
    async holds(sessionId) {
      const now = clock();
      const row = await db.read
        .selectFrom('sessions')
        .select('id')
        .where('id', '=', sessionId)
        .where('expires_at', '>', now.toISOString())
        .where('last_used_at', '>', plusMinutes(now, -idleMinutes))
        .executeTakeFirst();
      return row !== undefined;
    },
    async remove(tx, sessionId) {
      await tx.deleteFrom('sessions').where('id', '=', sessionId).execute();
    },
  };
}

function toPrincipal(row: SessionsTable): Applicant | Resident | Officer | undefined {
  const idle = plusMinutes(new Date(row.last_used_at), idleMinutes);
  const common = { sessionId: row.id, expiresAt: row.expires_at, idleExpiresAt: idle < row.expires_at ? idle : row.expires_at };
  if (row.kind === 'applicant' && row.application_id !== null) {
    return { kind: 'applicant', applicationId: row.application_id, ...common };
  }
  if (row.kind === 'resident' && row.resident_ref !== null) {
    return { kind: 'resident', residentRef: row.resident_ref, ...common };
  }
  const { account_id: accountId, name, office, post, banjar } = row;
  if (row.kind !== 'officer' || accountId === null || name === null || office === null || !isOfficerPost(post))
    return undefined;
  if (post !== 'kadus') return { kind: 'officer', accountId, name, office, post, ...common };
  return banjar === null ? undefined : { kind: 'officer', accountId, name, office, post, banjar, ...common };
}
