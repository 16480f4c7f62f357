import type { Answers, Audience, Requirement, Service, Text } from '@e-sewaka/contract';
import type { DeskClient } from './client-desk.js';
import type { OwnApplicationsClient, ResidentClient } from './client-resident.js';
import type { Settings } from './settings.js';

/** Per-call options the widgets use; a subset of the SDK's. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly idempotencyKey?: string;
  readonly ifMatch?: string;
}

/** One page of a list. */
export interface Page<T> {
  readonly data: readonly T[];
}

export interface ServiceItem {
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  readonly summary: Text;
  readonly category: Service['category'];
  readonly keywords: readonly string[];
  readonly channel: Service['channel'];
  readonly fee: Service['fee'];
  readonly workingDays: number;
  readonly offered: Service['offered'];
  readonly audience: readonly Audience[];
}

/** A service as the API gives it: the whole definition without its examples. */
export type ServiceDefinition = Omit<Service, 'examples'>;

export interface VillageItem {
  readonly code: string;
  readonly name: string;
  readonly kind: 'desa' | 'kelurahan';
  readonly districtCode: string;
  readonly districtName: string;
}

export interface VillageProfile extends VillageItem {
  readonly address: string;
  readonly phone: string;
  readonly email?: string;
  readonly whatsapp?: string;
  readonly website?: string;
  readonly hours: readonly { readonly days: readonly string[]; readonly opens: string; readonly closes: string }[];
  readonly banjars: readonly { readonly name: string; readonly kind: string }[];
}

export type FactorKind = 'phone' | 'born_on' | 'pin';

export type DocumentAnswer =
  | { readonly way: 'upload'; readonly uploadIds: readonly string[] }
  | { readonly way: 'bring_original' };

/** Any service, as a type: one whose definition is only known at run time is sent as the union's open member. */
export type RuntimeServiceId = `lokal-${string}`;

/** What a resident sends. */
export interface Submission {
  readonly serviceId: RuntimeServiceId;
  readonly serviceVersion: number;
  readonly villageCode: string;
  readonly answers: Answers;
  readonly documents: Readonly<Record<string, DocumentAnswer>>;
  readonly contact: { readonly phone: string; readonly email?: string; readonly whatsapp?: boolean };
  readonly trackingFactor:
    | { readonly kind: 'phone'; readonly value: string }
    | { readonly kind: 'born_on'; readonly value: string }
    | { readonly kind: 'pin'; readonly value: string };
  readonly locale: 'id' | 'en' | 'ban';
  readonly declaration: { readonly accepted: true; readonly textVersion: string };
  /** One draft makes one application. */
  readonly draftId?: string;
}

export interface Receipt {
  readonly application: {
    readonly id: string;
    readonly submittedAt: string;
    readonly dueOn?: string;
    readonly status: string;
  };
  readonly trackingCode: string;
  readonly accessToken: string;
}

/** How an upload is followed; a patient one waits for the line or the server instead of failing. */
export interface UploadOptions {
  readonly onProgress?: (progress: { readonly sent: number; readonly total: number }) => void;
  readonly onWaiting?: (waiting: boolean) => void;
  readonly patient?: boolean;
  readonly signal?: AbortSignal;
}

/** A running or finished upload; aborting has the server throw away what it has. */
export interface UploadTask {
  readonly done: Promise<{ readonly id: string }>;
  pause(): void;
  resume(): void;
  abort(): Promise<void>;
}

/**
 * The part of the SDK that widgets use, so that a test can stand in for it in ten lines.
 * `createClient()` of `@e-sewaka/sdk` fits it.
 */
export interface Client extends ResidentClient, DeskClient {
  readonly services: {
    list(input?: { village?: string; query?: string; category?: Service['category']; limit?: number }, options?: CallOptions): Promise<Page<ServiceItem>>;
    get(input: { serviceId: string; village?: string }, options?: CallOptions): Promise<ServiceDefinition>;
    checkRequirements(
      input: { serviceId: string; answers: Answers },
      options?: CallOptions,
    ): Promise<{ readonly requirements: readonly Requirement[] }>;
  };
  readonly villages: {
    list(input?: { limit?: number }, options?: CallOptions): Promise<Page<VillageItem>>;
    get(input: { villageCode: string }, options?: CallOptions): Promise<VillageProfile>;
  };
  readonly applications: OwnApplicationsClient & {
    submit(input: Submission, options?: CallOptions): Promise<Receipt>;
  };
  readonly uploads: {
    start(file: Blob, options?: UploadOptions): UploadTask;
  };
}

type Factory = (baseUrl: string) => Client;

let factory: { readonly make: Factory; readonly kind: 'public' | 'whole'; readonly rest?: () => Promise<unknown> } | undefined;
const clients = new Map<string, Client>();

/** Says how a client is made: `sdk-client.ts` with the whole SDK, `public-client.ts` with as little as a form needs at first. */
export function provideClients(make: Factory, kind: 'public' | 'whole', rest?: () => Promise<unknown>): void {
  if (factory?.kind === 'whole') return;
  factory = { make, kind, ...(rest ? { rest } : {}) };
  clients.clear();
}

/** Fetches what sending needs, so that it is there when the line is not. */
export function fetchRest(): void {
  void factory?.rest?.().catch(() => undefined);
}

/** The client of these settings: given, or one per server. */
export function clientFor(settings: Settings): Client {
  if (settings.client) return settings.client;
  if (!factory) throw new Error('No client: import an element by its package entry, or set its `client`.');
  const at = settings.baseUrl ?? location.origin;
  const client = clients.get(at) ?? factory.make(at);
  clients.set(at, client);
  return client;
}
