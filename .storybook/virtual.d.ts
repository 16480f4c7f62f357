declare module 'virtual:sample' {
  import type { Village } from '@e-sewaka/catalog';
  import type { Service } from '@e-sewaka/contract';
  import type * as desk from '../packages/components/src/internal/client-desk.js';
  import type * as resident from '../packages/components/src/internal/client-resident.js';
  import type { Receipt } from '../packages/components/src/internal/client.js';

  /** Every service of the catalogue, with its examples. */
  export const services: readonly Service[];
  export const villages: readonly Village[];
  /** The contract's examples, by file name; `npm test` checks them against its schemas. */
  export const examples: {
    readonly receipt: Receipt;
    readonly upload: { readonly id: string };
    readonly tracking: resident.Tracking;
    readonly 'tracking-session': { readonly accessToken: string; readonly application: resident.Tracking };
    readonly 'identity-confirmation': Awaited<ReturnType<resident.ResidentClient['identity']['confirm']>>;
    readonly verification: resident.Verification;
    readonly keys: resident.LetterKeys;
    readonly session: desk.Session;
    readonly 'desk-list': { readonly data: readonly desk.DeskItem[] };
    readonly 'desk-summary': desk.DeskSummary;
    readonly 'desk-application': desk.DeskApplication;
  };
}

declare module '*.mdx' {
  const page: () => unknown;
  export default page;
}
