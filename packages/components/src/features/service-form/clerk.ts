import type { Field, Requirement } from '@e-sewaka/contract';
import type { Receipt } from '../../internal/client.js';
import { SewakaErrorEvent, SewakaSubmittedEvent, SewakaSubmitEvent } from '../../internal/events.js';
import { newIdempotencyKey } from '../../internal/key.js';
import { expiredUploads, newsWords, Uploads } from '../../controls/upload/index.js';
import { checkPage, firstOpen, firstUnfinished, nextPage, providedDocuments } from './advance.js';
import type { Filing } from './filing.js';
import { FormState, type FormProblem } from './form-state.js';
import { Journey } from './journey.js';
import { Keeper } from './keeper.js';
import { keepUploads, keptUploads } from './kept-uploads.js';
import { leaveByBack } from './leave-by-back.js';
import { ownFields } from './own-fields.js';
import { PageWatch } from './page-watch.js';
import { carryOver, takeUp } from './resuming.js';
import { askedDocuments, problemsOf, submissionOf, understand } from './rules.js';
import { offerFromMemory } from './shared-device.js';
import { Submission } from './submission.js';
import type { FormView } from './view.js';

interface Desk {
  readonly journey: Journey;
  readonly view: FormView;
}

/** Checks pages, keeps drafts, sends: everything of a filing that comes after the first answer. */
export class Clerk {
  readonly submission: Submission;
  readonly uploads: Uploads;
  readonly keeper: Keeper;
  readonly #filing: Filing;
  #wayOut: AbortController | undefined;

