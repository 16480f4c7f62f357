import type { Action, Answers, DueState, Post, Status, Text, VouchState } from '@e-sewaka/contract';
import type { CallOptions, DocumentAnswer, Page, ServiceDefinition } from './client.js';
import type { ApplicationEvent, FlaggedField } from './client-resident.js';

/** One application in an officer's list. */
export interface DeskItem {
  readonly id: string;
  readonly serviceId: string;
  readonly serviceTitle: Text;
  readonly maskedName: string;
  readonly villageCode: string;
  readonly banjar?: string;
  readonly status: Status;
  readonly revision: number;
  readonly submittedAt: string;
  readonly dueOn?: string;
  readonly due: DueState;
  readonly claimedBy?: { readonly name: string; readonly mine: boolean };
  readonly needsPost?: Post;
}

/** Counts for the head of the list. */
export interface DeskSummary {
  readonly byStatus: Readonly<Partial<Record<Status, number>>>;
  readonly byDue: Readonly<Partial<Record<DueState, number>>>;
  readonly mine: number;
}

/** A file that came with an application. */
export interface DeskFile {
  readonly requirementId: string;
  readonly uploadId: string;
  readonly name: string;
  readonly mediaType?: string;
  readonly size: number;
  readonly state: string;
}

/** An application as the desk works on it: unmasked, with all that helps to decide. */
export interface DeskApplication {
  readonly application: {
    readonly id: string;
    readonly serviceId: string;
    readonly villageCode: string;
    readonly status: Status;
    readonly revision: number;
    readonly submittedAt: string;
    readonly updatedAt: string;
    readonly dueOn?: string;
    readonly answers: Answers;
    readonly documents?: Readonly<Record<string, DocumentAnswer>>;
    readonly contact?: { readonly phone: string; readonly email?: string; readonly whatsapp?: boolean };
    readonly correction?: { readonly note?: string; readonly fields: readonly FlaggedField[] };
    readonly letter?: { readonly documentId: string; readonly number: string; readonly issuedOn: string; readonly validUntil?: string };
    readonly rejection?: { readonly reason: string };
  };
  readonly registryMatch: 'match' | 'mismatch' | 'not_found' | 'not_checked';
  readonly warnings: readonly { readonly pointer: string; readonly code: string }[];
  readonly events: readonly ApplicationEvent[];
  readonly files: readonly DeskFile[];
  readonly claim: { readonly name: string; readonly mine: boolean } | null;
  readonly allowedActions: readonly string[];
  readonly needsPost?: Post;
  readonly vouching?: Vouching;
  readonly letterNumberPreview?: string;
  readonly service: ServiceDefinition;
}

/** How the check by the Kadus of the applicant's banjar stands. */
export interface Vouching {
  readonly state: VouchState;
  readonly banjar?: string;
  readonly kadus?: string;
}

/** News of one application. */
export interface DeskEvent {
  readonly applicationId: string;
  readonly status: Status;
  readonly revision: number;
}

/** Who is signed in. */
export interface Session {
  readonly kind: string;
  readonly office?: string;
  readonly officeName?: string;
  readonly post?: Post;
  readonly banjar?: string;
  readonly name?: string;
  readonly expiresAt?: string;
  /** When it ends unless it is used before. */
  readonly idleExpiresAt?: string;
  readonly serverTime?: string;
}

/** What the list can be narrowed to. */
export interface DeskQuery {
  readonly status?: readonly Status[];
  readonly due?: DueState;
  readonly mine?: boolean;
  readonly serviceId?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

/** What is looked for, in what the list is narrowed to. */
export interface DeskSearch extends DeskQuery {
  readonly query: string;
}

/** The officer's part of the SDK. */
export interface DeskClient {
  readonly sessions: {
    get(input?: object, options?: CallOptions): Promise<Session>;
    extend(input?: object, options?: CallOptions): Promise<Session>;
    remove(input?: object, options?: CallOptions): Promise<unknown>;
  };
  readonly desk: {
    list(query: DeskQuery, options?: CallOptions): Promise<Page<DeskItem> & { readonly nextCursor?: string | null }>;
    search(query: DeskSearch, options?: CallOptions): Promise<Page<DeskItem> & { readonly nextCursor?: string | null }>;
    summary(input?: object, options?: CallOptions): Promise<DeskSummary>;
    get(input: { applicationId: string }, options?: CallOptions): Promise<DeskApplication>;
    claim(input: { applicationId: string }, options?: CallOptions): Promise<DeskApplication>;
    release(input: { applicationId: string }, options?: CallOptions): Promise<DeskApplication>;
    act(
      input: { applicationId: string; action: Action; note?: string; fields?: readonly FlaggedField[] },
      options?: CallOptions,
    ): Promise<DeskApplication>;
    previewNumber(input: { applicationId: string }, options?: CallOptions): Promise<{ readonly number: string; readonly assigned: boolean }>;
    downloadFile(input: { applicationId: string; uploadId: string }, options?: CallOptions): Promise<Blob>;
    watch(options?: { signal?: AbortSignal; onState?: (state: string) => void }): AsyncIterable<DeskEvent>;
  };
}
