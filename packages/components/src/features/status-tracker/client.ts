import type { Answers, Field, Text } from '@e-sewaka/contract';
import type { CallOptions, Client, DocumentAnswer, FactorKind } from '../../internal/client.js';

/** Where an application stands; the words for each are in `locales/status.ts`. */
export type Status =
  | 'incomplete'
  | 'in_review'
  | 'awaiting_signature'
  | 'ready_for_pickup'
  | 'picked_up'
  | 'cancelled'
  | 'rejected'
  | 'completed'
  | 'expired';

/** What an officer asks to correct: a pointer such as `/answers/nik` and why. */
export interface FlaggedField {
  readonly pointer: string;
  readonly note?: string;
}

/** One entry of the history that the resident may see. */
export interface TrackingEvent {
  readonly id: string;
  readonly at: string;
  readonly actorRole: 'applicant' | 'officer' | 'system' | 'machine';
  readonly action: string;
  readonly to?: Status;
  readonly note?: string;
}

export interface TrackingStep {
  readonly id: string;
  readonly title: Text;
  readonly state: 'done' | 'current' | 'upcoming' | 'skipped';
  readonly at?: string;
}

/** What the tracker shows of one application. */
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
  readonly dueOn: string;
  readonly maskedName: string;
  readonly steps: readonly TrackingStep[];
  readonly events: readonly TrackingEvent[];
  readonly correction?: { readonly note?: string; readonly fields: readonly FlaggedField[] };
  readonly pickup?: {
    readonly place: string;
    readonly hours: readonly { readonly days: string; readonly opens: string; readonly closes: string }[];
    readonly bringOriginals: readonly Text[];
  };
  readonly letter?: {
    readonly documentId: string;
    readonly number: string;
    readonly issuedOn: string;
    readonly validUntil?: string;
  };
  readonly allowedActions: readonly string[];
  readonly contactPhone?: string;
  readonly serverTime: string;
}

export interface Factor {
  readonly kind: FactorKind;
  readonly value: string;
}

/** How an application is named to the tracker: by code and second factor, or by the token of a submission just made. */
export type Key = { readonly code: string; readonly factor: Factor } | { readonly accessToken: string };

/** What the applicant may read of the own application. */
export interface OwnApplication {
  readonly answers: Answers;
  readonly documents?: Readonly<Record<string, DocumentAnswer>>;
  readonly revision: number;
}

interface TokenOptions extends CallOptions {
  readonly accessToken?: string;
}

/** The part of the SDK that the tracker uses. */
export interface TrackerClient {
  readonly services: Pick<Client['services'], 'get'>;
  readonly uploads: Client['uploads'];
  readonly tracking: {
    open(
      input: { code: string; factor: Factor },
      options?: CallOptions,
    ): Promise<{ readonly accessToken: string; readonly application: Tracking }>;
    get(input: object, options?: TokenOptions): Promise<Tracking>;
    watch(
      key: { accessToken: string },
      options?: { signal?: AbortSignal; onState?: (state: string) => void },
    ): AsyncIterable<Tracking>;
  };
  readonly applications: {
    get(input: { applicationId: string }, options?: TokenOptions): Promise<OwnApplication>;
    correct(
      input: { applicationId: string; answers: Answers; documents?: Readonly<Record<string, DocumentAnswer>> },
      options?: TokenOptions,
    ): Promise<unknown>;
    withdraw(input: { applicationId: string; reason?: string }, options?: TokenOptions): Promise<unknown>;
  };
  readonly documents: {
    download(input: { documentId: string }, options?: TokenOptions): Promise<Blob>;
  };
}

/** Whether a client can track. */
export function canTrack(client: object): client is TrackerClient {
  return 'tracking' in client && 'documents' in client;
}

/** A field of the service that is to be corrected, with the officer's note. */
export interface CorrectionField {
  readonly field: Field;
  readonly note: string | undefined;
}