  constructor(filing: Filing) {
    this.#filing = filing;
    const { host } = filing;
    this.submission = new Submission(() => host.requestUpdate());
    this.keeper = new Keeper(filing);
    this.uploads = new Uploads(
      () => host.api,
      (news) => {
        if (news && host.view) host.announce(newsWords(host.view.say, news));
        this.#keepUploads();
        host.requestUpdate();
      },
    );
    if (filing.journey) filing.journey.ownFields = this.ownFields;
    host.addController(new PageWatch(this));
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

  /** Whether closing the page now would lose something. */
  get losing(): boolean {
    const { state } = this.submission.current;
    return state === 'sending' || state === 'waiting' || this.uploads.running || this.keeper.losing;
  }

  leaving(): void {
    this.#filing.flush();
  }

  rendered(): void {
    const { form } = this.#filing.host;
    if (form) offerFromMemory(form, !this.keeper.shared);
  }

  returned(): void {
    if (this.keeper.shared) void this.nextPerson();
  }

  stop(): void {
    this.#wayOut?.abort();
    this.uploads.stop();
    this.submission.cancel();
  }

  /** Another form begins: nothing of the one before may show in it. */
  fresh(): void {
    this.uploads.clear();
    this.keeper.fresh();
  }

  understand(fields: readonly Field[]): void {
    if (this.#filing.journey) understand(this.#filing.journey.state, fields);
  }

  /** Looks for a draft on this device. */
  async lookForDraft(): Promise<void> {
    await this.keeper.look();
    this.#filing.host.requestUpdate();
  }

  /** Keeps what may be kept. */
  async keep(): Promise<void> {
    await this.keeper.keep();
  }

  /** Takes up the kept draft and goes to the first page that still needs something. */
  resume(): void {
    const { draft } = this.keeper;
    const desk = this.#desk;
    if (!desk || !draft) return;
    const { journey, view } = desk;
    const { resumed, fields } = takeUp(journey, draft, view.today);
    understand(journey.state, fields);
    this.keeper.take(draft, resumed);
    journey.reached = draft.page;
    this.#takeUpFiles(desk);
    this.#filing.go(firstOpen(journey, this.uploads, view, resumed));
  }

  /** Shows the receipt that is still on this device. */
  showReceipt(): void {
    const { sent } = this.keeper;
    if (sent) this.#show(sent.receipt);
  }

  /** Removes the receipt from this device. */
  async forgetReceipt(): Promise<void> {
    await this.keeper.forgetReceipt();
    this.#filing.host.requestUpdate();
    this.#filing.host.arrive('page');
  }

  /** Asks whether the draft is to be deleted, or no longer. */
  ask(asking: boolean): void {
    this.keeper.asking = asking;
    this.#filing.host.requestUpdate();
  }

  /** Takes the decision that this device is shared, or is not. */
  async share(shared: boolean): Promise<void> {
    if (shared) this.#forgetFiles();
    await this.keeper.share(shared);
    this.#keepUploads();
    this.#filing.host.requestUpdate();
  }

  /** Pauses, goes on with or takes away a file; focus stays with the files. */
  file(act: 'pause' | 'resume' | 'remove', requirementId: string, key: string): void {
    const { host } = this.#filing;
    this.uploads[act](requirementId, key);
    const other = act === 'remove' ? `input[data-requirement="${CSS.escape(requirementId)}"]` : `[data-action=${act === 'pause' ? 'resume' : 'pause'}-file][data-value="${CSS.escape(`${requirementId} ${key}`)}"]`;
    void host.updateComplete.then(() => host.form?.querySelector<HTMLElement>(other)?.focus());
  }

  /** Deletes the draft and what was filled in. */
  async wipe(): Promise<void> {
    const filing = this.#filing;
    filing.dontKeep();
    this.#forgetFiles();
    await this.keeper.wipe();
    this.#startAgain();
  }

  /** Leaves nothing of this person for the next one. */
  async nextPerson(): Promise<void> {
    const { host, receipt } = this.#filing;
    this.#filing.dontKeep();
    this.submission.cancel();
    this.#startAgain(receipt !== undefined);
    await this.keeper.forgetAll();
    if (host.view) host.announce(host.view.say('next_person_done'));
    host.requestUpdate();
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
    this.#filing.go(nextPage(journey, this.uploads, view, this.keeper.resumed));
    void this.keep();
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
    // Meanwhile the form may have been cleared for somebody else, who must not see this receipt.
    if (journey !== this.#filing.journey) return;
    if (receipt) await this.#accepted(receipt, journey);
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

  /** Fetches the form that is in force now and goes on with the answers that fit it; nothing has to be typed again. */
  async renew(): Promise<void> {
    const { journey: old, host, definition } = this.#filing;
    const { service: serviceId, api } = host;
    const service = await definition.load((signal) => api.services.get({ serviceId }, { signal }));
    if (!service || !old || old !== this.#filing.journey) return host.arrive('failure');
    const journey = new Journey(new FormState(service, host.village || undefined));
    this.#filing.journey = journey;
    journey.ownFields = this.ownFields;
    const desk = this.#desk;
    if (!desk) return;
    const { resumed, fields } = carryOver(old, journey, desk.view);
    understand(journey.state, fields);
    this.keeper.resumed = resumed;
    this.submission.cancel();
    this.#filing.go(firstOpen(journey, this.uploads, desk.view, resumed));
    void this.keep();
  }

  #startAgain(always = false): void {
    const filing = this.#filing;
    if ((always || filing.journey?.page !== 'start') && filing.definition.value) filing.begin(filing.definition.value);
    filing.host.requestUpdate();
    filing.host.arrive('page');
  }

  #keepUploads(): void {
    const { journey, receipt } = this.#filing;
    if (journey && !receipt && !this.keeper.shared) keepUploads(journey.state.draftId, this.uploads.kept);
  }

  #takeUpFiles({ journey, view }: Desk): void {
    for (const [id, files] of Object.entries(keptUploads(journey.state.draftId)))
      for (const [index, file] of files.entries()) this.uploads.restore(id, { ...file, name: view.say('file_kept', { number: index + 1 }) });
  }

  #forgetFiles(): void {
    const draftId = this.#filing.journey?.state.draftId;
    for (const id of new Set([draftId, this.keeper.draft?.draftId])) if (id) keepUploads(id, {});
  }

  get #desk(): Desk | undefined {
    const { journey, host } = this.#filing;
    return journey && host.view && { journey, view: host.view };
  }

  async #accepted(receipt: Receipt, { state }: Journey): Promise<void> {
    this.#show(receipt);
    this.#filing.host.dispatchEvent(new SewakaSubmittedEvent(receipt.application.id, receipt.trackingCode));
    this.#forgetFiles();
    await this.keeper.done(state.draftId, receipt);
  }

  #show(receipt: Receipt): void {
    const { host, history } = this.#filing;
    this.#filing.dontKeep();
    this.#filing.receipt = receipt;
    host.requestUpdate();
    history?.stop();
    this.#wayOut = leaveByBack();
    host.arrive('done');
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
    for (const { requirementId, position } of expiredUploads(failure)) this.uploads.expired(requirementId, position);
    const again = this.uploads.pending(this.documents);
    const problems = problemsOf(failure, journey.state).map((problem) =>
      problem.code === 'document_not_ready' && again.has(problem.pointer.split('/')[1]?.slice(4) ?? '') ? { ...problem, code: 'document_pending' as const } : problem,
    );
    const asks = (id: string, { pointer }: FormProblem): boolean => {
      if (id === 'documents') return pointer.startsWith('/doc.');
      const found = journey.pages.find((page) => page.id === id);
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
