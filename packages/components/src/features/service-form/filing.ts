import type { Locale } from '@e-sewaka/contract';
import type { ReactiveControllerHost } from 'lit';
import { fetchRest, type Client, type Receipt, type ServiceDefinition, type VillageItem, type VillageProfile } from '../../internal/client.js';
import { SewakaErrorEvent } from '../../internal/events.js';
import { PageHistory } from '../../internal/page-history.js';
import { Remote } from '../../internal/remote.js';
import type { Clerk } from './clerk.js';
import { draftKey } from './draft-key.js';
import { FormState } from './form-state.js';
import { Journey } from './journey.js';
import { anythingKept } from './kept-drafts.js';
import type * as late from './late.js';
import { isShared } from './shared-device.js';
import type { FormView } from './view.js';

/** The part that is loaded after the first answer. */
export type Late = typeof late;

/** What filing needs of the widget around it. */
export interface FilingHost extends ReactiveControllerHost, EventTarget {
  readonly service: string;
  readonly village: string | undefined;
  readonly api: Client;
  readonly view: FormView | undefined;
  /** The form of the page shown now. */
  readonly form: HTMLFormElement | null;
  /** The part that is loaded later is here: its words and styles can be taken over. */
  arrived(late: Late): void;
  /** A page, its problems or the end is shown now: bring focus, title and scroll there. */
  arrive(at: 'page' | 'problems' | 'done' | 'failure'): void;
  /** Says something once to people who hear the page. */
  announce(words: string): void;
}

const saveAfter = 500;

/** Words of the part that is loaded later; Indonesian comes with it. */
const laterWords: Readonly<Record<Locale, () => readonly Promise<unknown>[]>> = {
  id: () => [],
  en: () => [import('../../locales/filing/en.js'), import('../../locales/problems/en.js')],
  ban: () => [import('../../locales/filing/ban.js'), import('../../locales/problems/ban.js')],
};

/** One application on its way: definition, pages and what is typed. What comes after the first answer is the clerk's. */
export class Filing {
  readonly host: FilingHost;
  readonly definition: Remote<ServiceDefinition>;
  readonly villages: Remote<readonly VillageItem[]>;
  readonly profile: Remote<VillageProfile>;
  journey: Journey | undefined;
  late: Late | undefined;
  clerk: Clerk | undefined;
  /** The part that is loaded later was asked for and could not be had. */
  unready = false;
  receipt: Receipt | undefined;
  history: PageHistory | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #fetched = new Set<Locale>();
  #later: Promise<Late> | undefined;

  constructor(host: FilingHost) {
    this.host = host;
    this.definition = new Remote(host);
    this.villages = new Remote(host);
    this.profile = new Remote(host);
  }

  /** Loads the service, then what is needed next. */
  async open(): Promise<void> {
    const { service, village, api } = this.host;
    // Another service, village or server is another form: the one before neither shows nor is kept in its place.
    this.stop();
    this.journey = undefined;
    if (!service) return;
    const definition = await this.definition.load((signal) => api.services.get({ serviceId: service }, { signal }));
    const { failure } = this.definition;
    if (failure) this.host.dispatchEvent(new SewakaErrorEvent(failure.code, failure.requestId));
    if (!definition) return;
    this.begin(definition);
    if (village) void this.profile.load((signal) => api.villages.get({ villageCode: village }, { signal }));
    const asksVillage = definition.steps.some((step) => step.fields.some(({ type }) => type === 'village' || type === 'address'));
    if (!village || asksVillage) void this.villages.load(async (signal) => (await api.villages.list({ limit: 100 }, { signal })).data);
    if (isShared() || (await anythingKept(draftKey(service, village)))) await (await this.ready())?.lookForDraft();
  }

  /**
   * Fetches what is needed after the first answer, so that it is there when the line is not. In the bundles it waits unopened
   * (see tools/rollup-later.mjs): a person who only reads pays neither memory nor time for it.
   */
  fetchLater(locale: Locale): void {
    if (this.#fetched.has(locale)) return;
    this.#fetched.add(locale);
    void Promise.all([this.#fetch(), ...laterWords[locale]()]).catch(() => this.#fetched.delete(locale));
  }

  #fetch(): Promise<Late> {
    this.#later ??= import('./late.js').catch((error: unknown) => {
      this.#later = undefined;
      throw error;
    });
    return this.#later;
  }

