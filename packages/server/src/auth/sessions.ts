import type { Reader, Tx } from '../db/index.js';
import type { Applicant, Officer, OfficerPost, Resident } from '../principal.js';

/** For whom a session is opened. */
export type SessionHolder =
  | { readonly kind: 'applicant'; readonly applicationId: string }
  | { readonly kind: 'resident'; readonly residentRef: string }
  | { readonly kind: 'officer'; readonly accountId: string; readonly name: string; readonly office: string; readonly post: OfficerPost };

/** A fresh token: shown once, kept only as SHA-256. */
export interface IssuedToken {
  readonly accessToken: string;
  readonly expiresAt: string;
}

/** Opaque bearer sessions: 30 minutes idle, 8 hours at most. */
export interface Sessions {
  issue(tx: Tx, holder: SessionHolder): Promise<IssuedToken>;
  /** Who holds this token; undefined when it is unknown, idle too long or expired. */
  find(token: string, reader?: Reader): Promise<Applicant | Resident | Officer | undefined>;
  remove(tx: Tx, sessionId: string): Promise<void>;
}
