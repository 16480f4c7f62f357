import type { Raw } from '../../fields/index.js';

/** What is kept on the device: never identifiers or personal data, and nothing after it has expired. */
export interface SavedDraft {
  readonly key: string;
  readonly serviceVersion: number;
  readonly typed: Readonly<Record<string, Raw>>;
  readonly idempotencyKey: string;
  readonly draftId: string;
  readonly savedOn: string;
  readonly expiresOn: string;
}

/** One draft per service and village. */
export function draftKey(serviceId: string, villageCode: string | undefined): string {
  return `${serviceId}|${villageCode ?? ''}`;
}
