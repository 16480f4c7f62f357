import type { Field, Requirement } from '@e-sewaka/contract';
import type { Receipt } from '../../internal/client.js';
import { SewakaErrorEvent, SewakaSubmittedEvent, SewakaSubmitEvent } from '../../internal/events.js';
import { newIdempotencyKey } from '../../internal/key.js';
import { checkPage, firstUnfinished, nextPage, providedDocuments, retypeWords } from './advance.js';
import { loadDraft, removeDraft, saveDraft } from './draft.js';
import { draftKey, type SavedDraft } from './draft-key.js';
import type { Filing } from './filing.js';
import type { FormProblem } from './form-state.js';
import type { Journey } from './journey.js';
import { keepUploads, keptUploads } from './kept-uploads.js';
import { ownFields } from './own-fields.js';
import { askedDocuments, problemsOf, submissionOf, understand } from './rules.js';
import { Submission } from './submission.js';
import { Uploads } from '../../controls/upload/index.js';
import type { FormView } from './view.js';

interface Desk {
  readonly journey: Journey;
  readonly view: FormView;
}

/** Checks pages, keeps drafts, sends: everything of a filing that comes after the first answer. */
export class Clerk {
  readonly submission: Submission;
  readonly uploads: Uploads;
  draft: SavedDraft | undefined;
  readonly #filing: Filing;

  constructor(filing: Filing) {
    this.#filing = filing;
    const { host } = filing;
    this.submission = new Submission(() => host.requestUpdate());
    this.uploads = new Uploads(
      () => host.api,
      (file) => {
        if (file) host.tellFile(file);
        this.#keepUploads();
        host.requestUpdate();
      },
    );
    if (filing.journey) filing.journey.ownFields = this.ownFields;
  }

  /** The questions every service shares, in the words of the moment. */
  readonly ownFields = (): ReturnType<typeof ownFields> => {
    const { view } = this.#filing.host;
    return view ? ownFields(view.say, view.state.service) : { village: [], contact: [], declaration: [] };
  };

  /** The documents the answers ask for. */
  get documents(): readonly Requirement[] {
    const { view } = this.#filing.host;
    return view ? askedDocuments(view.state, view.today) : [];
  }

  stop(): void {
    this.uploads.stop();
    this.submission.cancel();
  }

