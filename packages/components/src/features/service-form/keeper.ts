import type { SavedDraft } from './draft-key.js';
import { draftKey } from './draft-key.js';
import { forgetAll, loadDraft, loadReceipt, removeDraft, removeReceipt, saveDraft, saveReceipt, type KeptReceipt, type Known } from './draft.js';
import type { Filing } from './filing.js';
import type { Receipt } from '../../internal/client.js';
import { forgetUploads } from './kept-uploads.js';
import { draftOf, type Resumed } from './resuming.js';
import { isShared, setShared } from './shared-device.js';

/** What is on the device: nothing yet, this form, another tab's, no longer this form, nothing at all by choice or refusal. */
export type KeepState = 'none' | 'saved' | 'elsewhere' | 'gone' | 'refused' | 'shared';

/** Keeps a form on the device while it is filled in, and forgets it when told to. */
export class Keeper {
  state: KeepState;
  /** Until when the draft is kept, once it is. */
  until = '';
  /** Whether personal answers are kept too. */
  personal = true;
  /** Wiping is being asked about. */
  asking = false;
  /** Something was typed since the form began. */
  touched = false;
  draft: SavedDraft | undefined;
  sent: KeptReceipt | undefined;
  resumed: Resumed | undefined;
  readonly #filing: Filing;
  #known: Known | undefined;
  #chain: Promise<void> = Promise.resolve();

  constructor(filing: Filing) {
    this.#filing = filing;
    this.state = isShared() ? 'shared' : 'none';
  }

  get shared(): boolean {
    return this.state === 'shared';
  }

  /** Whether closing the page would lose what was typed. */
  get losing(): boolean {
    return this.touched && !this.#filing.receipt && (this.shared || this.state === 'refused');
  }

  /** Another form begins. */
  fresh(): void {
    this.state = isShared() ? 'shared' : 'none';
    this.touched = false;
    this.asking = false;
    this.resumed = undefined;
    this.#known = undefined;
  }

  /** Looks for what is on this device. */
  async look(): Promise<void> {
    const key = this.#key;
    const [draft, sent] = this.shared ? [] : await Promise.all([loadDraft(key), loadReceipt(key)]);
    if (key !== this.#key) return;
    // The page died between the two: this draft was sent.
    const over = draft !== undefined && draft.draftId === sent?.draftId;
    if (over) await removeDraft(key);
    this.draft = over ? undefined : draft;
    this.sent = sent;
  }

  /** Takes the draft over: from now on this page saves it. */
  take(draft: SavedDraft, resumed: Resumed): void {
    this.#known = draft;
    this.draft = undefined;
    this.resumed = resumed;
    this.state = 'saved';
    this.until = draft.expiresOn;
    this.personal = draft.personal;
  }

  /** Saves, one saving after the other; `over` also what another tab has saved. */
  keep(over = false): Promise<void> {
    // What would be lost is looked at after rendering.
    if (!this.touched) this.#filing.host.requestUpdate();
    this.touched = true;
    this.#chain = this.#chain.then(() => this.#save(over));
    return this.#chain;
  }

  /** Deletes the draft of this form. */
  async wipe(): Promise<void> {
    await this.#chain;
    await removeDraft(this.#key);
    this.draft = undefined;
    this.fresh();
  }

  /** The application is sent: only its receipt is kept, for a day. */
  async done(draftId: string, receipt: Receipt): Promise<void> {
    await this.#chain;
    if (!this.shared) await saveReceipt(this.#key, draftId, receipt);
    // Another tab may have begun another application meanwhile.
    if ((await loadDraft(this.#key))?.draftId === draftId) await removeDraft(this.#key);
  }

  async forgetReceipt(): Promise<void> {
    this.sent = undefined;
    await removeReceipt(this.#key);
  }

  /** On a shared device nothing is kept, and what was kept is forgotten. */
  async share(shared: boolean): Promise<void> {
    setShared(shared);
    this.state = shared ? 'shared' : 'none';
    this.#known = undefined;
    // From now on nothing is saved; forgetting takes a while.
    this.#filing.host.requestUpdate();
    if (shared) await this.forgetAll();
    if (!shared && this.touched) await this.keep();
  }

  /** Forgets everything of everybody who used this site here. */
  async forgetAll(): Promise<void> {
    await this.#chain;
    await forgetAll();
    forgetUploads();
    this.draft = undefined;
    this.sent = undefined;
  }

  async #save(over: boolean): Promise<void> {
    const { journey, host, receipt } = this.#filing;
    const { view } = host;
    if (!journey || !view || receipt || this.shared) return;
    const draft = draftOf(this.#key, (this.#known?.rev ?? 0) + 1, journey, view);
    const saving = await saveDraft(draft, over ? 'any' : this.#known);
    // Said to be shared meanwhile: what was just saved is forgotten next.
    if (journey !== this.#filing.journey || this.shared) return;
    const before = this.state;
    this.state = saving.outcome;
    if (saving.outcome === 'saved') {
      this.#known = draft;
      this.until = saving.expiresOn;
      this.personal = saving.personal;
    }
    if (before === this.state) return;
    if (view && (this.state === 'elsewhere' || this.state === 'gone' || this.state === 'refused')) host.announce(view.say(`keep_${this.state}`));
    host.requestUpdate();
  }

  get #key(): string {
    const { service, village } = this.#filing.host;
    return draftKey(service, village);
  }
}
