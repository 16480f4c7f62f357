import type { ReactiveControllerHost } from 'lit';
import type { Requirement } from '@e-sewaka/contract';
import type { Client, Receipt, ServiceDefinition, VillageItem, VillageProfile } from '../../internal/client.js';
import { SewakaErrorEvent, SewakaSubmittedEvent, SewakaSubmitEvent } from '../../internal/events.js';
import { newIdempotencyKey } from '../../internal/key.js';
import { Remote } from '../../internal/remote.js';
import { draftKey, type SavedDraft } from './draft-key.js';
import { FormState, type FormProblem } from './form-state.js';
import { Journey } from './journey.js';
import { PageHistory } from '../../internal/page-history.js';
import { Submission } from './submission.js';
import type { ChosenFile, Uploads } from './uploads.js';
import type { FormView } from './view.js';

type Late = typeof import('./late.js');

/** What filing needs of the widget around it. */
export interface FilingHost extends ReactiveControllerHost, EventTarget {
  readonly service: string;
  readonly village: string | undefined;
  readonly api: Client;
  readonly view: FormView | undefined;
  /** The form of the page shown now. */
  readonly form: HTMLFormElement | null;
  /** A page, its problems or the end is shown now: bring focus, title and scroll there. */
  arrive(at: 'page' | 'problems' | 'done' | 'failure'): void;
  /** Says that a file has arrived or failed. */
  tellFile(file: ChosenFile): void;
}

const saveAfter = 500;

/** One application on its way: definition, pages, answers, draft, files, sending. Knows no markup. */
export class Filing {
  readonly definition: Remote<ServiceDefinition>;
  readonly villages: Remote<readonly VillageItem[]>;
  readonly profile: Remote<VillageProfile>;
  readonly submission: Submission;
  journey: Journey | undefined;
  late: Late | undefined;
  uploads: Uploads | undefined;
  draft: SavedDraft | undefined;
  receipt: Receipt | undefined;
  /** Whether a draft is on the device, or its wiping is being asked about. */
  saved: 'not' | 'saved' | 'wiping' = 'not';
  /** Labels of personal answers that a draft could not keep. */
  retype = '';

