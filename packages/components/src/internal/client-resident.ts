import type { Answers, Status, Text } from '@e-sewaka/contract';
import type { CallOptions, DocumentAnswer, FactorKind } from './client.js';

/** What an officer asks to correct: a pointer such as `/answers/nik`, and why. */
export interface FlaggedField {
  readonly pointer: string;
  readonly note?: string;
}

/** One entry of an application's history. */
export interface ApplicationEvent {
  readonly id: string;
  readonly at: string;
  readonly actorRole: 'applicant' | 'officer' | 'system' | 'machine';
  /** Only officers see it. */
  readonly actorName?: string;
  readonly post?: string;
  readonly action: string;
  readonly from?: Status;
  readonly to?: Status;
  readonly note?: string;
  readonly fields?: readonly FlaggedField[];
}

/** One step of the way an application takes. */
export interface TrackingStep {
  readonly id: string;
  readonly title: Text;
  readonly state: 'done' | 'current' | 'upcoming' | 'skipped';
  readonly at?: string;
}

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** One line of a village's opening hours, times as `HH:MM`. */
export interface OpeningHours {
  readonly days: readonly Weekday[];
  readonly opens: string;
  readonly closes: string;
}

/** What an applicant sees of an application without signing in. */
export interface Tracking {
  readonly applicationId: string;
  readonly serviceId: string;
  readonly serviceTitle: Text;
  readonly villageCode: string;
  readonly villageName: string;
  readonly status: Status;
  readonly revision: number;
  readonly submittedAt: string;
  readonly updatedAt: string;
  readonly dueOn?: string;
  readonly maskedName: string;
  readonly steps: readonly TrackingStep[];
  readonly events: readonly ApplicationEvent[];
  readonly correction?: { readonly note?: string; readonly fields: readonly FlaggedField[] };
  readonly pickup?: { readonly place: string; readonly hours: readonly OpeningHours[]; readonly bringOriginals: readonly Text[] };
  readonly letter?: {
    readonly documentId: string;
    readonly number: string;
    readonly issuedOn: string;
    readonly validUntil?: string;
  };
  readonly rejection?: { readonly reason: string };
  readonly allowedActions: readonly string[];
  readonly contactPhone?: string;
  readonly serverTime: string;
}

/** The second thing besides the code that opens an application. */
export interface Factor {
  readonly kind: FactorKind;
  readonly value: string;
}

/** What the applicant may read of the own application. */
export interface OwnApplication {
  readonly answers: Answers;
  readonly documents?: Readonly<Record<string, DocumentAnswer>>;
  readonly revision: number;
}

/** Options of a call made with the token of one application. */
export interface TokenOptions extends CallOptions {
  readonly accessToken?: string;
}

/** Tracking, the own application, identity and letters: what a resident does after sending. */
export interface ResidentClient {
  readonly tracking: {
    open(
      input: { code: string; factor: Factor },
      options?: CallOptions,
    ): Promise<{ readonly accessToken: string; readonly application: Tracking }>;
    get(input?: object, options?: TokenOptions): Promise<Tracking>;
    watch(
      key: { accessToken: string },
      options?: { signal?: AbortSignal; onState?: (state: string) => void },
    ): AsyncIterable<Tracking>;
  };
  readonly identity: {
    verify(
      input: {
        nik: string;
        kk: string;
        bornOn: string;
        purpose: 'list_applications' | 'prefill' | 'lookup';
        consent: { accepted: true; textVersion: string };
      },
      options?: CallOptions,
    ): Promise<{ readonly id: string; readonly expiresAt: string; readonly codeLength: number }>;
    confirm(
      input: { verificationId: string; code: string },
      options?: CallOptions,
    ): Promise<{ readonly resident: { readonly maskedName: string; readonly maskedNik: string; readonly villageCode: string } }>;
  };
  readonly documents: {
    download(input: { documentId: string }, options?: TokenOptions): Promise<Blob>;
    verify(input: { code: string } | { jws: string } | { number: string; villageCode: string }, options?: CallOptions): Promise<Verification>;
    keys(input?: object, options?: CallOptions): Promise<LetterKeys>;
    checkOffline(qrText: string, keys: LetterKeys): Promise<OfflineCheck>;
  };
}

/** What an applicant does with the own application. */
export interface OwnApplicationsClient {
  get(input: { applicationId: string }, options?: TokenOptions): Promise<OwnApplication>;
  correct(
    input: { applicationId: string; answers: Answers; documents?: Readonly<Record<string, DocumentAnswer>> },
    options?: TokenOptions,
  ): Promise<unknown>;
  withdraw(input: { applicationId: string; reason?: string }, options?: TokenOptions): Promise<unknown>;
}

/** How far a letter can be trusted: signed by hand, registered here, or certified electronic signature (BSrE). */
export type Trust = 'wet' | 'registered' | 'certified';

/** What the public may know of a letter. */
export interface Verification {
  readonly result: 'valid' | 'expired' | 'revoked' | 'not_found';
  readonly document?: {
    readonly number: string;
    readonly subject: string;
    readonly issuedOn: string;
    readonly maskedName: string;
    readonly signatory: { readonly name: string; readonly title: string; readonly office: string };
    readonly office: string;
    readonly trust: Trust;
    readonly validUntil?: string;
    readonly revokedOn?: string;
    readonly sha256?: string;
  };
}

/** The public keys with which letters are checked without a network. */
export interface LetterKeys {
  readonly keys: readonly { readonly kty: string; readonly kid?: string }[];
}

/** What the signed code of a letter says about it. */
export interface LetterClaims {
  readonly documentId: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly subject: string;
  readonly maskedName: string;
  readonly signatory: string;
  readonly office: string;
  readonly trust: Trust;
  readonly validUntil?: string;
}

/** The outcome of a check without a network: a revocation is known to the server alone. */
export type OfflineCheck =
  | { readonly result: 'valid' | 'expired'; readonly letter: LetterClaims }
  | { readonly result: 'not_genuine' | 'unknown_key' | 'unreadable' };
