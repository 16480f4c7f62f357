import { isPersonal, witaDate, type Field } from '@e-sewaka/contract';
import type { SavedDraft } from './draft-key.js';
import type { FormState } from './form-state.js';

const days = 14;
const store = 'drafts';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('e-sewaka', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'key' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refused'));
    request.onblocked = () => reject(new Error('IndexedDB is blocked'));
  });
}

async function withStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  try {
    const database = await open();
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(store, mode);
      const request = work(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB gave up'));
    }).finally(() => database.close());
  } catch {
    // Private windows and full disks refuse storage; the form works without a draft.
    return undefined;
  }
}

/** The draft kept on this device; an expired one is removed instead. */
export async function loadDraft(key: string): Promise<SavedDraft | undefined> {
  const found: unknown = await withStore('readonly', (drafts) => drafts.get(key));
  if (!isDraft(found)) return undefined;
  if (found.expiresOn >= witaDate(new Date())) return found;
  await removeDraft(key);
  return undefined;
}

/** Keeps what may be kept of a form. */
export async function saveDraft(key: string, state: FormState, own: readonly Field[], now = Date.now()): Promise<void> {
  const personal = new Set([...state.service.steps.flatMap((step) => step.fields), ...own].filter(isPersonal).map((field) => field.name));
  const kept = Object.entries(state.typed).filter(([name]) => !personal.has(name) && name !== 'declaration');
  const draft: SavedDraft = {
    key,
    serviceVersion: state.service.version,
    typed: Object.fromEntries(kept),
    idempotencyKey: state.idempotencyKey,
    draftId: state.draftId,
    savedOn: witaDate(new Date(now)),
    expiresOn: witaDate(new Date(now + days * 86_400_000)),
  };
  await withStore('readwrite', (drafts) => drafts.put(draft));
}

/** Forgets a draft. */
export async function removeDraft(key: string): Promise<void> {
  await withStore('readwrite', (drafts) => drafts.delete(key));
}

function isDraft(value: unknown): value is SavedDraft {
  return typeof value === 'object' && value !== null && 'typed' in value && 'expiresOn' in value && 'idempotencyKey' in value;
}
