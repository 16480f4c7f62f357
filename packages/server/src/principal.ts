/** Nobody in particular. */
export interface Guest {
  readonly kind: 'guest';
}
/** Somebody who opened one application by tracking code and second factor, or has just submitted it. */
export interface Applicant {
  readonly kind: 'applicant';
  readonly applicationId: string;
  readonly sessionId: string;
  readonly expiresAt: string;
  /** When it ends unless it is used before. */
  readonly idleExpiresAt: string;
}
/** Somebody whose identity was confirmed against the population registry. */
export interface Resident {
  readonly kind: 'resident';
  /** HMAC of the NIK: equals `applications.resident_ref`. */
  readonly residentRef: string;
  readonly sessionId: string;
  readonly expiresAt: string;
  /** When it ends unless it is used before. */
  readonly idleExpiresAt: string;
}
/** An officer signed in through OpenID Connect. */
export interface Officer {
  readonly kind: 'officer';
  readonly accountId: string;
  readonly name: string;
  readonly office: string;
  readonly post: OfficerPost;
  /** The banjar that a Kadus heads; nobody else has one. */
  readonly banjar?: string;
  readonly sessionId: string;
  readonly expiresAt: string;
  /** When it ends unless it is used before. */
  readonly idleExpiresAt: string;
}
/** A program with its own credentials; `office` and `post` narrow what it may touch. */
export interface Machine {
  readonly kind: 'machine';
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly office?: string;
  readonly post?: OfficerPost;
  readonly expiresAt: string;
}

const posts = ['kadus', 'operator', 'secretary', 'head', 'admin'] as const;

/** Posts as the contract's `Post`. */
export type OfficerPost = (typeof posts)[number];

/** Tells whether a value names a post. */
export const isOfficerPost = (value: unknown): value is OfficerPost => posts.some((post) => post === value);

/** Who is asking. */
export type Principal = Guest | Applicant | Resident | Officer | Machine;

/** A stable name for rate limits, idempotency and audit; without personal data. */
export function subjectOf(principal: Principal): string {
  switch (principal.kind) {
    case 'guest':
      return 'guest';
    case 'applicant':
      return `applicant:${principal.applicationId}`;
    case 'resident':
      return `resident:${principal.residentRef}`;
    case 'officer':
      return `officer:${principal.accountId}`;
    case 'machine':
      return `machine:${principal.clientId}`;
  }
}
