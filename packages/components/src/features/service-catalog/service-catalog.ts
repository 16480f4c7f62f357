import { html, isServer, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Audience, Service } from '@e-sewaka/contract';
import { button } from '../../controls/button/index.js';
import type { ServiceDefinition, ServiceItem, VillageItem } from '../../internal/client.js';
import { SewakaElement } from '../../internal/element.js';
import { SewakaErrorEvent, SewakaSelectEvent } from '../../internal/events.js';
import { backIcon, clockIcon, walletIcon } from '../../internal/icons.js';
import { searchIcon } from '../../internal/more-icons.js';
import { PageHistory } from '../../internal/page-history.js';
import { restorePageTitle, setPageTitle } from '../../internal/page-title.js';
import { Remote } from '../../internal/remote.js';
import { failureNotice, skeleton } from '../../internal/status.js';
import { catalogWords } from '../../locales/catalog/index.js';
import { commonWords } from '../../locales/common/index.js';
import { base, blocks, controls, fields, tokens } from '../../styles/index.js';
import { audiences, categories, filterFields, narrowed, type Filters } from './filters.js';
import { searchServices } from './search.js';
import { styles } from './service-catalog.styles.js';
import { feeWords, servicePage, timeWords, type CatalogView } from './service-page.js';

let catalogs = 0;

/**
 * Finds a government service and tells all about it; Start opens the form in place, or follows `service-href`.
 *
 * @fires sewaka-select - When a person starts a service; cancel it to open the form elsewhere.
 * @fires sewaka-error - When the list or a service could not be loaded.
 */
export class ServiceCatalog extends SewakaElement {
  static override styles = [tokens, base, controls, fields, blocks, styles];
  static override readonly listens = ['click', 'input', 'change', 'submit'];
  static override properties: PropertyDeclarations = {
    village: { type: String },
    query: { type: String },
    category: { type: String },
    audience: { type: String },
    service: { type: String },
    serviceHref: { type: String, attribute: 'service-href' },
  };

  /** Dotted code of a village: only what it offers. */
  declare village: string | undefined;
  /** What is searched for at first. */
  declare query: string;
  /** The kind shown at first. */
  declare category: Service['category'] | '';
  /** Whom the services shown at first are for. */
  declare audience: Audience | '';
  /** The service whose page is open. */
  declare service: string;
  /** Page with the form, `{service}` and `{village}` standing for id and code; absent opens the form in place. */
  declare serviceHref: string | undefined;