  understand(fields: readonly Field[]): void {
    if (this.#filing.journey) understand(this.#filing.journey.state, fields);
  }

  /** Looks for a draft on this device. */
  async lookForDraft(): Promise<void> {
    this.draft = await loadDraft(this.#key);
    this.#filing.host.requestUpdate();
  }

  /** Keeps what may be kept. */
  async keep(): Promise<void> {
    const filing = this.#filing;
    const { journey } = filing;
    if (!journey || filing.receipt) return;
    await saveDraft(this.#key, journey.state, journey.ownList);
    if (filing.saved !== 'not') return;
    filing.saved = 'saved';
    filing.host.requestUpdate();
  }

  /** Takes up the kept draft and goes to the first page that still needs something. */
  resume(): void {
    const { draft } = this;
    const desk = this.#desk;
    if (!desk || !draft) return;
    const { journey, view } = desk;
    understand(journey.state, journey.resume(draft));
    this.#takeUpFiles(desk);
    this.#filing.retype = retypeWords(journey, view);
    this.#filing.saved = 'saved';
    this.#filing.go(firstUnfinished(journey, this.uploads, view)?.page ?? 'review');
  }

  /** Deletes the draft and what was filled in. */
  async wipe(): Promise<void> {
    const filing = this.#filing;
    filing.dontKeep();
    await removeDraft(this.#key);
    this.#forgetFiles();
    this.draft = undefined;
    if (filing.journey?.page !== 'start' && filing.definition.value) filing.begin(filing.definition.value);
    filing.host.requestUpdate();
    filing.host.arrive('page');
  }

  /** Continue: checks this page, then goes on; on the review it sends. */
  async advance(): Promise<void> {
    const desk = this.#desk;
    if (!desk) return;
    const { journey, view } = desk;
    if (journey.page === 'review') return this.send();
    await this.#filing.notice();
    this.#filing.host.requestUpdate();
    const problems = checkPage(journey, journey.current, this.uploads, view);
    if (problems.length > 0) return this.#refuse(journey.page, problems);
    this.#filing.retype = '';
    void this.keep();
    this.#filing.go(nextPage(journey, this.uploads, view));
  }

  /** Sends the application; never twice at once, and always with the same key until the server has refused it. */
  async send(): Promise<void> {
    const { host, receipt: done } = this.#filing;
    const desk = this.#desk;
    if (!desk || done || this.submission.current.state === 'sending') return;
    const { journey, view } = desk;
    const wrong = firstUnfinished(journey, this.uploads, view);
    if (wrong) return this.#refuse(wrong.page, wrong.problems);
    const body = submissionOf(journey.state, providedDocuments(view, this.uploads), view.locale, view.today);
    if (!host.dispatchEvent(new SewakaSubmitEvent(body.serviceId, body.villageCode))) return;
    void this.keep();
    const receipt = await this.submission.send(host.api, body, journey.state.idempotencyKey, () => void this.send());
    if (receipt) await this.#accepted(receipt);
    else this.#refused(journey);
  }

  /** Sends what the server took for a change of an earlier application as one of its own. */
  sendAsNew(): void {
    const { journey } = this.#filing;
    if (!journey) return;
    journey.state.idempotencyKey = newIdempotencyKey();
    journey.state.draftId = newIdempotencyKey();
    void this.send();
  }

  #keepUploads(): void {
    const { journey, receipt } = this.#filing;
    if (journey && !receipt) keepUploads(journey.state.draftId, this.uploads.arrived);
  }

  #takeUpFiles({ journey, view }: Desk): void {
    for (const [id, files] of Object.entries(keptUploads(journey.state.draftId)))
      for (const [index, file] of files.entries()) this.uploads.restore(id, { ...file, name: view.say('file_kept', { number: index + 1 }) });
  }

  #forgetFiles(): void {
    const draftId = this.#filing.journey?.state.draftId;
    for (const id of new Set([draftId, this.draft?.draftId])) if (id) keepUploads(id, {});
  }

  get #key(): string {
    return draftKey(this.#filing.host.service, this.#filing.host.village);
  }

  get #desk(): Desk | undefined {
    const { journey, host } = this.#filing;
    return journey && host.view && { journey, view: host.view };
  }

  async #accepted(receipt: Receipt): Promise<void> {
    const { host, history } = this.#filing;
    this.#filing.receipt = receipt;
    host.requestUpdate();
    history?.stop();
    host.dispatchEvent(new SewakaSubmittedEvent(receipt.application.id, receipt.trackingCode));
    host.arrive('done');
    this.#filing.dontKeep();
    this.#forgetFiles();
    await removeDraft(this.#key);
  }

  #refused(journey: Journey): void {
    const { current } = this.submission;
    const { host } = this.#filing;
    if (current.state !== 'failed') return;
    const { failure } = current;
    host.dispatchEvent(new SewakaErrorEvent(failure.code, failure.requestId));
    // Nothing was made under this key, so what is sent next is another request.
    if (failure.status >= 400 && failure.status < 500 && failure.status !== 429 && failure.code !== 'idempotency_key_reused')
      journey.state.idempotencyKey = newIdempotencyKey();
    const problems = problemsOf(failure, journey.state);
    const asks = (page: string, { pointer }: FormProblem): boolean => {
      if (page === 'documents') return pointer.startsWith('/doc.');
      const found = journey.pages.find(({ id }) => id === page);
      return found !== undefined && journey.askedOn(found).some(({ name }) => name === pointer.split('/')[1]);
    };
    const page = journey.pages.find(({ id }) => problems.some((problem) => asks(id, problem)));
    if (!page) return host.arrive('failure');
    this.submission.cancel();
    this.#refuse(page.id, problems.filter((problem) => asks(page.id, problem)));
  }

  #refuse(page: string, problems: readonly FormProblem[]): void {
    const { journey, history, host } = this.#filing;
    if (!journey) return;
    if (page !== journey.page) {
      if (journey.page === 'review') journey.returning = true;
      history?.push(page);
      journey.page = page;
    }
    journey.state.problems = problems;
    host.requestUpdate();
    host.arrive('problems');
  }
}