  readonly #host: FilingHost;
  readonly #say: ConstructorParameters<typeof Journey>[1];
  #history: PageHistory | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: FilingHost, say: ConstructorParameters<typeof Journey>[1]) {
    this.#host = host;
    this.#say = say;
    this.definition = new Remote(host);
    this.villages = new Remote(host);
    this.profile = new Remote(host);
    this.submission = new Submission(() => host.requestUpdate());
  }

  /** Loads the service, then what is needed next. */
  async open(): Promise<void> {
    const { service, village, api } = this.#host;
    if (!service) return;
    const definition = await this.definition.load((signal) => api.services.get({ serviceId: service }, { signal }));
    if (!definition) {
      const { failure } = this.definition;
      if (failure) this.#host.dispatchEvent(new SewakaErrorEvent(failure.code, failure.requestId));
      return;
    }
    this.begin(definition);
    if (village) void this.profile.load((signal) => api.villages.get({ villageCode: village }, { signal }));
    const asksVillage = definition.steps.some((step) => step.fields.some(({ type }) => type === 'village' || type === 'address'));
    if (!village || asksVillage) void this.villages.load(async (signal) => (await api.villages.list({ limit: 100 }, { signal })).data);
    const late = await this.ready();
    this.draft = await late.loadDraft(draftKey(definition.id, village));
    this.#host.requestUpdate();
  }

  /** Starts an empty form. */
  begin(definition: ServiceDefinition): void {
    this.stop();
    this.journey = new Journey(new FormState(definition, this.#host.village || undefined), this.#say);
    this.receipt = undefined;
    this.retype = '';
    this.saved = 'not';
    this.#history = new PageHistory(definition.id, (page) => this.#show(page));
    this.#history.start('start');
    this.#host.requestUpdate();
  }

  /** Goes on listening to the browser's Back after the widget was moved. */
  start(): void {
    if (this.journey) this.#history?.start(this.journey.page);
  }

  stop(): void {
    this.#history?.stop();
    this.uploads?.stop();
    this.submission.cancel();
    clearTimeout(this.#timer);
  }

  /** What is needed after the first answer; the same module every time. */
  async ready(): Promise<Late> {
    const late = (this.late ??= await import('./late.js'));
    this.uploads ??= new late.Uploads(
      () => this.#host.api,
      (file) => {
        if (file) this.#host.tellFile(file);
        this.#host.requestUpdate();
      },
    );
    return late;
  }

  /** The documents the answers ask for. */
  get documents(): readonly Requirement[] {
    const view = this.#host.view;
    return view && this.late ? this.late.askedDocuments(view.state, view.today) : [];
  }

  /** Leaves the start page with an empty form. */
  first(): void {
    const next = this.journey?.pages[1];
    if (next) this.go(next.id);
  }

  /** Takes up the kept draft and goes to the first page that still needs something. */
  async resume(): Promise<void> {
    const late = await this.ready();
    const { journey, draft, uploads } = this;
    const { view } = this.#host;
    if (!journey || !draft || !uploads || !view) return;
    journey.resume(draft, late);
    this.retype = late.retypeWords(journey, view);
    this.saved = 'saved';
    this.go(late.firstUnfinished(journey, uploads, view)?.page ?? 'review');
  }

  async wipe(): Promise<void> {
    const { definition, journey } = this;
    if (!journey || !definition.value) return;
    clearTimeout(this.#timer);
    await (await this.ready()).removeDraft(draftKey(journey.state.service.id, this.#host.village));
    this.draft = undefined;
    if (journey.page === 'start') this.#host.requestUpdate();
    else {
      this.begin(definition.value);
      this.#host.arrive('page');
    }
  }

  /** Takes what is typed on this page, and keeps a draft of it a moment later. */
  async notice(): Promise<void> {
    const late = await this.ready();
    const { journey } = this;
    const { form } = this.#host;
    if (!journey || !form || journey.page === 'review') return;
    const fields = journey.fieldsOf(journey.current);
    journey.state.read(journey.askedOn(journey.current), form);
    late.understand(journey.state, fields);
    if (fields.some((field) => field.when) || journey.page === 'documents') this.#host.requestUpdate();
  }

  /** Keeps a draft once typing pauses. */
  keepSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.notice().then(() => this.#keep()), saveAfter);
  }

  /** Continue: checks this page, then goes on; on the review it sends. */
  async advance(): Promise<void> {
    const late = await this.ready();
    const { journey, uploads } = this;
    const { view } = this.#host;
    if (!journey || !uploads || !view) return;
    if (journey.page === 'review') return this.send();
    await this.notice();
    this.#host.requestUpdate();
    const problems = late.checkPage(journey, journey.current, uploads, view);
    if (problems.length > 0) return this.#refuse(journey.page, problems);
    this.retype = '';
    void this.#keep();
    this.go(late.nextPage(journey, uploads, view));
  }

  /** Back, as the browser's own button does it. */
  back(): void {
    const { journey } = this;
    if (!journey || this.#history?.back()) return;
    const at = journey.pages.findIndex(({ id }) => id === journey.page);
    this.#show(journey.pages[Math.max(0, at - 1)]?.id ?? 'start');
  }

  /** Goes to a page from the review and comes back after it. */
  change(page: string): void {
    if (this.journey) this.journey.returning = true;
    this.go(page);
  }

  go(page: string): void {
    this.#history?.push(page);
    this.#show(page);
  }

  /** Sends the application; never twice at once, and always with the same key until the server has refused it. */
  async send(): Promise<void> {
    const late = await this.ready();
    const { journey, uploads } = this;
    const { view, api } = this.#host;
    if (!journey || !uploads || !view || this.receipt || this.submission.current.state === 'sending') return;
    const wrong = late.firstUnfinished(journey, uploads, view);
    if (wrong) return this.#refuse(wrong.page, wrong.problems);
    const { state } = journey;
    const body = late.submissionOf(state, late.providedDocuments(view, uploads), view.locale, view.today);
    if (!this.#host.dispatchEvent(new SewakaSubmitEvent(body.serviceId, body.villageCode))) return;
    void this.#keep();
    const receipt = await this.submission.send(api, body, state.idempotencyKey, () => void this.send());
    if (receipt) await this.#accepted(receipt);
    else this.#refused(late);
  }

  sendAsNew(): void {
    if (!this.journey) return;
    this.journey.state.idempotencyKey = newIdempotencyKey();
    this.journey.state.draftId = newIdempotencyKey();
    void this.send();
  }

  async #accepted(receipt: Receipt): Promise<void> {
    this.receipt = receipt;
    this.#host.requestUpdate();
    this.#history?.stop();
    this.#host.dispatchEvent(new SewakaSubmittedEvent(receipt.application.id, receipt.trackingCode));
    this.#host.arrive('done');
    clearTimeout(this.#timer);
    await this.late?.removeDraft(draftKey(this.#host.service, this.#host.village));
  }

  #refused(late: Late): void {
    const { journey } = this;
    const { current } = this.submission;
    if (!journey || current.state !== 'failed') return;
    const { failure } = current;
    this.#host.dispatchEvent(new SewakaErrorEvent(failure.code, failure.requestId));
    // Nothing was made under this key, so what is sent next is another request.
    if (failure.status >= 400 && failure.status < 500 && failure.status !== 429 && failure.code !== 'idempotency_key_reused')
      journey.state.idempotencyKey = newIdempotencyKey();
    const problems = late.problemsOf(failure, journey.state);
    const page = journey.pages.find((candidate) => problems.some(({ pointer }) => this.#asks(candidate.id, pointer)));
    if (!page) return this.#host.arrive('failure');
    this.submission.cancel();
    journey.returning = true;
    this.#refuse(page.id, problems.filter(({ pointer }) => this.#asks(page.id, pointer)));
  }

  #asks(page: string, pointer: string): boolean {
    if (page === 'documents') return pointer.startsWith('/doc.');
    const found = this.journey?.pages.find(({ id }) => id === page);
    return found !== undefined && (this.journey?.askedOn(found).some(({ name }) => name === pointer.split('/')[1]) ?? false);
  }

  #refuse(page: string, problems: readonly FormProblem[]): void {
    const { journey } = this;
    if (!journey) return;
    if (page !== journey.page) {
      if (journey.page === 'review') journey.returning = true;
      this.#history?.push(page);
      journey.page = page;
    }
    journey.state.problems = problems;
    this.#host.requestUpdate();
    this.#host.arrive('problems');
  }

  #show(page: string): void {
    const { journey } = this;
    if (!journey) return;
    journey.page = journey.pages.some(({ id }) => id === page) ? page : 'start';
    journey.state.problems = [];
    if (page === 'review') journey.returning = false;
    this.submission.cancel();
    this.#host.requestUpdate();
    this.#host.arrive('page');
  }

  async #keep(): Promise<void> {
    const { journey, late } = this;
    if (!journey || !late || this.receipt) return;
    await late.saveDraft(draftKey(journey.state.service.id, this.#host.village), journey.state, journey.ownList);
    if (this.saved === 'not') {
      this.saved = 'saved';
      this.#host.requestUpdate();
    }
  }
}
