import { witaDate } from '@e-sewaka/contract';
import type { Receipt } from '../../internal/client.js';
import { DeviceStore } from './device.js';
import type { DraftContents, SavedDraft } from './draft-key.js';
import { forgetKey, forgetKeys, seal, unseal, type Sealed } from './vault.js';

const daysKept = 14;
const daysReceipt = 1;
const store = new DeviceStore('e-sewaka', 'drafts', 'key');

/** What lies on the device: contents encrypted under a key of the draft's own, or open and without personal data. */
interface Stored {
  readonly key: string;
  readonly draftId: string;
  readonly savedOn: string;
  readonly expiresOn: string;
  readonly sealed?: Sealed;
}

interface StoredDraft extends Stored, Omit<SavedDraft, keyof DraftContents | 'personal'> {
  readonly open?: DraftContents;
}

/** A draft to be saved; `open` is what may lie there unencrypted. */
export interface DraftToSave extends Omit<SavedDraft, keyof DraftContents | 'personal' | 'savedOn' | 'expiresOn'> {
  readonly contents: DraftContents;
  readonly open: DraftContents;
}

/** The version of a draft that this page has seen last. */
export type Known = Pick<SavedDraft, 'draftId' | 'rev'>;

/** How saving ended: `elsewhere` and `gone` leave alone what another tab has done. */
export type Saving = { readonly outcome: 'elsewhere' | 'gone' | 'refused' } | { readonly outcome: 'saved'; readonly expiresOn: string; readonly personal: boolean };

/** A receipt that is still on the device. */
export interface KeptReceipt {
  readonly receipt: Receipt;
  readonly sentOn: string;
  /** The draft it was made of. */
  readonly draftId: string;
}

const receiptKey = (key: string): string => `${key}|sent`;
const day = (now: number, days = 0): string => witaDate(new Date(now + days * 86_400_000));

/** The draft kept on this device; one that has expired or can be read no more is removed instead. */
export async function loadDraft(key: string): Promise<SavedDraft | undefined> {
  const found = await current(key);
  if (!isDraft(found)) return undefined;
  const contents = found.sealed ? await unseal(found.draftId, found.sealed) : found.open;
  if (!isContents(contents)) return removeDraft(key).then(() => undefined);
  const { sealed, open, ...facts } = found;
  return { ...facts, ...contents, personal: sealed !== undefined && open === undefined };
}

/** Saves a draft unless another tab has changed or removed it since; `known` is what this page has seen of it. */
export async function saveDraft(draft: DraftToSave, known: Known | 'any' | undefined, now = Date.now()): Promise<Saving> {
  const { contents, open, ...facts } = draft;
  const sealed = await seal(draft.draftId, contents);
  const stored: StoredDraft = { ...facts, savedOn: day(now), expiresOn: day(now, daysKept), ...(sealed ? { sealed } : { open }) };
  let gone = false;
  const outcome = await store.replace(draft.key, stored, (found) => {
    if (known === 'any') return true;
    gone = known !== undefined && !isDraft(found);
    if (!isDraft(found)) return !gone;
    return found.expiresOn < day(now) || (found.draftId === known?.draftId && found.rev === known.rev);
  });
  if (outcome === 'done') return { outcome: 'saved', expiresOn: stored.expiresOn, personal: sealed !== undefined };
  return { outcome: outcome === 'refused' ? 'refused' : gone ? 'gone' : 'elsewhere' };
}

/** Forgets a draft, its key first: without it the rest is noise. */
export async function removeDraft(key: string): Promise<void> {
  const found = await store.get(key);
  if (isStored(found)) await forgetKey(found.draftId);
  await store.remove(key);
}

/** Keeps the receipt of an application for a day, so that a page that dies at the wrong moment does not take the code with it. */
export async function saveReceipt(key: string, draftId: string, receipt: Receipt, now = Date.now()): Promise<void> {
  const name = receiptKey(key);
  // The token opens the application: it stays in memory.
  const sealed = await seal(`${draftId}-sent`, { ...receipt, accessToken: '' });
  if (sealed) await store.put({ key: name, draftId: `${draftId}-sent`, savedOn: day(now), expiresOn: day(now, daysReceipt), sealed });
}

/** The receipt of the application sent last with this form, for a day. */
export async function loadReceipt(key: string): Promise<KeptReceipt | undefined> {
  const found = await current(receiptKey(key));
  const receipt = found?.sealed ? await unseal(found.draftId, found.sealed) : undefined;
  return found && isReceipt(receipt) ? { receipt, sentOn: found.savedOn, draftId: found.draftId.replace(/-sent$/, '') } : undefined;
}

/** Forgets the receipt. */
export async function removeReceipt(key: string): Promise<void> {
  await removeDraft(receiptKey(key));
}

/** Forgets everything of everybody: all drafts and receipts of this site, and all keys. */
export async function forgetAll(): Promise<void> {
  await forgetKeys();
  await store.clear();
}

async function current(key: string): Promise<Stored | undefined> {
  const found = await store.get(key);
  if (!isStored(found)) return undefined;
  if (found.expiresOn >= day(Date.now())) return found;
  await removeDraft(key);
  return undefined;
}

function isStored(value: unknown): value is Stored {
  return typeof value === 'object' && value !== null && 'draftId' in value && 'expiresOn' in value;
}

function isDraft(value: unknown): value is StoredDraft {
  return isStored(value) && 'idempotencyKey' in value && 'rev' in value;
}

function isContents(value: unknown): value is DraftContents {
  return typeof value === 'object' && value !== null && 'typed' in value && 'labels' in value && 'page' in value;
}

function isReceipt(value: unknown): value is Receipt {
  return typeof value === 'object' && value !== null && 'application' in value && 'trackingCode' in value;
}
