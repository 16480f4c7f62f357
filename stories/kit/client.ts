import { examples, services, villages } from 'virtual:sample';
import { checkCharacter, type Service } from '@e-sewaka/contract';
import type { Client, ServiceItem } from '../../packages/components/src/internal/client.js';
import { fakeClient, type ClientParts } from '../../packages/components/src/internal/fake-client.js';

const body = '7KQ2M9XT4VB8PZ3NWD6';

/** A tracking code that is spelt right and belongs to nobody. */
export const sampleCode = body + checkCharacter(body);

/** A promise that never settles: what a widget shows while it waits. */
export const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

/** A refusal as the SDK throws it. */
export const refusal = (status: number, code: string, more: object = {}): (() => Promise<never>) => {
  const error = Object.assign(new Error(code), { kind: 'problem', status, code, requestId: 'req_contoh', ...more });
  return () => Promise.reject(error);
};

/** No answer at all, as without a network. */
export const unreachable = (): Promise<never> => Promise.reject(Object.assign(new Error('connection'), { kind: 'connection' }));

const summaryOf = ({ id, version, title, summary, category, keywords, channel, fee, stages, offered, audience = [] }: Service): ServiceItem => {
  const workingDays = stages.reduce((sum, stage) => sum + stage.workingDays, 0);
  return { id, version, title, summary, category, keywords, channel, fee, workingDays, offered, audience };
};

const found = <T>(value: T | undefined): Promise<T> => (value === undefined ? refusal(404, 'not_found')() : Promise.resolve(value));

/** A client that answers from the catalogue and the contract's examples; `parts` say what is different in a story. */
export function storyClient(parts: ClientParts = {}): Client {
  const usual: ClientParts = {
    services: {
      list: async ({ category } = {}) => ({ data: services.map(summaryOf).filter((one) => !category || one.category === category) }),
      get: ({ serviceId }) => found(services.find(({ id }) => id === serviceId)),
    },
    villages: {
      list: async () => ({ data: villages }),
      get: ({ villageCode }) => found(villages.find(({ code }) => code === villageCode)),
    },
    applications: { submit: async () => ({ ...examples.receipt, trackingCode: sampleCode }) },
    uploads: {
      start: (file, { onProgress } = {}) => {
        onProgress?.({ sent: file.size, total: file.size });
        return { done: Promise.resolve({ id: examples.upload.id }), pause: () => undefined, resume: () => undefined, abort: async () => undefined };
      },
    },
    tracking: { get: async () => examples.tracking, open: async () => examples['tracking-session'], watch: () => once(examples.tracking) },
    identity: {
      verify: async () => ({ id: 'ver_k3m5p7r2t4v6x2z4b6d2f4h6j2', expiresAt: '2026-08-10T02:15:00Z', codeLength: 6 }),
      confirm: async () => examples['identity-confirmation'],
    },
    documents: { verify: async () => examples.verification, keys: async () => examples.keys, checkOffline: async () => ({ result: 'unreadable' }) },
    sessions: { get: async () => examples.session, extend: async () => examples.session, remove: async () => undefined },
    desk: {
      list: async () => examples['desk-list'],
      search: async () => examples['desk-list'],
      summary: async () => examples['desk-summary'],
      get: async () => examples['desk-application'],
      claim: async () => examples['desk-application'],
      previewNumber: async () => ({ number: '470/013/SKD/5171042001/VIII/2026', assigned: false }),
      downloadFile: async () => new Blob(['contoh'], { type: 'text/plain' }),
      watch: () => once(),
    },
  };
  const names = new Set([...Object.keys(usual), ...Object.keys(parts)]) as ReadonlySet<keyof Client>;
  return fakeClient(Object.fromEntries([...names].map((name) => [name, { ...usual[name], ...parts[name] }])));
}

/** A stream that says some things and then stays open. */
export async function* once<T>(...values: readonly T[]): AsyncGenerator<T> {
  yield* values;
  await never();
}
