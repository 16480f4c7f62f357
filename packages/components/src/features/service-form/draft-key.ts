import type { Raw } from '../../fields/index.js';

/** What a draft holds of the form: answers, their labels in case the form changes, and the page that was open. */
export interface DraftContents {
  readonly typed: Readonly<Record<string, Raw>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly page: string;
}

/** A draft as it was found on the device: never identifiers, and nothing after it has expired. */
export interface SavedDraft extends DraftContents {
  readonly key: string;
  readonly serviceVersion: number;
  readonly idempotencyKey: string;
  readonly draftId: string;
  readonly savedOn: string;
  readonly expiresOn: string;
  /** Counts the savings, so that two tabs notice each other. */
  readonly rev: number;
  /** Names of fields that were answered and may not be kept. */
  readonly withheld: readonly string[];
  /** Whether names, addresses and the like are in it: only where this page can encrypt. */
  readonly personal: boolean;
}

/** One draft per service and village. */
export function draftKey(serviceId: string, villageCode: string | undefined): string {
  return `${serviceId}|${villageCode ?? ''}`;
}