  readonly #say = this.use(catalogWords);
  readonly #common = this.use(commonWords);
  readonly #services = new Remote<readonly ServiceItem[]>(this);
  readonly #villages = new Remote<readonly VillageItem[]>(this);
  readonly #definition = new Remote<ServiceDefinition>(this);
  readonly #uid = `sewaka-catalog${(catalogs += 1)}-`;
  readonly #history = new PageHistory(this.#uid, (page) => this.#show(page));
  #filling = false;
  /** The village a person has chosen, where the page has not said which. */
  #where = '';
  #telling: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.query = '';
    this.category = '';
    this.audience = '';
    this.service = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!isServer) this.#history.start(this.service);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#history.stop();
    restorePageTitle();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (isServer) return;
    if (!this.hasUpdated || changed.has('village') || changed.has('client')) void this.#load();
    // A page that opens with a service keeps its focus and its place.
    if (changed.has('service') && this.service) void this.#loadService(this.service, this.hasUpdated);
  }

  protected override onEvent(event: Event): void {
    const { target } = event;
    if (event.type === 'submit') event.preventDefault();
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    if (target.name === 'query' && event.type === 'input') this.query = target.value;
    if (target.name === 'category' && event.type === 'change') this.category = categories.find((one) => one === target.value) ?? '';
    if (target.name === 'audience') this.audience = audiences.find((one) => one === target.value) ?? '';
    if (target.name === 'village') this.#chooseVillage(target.value);
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => this.announce(this.#countWords(this.#found)), 700);
  }

  protected override onAction(action: string, from: HTMLElement, event: Event): void {
    const value = from.dataset['value'] ?? '';
    if (action === 'retry') void (this.service ? this.#loadService(this.service) : this.#load());
    else if (action === 'open') this.#open(value);
    else if (action === 'back') this.#back();
    else if (action === 'all') this.#clear();
    else if (action === 'start') this.#start(value, event);
  }

  get #found(): readonly ServiceItem[] {
    return searchServices(narrowed(this.#services.value ?? [], this.#filters), this.query);
  }

  get #filters(): Filters {
    const village = this.#villages.value?.find(({ code }) => code === this.#where);
    return { category: this.category, audience: this.audience, village };
  }

  /** The village whose services are meant: the page's own, or the chosen one. */
  get #villageCode(): string | undefined {
    return this.village ?? (this.#where || undefined);
  }

  #chooseVillage(code: string): void {
    this.#where = code;
    this.requestUpdate();
  }

  async #load(): Promise<void> {
    const village = this.village ? { village: this.village } : {};
    await this.#services.load(async (signal) => (await this.api.services.list({ ...village, limit: 100 }, { signal })).data);
    this.#tell(this.#services.failure);
    // The list of villages only narrows: without it the services are there all the same.
    if (!this.village) await this.#villages.load(async (signal) => (await this.api.villages.list({ limit: 100 }, { signal })).data);
  }

  async #loadService(serviceId: string, arrives = true): Promise<void> {
    this.#definition.value = undefined;
    const village = this.#villageCode ? { village: this.#villageCode } : {};
    await this.#definition.load((signal) => this.api.services.get({ serviceId, ...village }, { signal }));
    this.#tell(this.#definition.failure);
    if (arrives && this.#definition.value) this.#arrive();
  }

  #tell(failure: Remote<unknown>['failure']): void {
    if (failure) this.dispatchEvent(new SewakaErrorEvent(failure.code, failure.requestId));
  }

  #open(serviceId: string): void {
    this.#history.push(serviceId);
    this.service = serviceId;
  }

  #back(): void {
    if (!this.#history.back()) this.#show('');
  }

  #show(page: string): void {
    const from = this.service;
    this.#filling = false;
    this.service = page;
    this.requestUpdate();
    this.#arrive(from);
  }

  #start(serviceId: string, event: Event): void {
    const goesOn = this.dispatchEvent(new SewakaSelectEvent(serviceId));
    if (!goesOn) event.preventDefault();
    if (!goesOn || this.serviceHref !== undefined) return;
    void import('../service-form/index.js');
    this.#filling = true;
    this.requestUpdate();
  }

  #clear(): void {
    this.query = '';
    this.category = '';
    this.audience = '';
    this.#chooseVillage('');
    for (const select of this.renderRoot.querySelectorAll('select')) select.value = '';
    const search = this.find<HTMLInputElement>('[name=query]');
    if (search) search.value = '';
    search?.focus();
  }

  /** Brings focus to the page shown now; in the list, to the service one comes from. */
  #arrive(from = ''): void {
    void this.updateComplete.then(async () => {
      await this.focusOn(this.service ? '.title' : this.find(`[data-value="${CSS.escape(from)}"]`) ? `[data-value="${CSS.escape(from)}"]` : '[name=query]');
      if (this.getBoundingClientRect().top < 0) this.scrollIntoView({ block: 'start' });
      if (this.service) setPageTitle(this.find('.title')?.textContent ?? '');
      else restorePageTitle();
    });
  }

  #countWords(found: readonly ServiceItem[]): string {
    return found.length > 0 ? this.#say('found', { count: found.length }) : this.#noneWords;
  }

  get #noneWords(): string {
    return this.query ? this.#say('none', { query: this.query }) : this.#say('none_here');
  }

  protected override body(): unknown {
    if (this.#filling)
      return html`<sewaka-service-form
        .client=${this.client}
        service=${this.service}
        village=${this.#villageCode ?? nothing}
        locale=${this.locale ?? nothing}
        heading-level=${this.headingLevel}
      ></sewaka-service-form>`;
    return this.service ? this.#renderService() : this.#renderList();
  }

  #renderService(): TemplateResult {
    const { value, failure, slow } = this.#definition;
    const view: CatalogView = {
      level: this.headingLevel,
      locale: this.language,
      say: this.#say,
      common: this.#common,
      text: (text) => this.text(text),
      href: (id) => this.serviceHref?.replaceAll('{service}', encodeURIComponent(id)).replaceAll('{village}', encodeURIComponent(this.#villageCode ?? '')),
    };
    return html`<div class="top">${button('back', this.#say('back_to_list'), { look: 'link', icon: backIcon })}</div>
      <div class="page fade">
        ${value ? servicePage(view, value) : failure ? failureNotice(failure, this.#common) : skeleton(this.#common(slow ? 'slow' : 'loading'), 6)}
      </div>`;
  }

  #renderList(): TemplateResult {
    const { value, failure, slow } = this.#services;
    return html`<div class="page">
      ${this.#renderSearch()}
      ${value ? this.#renderFound(this.#found) : failure ? failureNotice(failure, this.#common) : skeleton(this.#common(slow ? 'slow' : 'loading'), 5)}
    </div>`;
  }

  #renderSearch(): TemplateResult {
    const id = `${this.#uid}query`;
    return html`<form role="search" class="search" novalidate>
      <label class="label" for=${id} .textContent=${this.#say('search')}></label>
      <p class="hint" id="${id}-hint" .textContent=${this.#say('search_hint')}></p>
      <div class="search-line">
        ${searchIcon}
        <input class="control" type="search" id=${id} name="query" autocomplete="off" value=${this.query} aria-describedby="${id}-hint" />
      </div>
      ${filterFields({
        uid: this.#uid,
        say: this.#say,
        filters: this.#filters,
        services: this.#services.value ?? [],
        villages: this.village ? [] : (this.#villages.value ?? []),
      })}
    </form>`;
  }

  #renderFound(found: readonly ServiceItem[]): TemplateResult {
    if (found.length === 0) {
      const any = (this.#services.value ?? []).length > 0;
      return html`<div class="card stack">
        <p><strong .textContent=${any ? this.#noneWords : this.#say('empty')}></strong></p>
        ${any
          ? html`<p .textContent=${this.#say('none_hint')}></p>
              <p>${button('all', this.#say('show_all'))}</p>`
          : nothing}
      </div>`;
    }
    return html`<p class="hint" .textContent=${this.#countWords(found)}></p>
      <ul class="services">
        ${repeat(
          found,
          (service) => service.id,
          (service) => html`<li>${this.#renderItem(service)}</li>`,
        )}
      </ul>`;
  }

  #renderItem(service: ServiceItem): TemplateResult {
    const fee = feeWords({ locale: this.language, common: this.#common }, service.fee.amount);
    return html`<article class="service">
      ${button('open', this.text(service.title), { look: 'link', value: service.id })}
      <p .textContent=${this.text(service.summary)}></p>
      <p class="about">
        <span>${clockIcon}<span .textContent=${timeWords(this.#say, service.workingDays)}></span></span>
        <span>${walletIcon}<span .textContent=${fee}></span></span>
      </p>
    </article>`;
  }
}