  /** Starts an empty form. */
  begin(definition: ServiceDefinition): void {
    this.stop();
    this.journey = new Journey(new FormState(definition, this.host.village || undefined));
    this.journey.ownFields = this.clerk?.ownFields;
    this.receipt = undefined;
    this.clerk?.fresh();
    // Of its own: what the browser remembers of an earlier filling, as before a reload, holds no pages of this one.
    this.history = new PageHistory(this.journey.state.draftId, (page) => this.show(page));
    this.history.start('start');
    this.host.requestUpdate();
  }

  /** Goes on listening to the browser's Back after the widget was moved. */
  start(): void {
    if (this.journey) this.history?.start(this.journey.page);
  }

  stop(): void {
    this.history?.stop();
    this.clerk?.stop();
    this.dontKeep();
  }

  /** What is needed after the first answer, the same every time; undefined while it cannot be fetched, which the form says. */
  async ready(): Promise<Clerk | undefined> {
    if (this.clerk) return this.clerk;
    const arrived = await this.#fetch().catch(() => undefined);
    this.unready = arrived === undefined;
    if (!arrived) {
      this.host.requestUpdate();
      return undefined;
    }
    this.late = arrived;
    // Another call may have come first while the module was on its way.
    this.clerk ??= new arrived.Clerk(this);
    this.host.arrived(arrived);
    this.host.requestUpdate();
    return this.clerk;
  }

  /** Loads again what could not be loaded. */
  async retry(): Promise<void> {
    if (!this.unready) return this.open();
    const clerk = await this.ready();
    if (this.journey?.page === 'start') await clerk?.lookForDraft();
    this.host.arrive(clerk ? 'page' : 'failure');
  }

  /** Checks this page and goes on. */
  async advance(): Promise<void> {
    const clerk = await this.ready();
    if (clerk) await clerk.advance();
    else this.host.arrive('failure');
  }

  /** Leaves the start page with an empty form. */
  first(): void {
    const next = this.journey?.pages[1];
    if (next) this.go(next.id);
  }

  /** Takes what is typed on this page; conditions on the page follow. */
  async notice(): Promise<void> {
    await this.ready();
    this.#take();
    const { journey } = this;
    if (journey?.page === 'documents' || journey?.fieldsOf(journey.current).some((field) => field.when)) this.host.requestUpdate();
  }

  #take(): void {
    const { journey } = this;
    const { form } = this.host;
    if (!journey || !form || journey.page === 'review') return;
    journey.state.read(journey.askedOn(journey.current), form);
    this.clerk?.understand(journey.fieldsOf(journey.current));
  }

  /** Keeps a draft every half second of typing. */
  keepSoon(): void {
    this.#timer ??= setTimeout(() => this.flush(), saveAfter);
  }

  /** Keeps at once what has not been kept yet. */
  flush(): void {
    if (this.#timer === undefined) return;
    this.dontKeep();
    void this.notice().then(() => this.clerk?.keep());
  }

  dontKeep(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Back, as the browser's own button does it. */
  back(): void {
    const { journey } = this;
    if (!journey || this.history?.back()) return;
    const at = journey.pages.findIndex(({ id }) => id === journey.page);
    this.show(journey.pages[Math.max(0, at - 1)]?.id ?? 'start');
  }

  /** Goes to a page from the review and comes back after it. */
  change(page: string): void {
    if (this.journey) this.journey.returning = true;
    this.go(page);
  }

  go(page: string): void {
    this.history?.push(page);
    this.show(page);
  }

  show(page: string): void {
    const { journey } = this;
    if (!journey) return;
    this.#take();
    fetchRest();
    journey.page = journey.pages.some(({ id }) => id === page) ? page : 'start';
    journey.state.problems = [];
    if (page === 'review') journey.returning = false;
    this.clerk?.submission.cancel();
    if (page !== 'start' && !journey.current.step) void this.ready();
    this.host.requestUpdate();
    this.host.arrive('page');
  }
}
