import { html, nothing, type PropertyDeclarations } from 'lit';
import type { Text } from '@e-sewaka/contract';
import { button } from '../../controls/button/index.js';
import { jumpTo } from '../../controls/error-summary/index.js';
import { pairsStyles } from '../../controls/pairs/index.js';
import { statusBadgeStyles } from '../../controls/status-badge/index.js';
import type { DeskEvent, Session } from '../../internal/client-desk.js';
import { SewakaElement } from '../../internal/element.js';
import { SewakaErrorEvent } from '../../internal/events.js';
import { failureText, readFailure, type Failure } from '../../internal/failure.js';
import { heading } from '../../internal/heading.js';
import { Remote } from '../../internal/remote.js';
import { failureNotice, notice, skeleton } from '../../internal/status.js';
import { commonWords } from '../../locales/common/index.js';
import { deskWords } from '../../locales/desk/index.js';
import { statusWords } from '../../locales/status/index.js';
import { base, blocks, controls, fields, tokens } from '../../styles/index.js';
import { actionOf } from './actions-view.js';
import { isFiltered, loadInbox, loadMore, neighbour, readFilters, type Filters, type Inbox } from './inbox.js';
import { inboxZone } from './inbox-view.js';
import { follow, type LiveListener, type Liveness } from './live.js';
import { styles } from './officer-desk.styles.js';
import { OpenCase } from './open-case.js';
import type * as extras from './extras.js';
import type { SessionWarning, WarningHost } from './session-warning.js';
import type { WayBackHost } from './way-back.js';
import { shortcut, shortcutsOn } from './shortcuts.js';
import { dues, isDeskAction, type DeskView } from './view.js';

/**
 * The desk of an office: its applications by urgency, one of them with answers beside files, and what may be done with it.
 * Works by mouse, touch or keyboard; shows changes of colleagues as they happen.
 *
 * @fires sewaka-error - When something could not be done.
 * @csspart badge - A status in a word.
 */
export class OfficerDesk extends SewakaElement implements LiveListener, WarningHost, WayBackHost {
  static override styles = [tokens, base, blocks, controls, fields, statusBadgeStyles, pairsStyles, styles];
  static override readonly listens: readonly string[] = ['click', 'submit', 'change', 'input'];
  static override properties: PropertyDeclarations = { ...SewakaElement.properties, loginUrl: { type: String, attribute: 'login-url' } };

  /** Where officers sign in; default `/auth/login`, which comes back to this page. */
  declare loginUrl: string | undefined;

  readonly #say = this.use(deskWords);
  readonly #status = this.use(statusWords);
  readonly #common = this.use(commonWords);
  readonly #session = new Remote<Session>(this);
  readonly #inbox = new Remote<Inbox>(this);
  readonly #case = new OpenCase(this);
  readonly #services = new Map<string, Text>();
  readonly #onKey = (event: KeyboardEvent): void => this.#key(event);
  #warning: SessionWarning | undefined;
  #extras: typeof extras | undefined;
  #filters: Filters = {};
  /** What is in front where there is room for one: `list`, `case` or `actions`. */
  zone = 'list';
  #live: AbortController | undefined;
  #liveness: Liveness = 'live';
  #keys = shortcutsOn();
  #typing: ReturnType<typeof setTimeout> | undefined;
  #ended: 'no' | 'empty-handed' | 'kept' = 'no';

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.#onKey);
    void this.updateComplete.then(() => (this.isConnected ? this.#begin() : undefined));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#onKey);
    clearTimeout(this.#typing);
    this.#live?.abort();
    this.#case.close();
  }

  /** What the parts of the desk speak with. */
  get view(): DeskView {
    return { say: this.#say, status: this.#status, common: this.#common, text: (text) => this.text(text), locale: this.language, level: this.headingLevel };
  }

  news(event: DeskEvent | undefined): void {
    void this.reload();
    if (event && event.applicationId === this.#case.id) void this.#case.refresh(event.revision);
  }

  liveness(liveness: Liveness): void {
    this.#liveness = liveness;
    this.requestUpdate();
  }

  /** Fetches list and counts again; what was shown stays until they come. */
  async reload(): Promise<void> {
    const inbox = await this.#inbox.load((signal) => loadInbox(this.api, this.#filters, signal));
    for (const item of inbox?.items ?? []) this.#services.set(item.serviceId, item.serviceTitle);
    if (this.#inbox.failure) this.fail(this.#inbox.failure);
    this.requestUpdate();
  }

  /** Tells the page of a failure; a lost session leads back to signing in. */
  fail(failure: Failure): void {
    if (failure.status === 401) this.sessionOver();
    this.dispatchEvent(new SewakaErrorEvent(failure.code, failure.requestId));
    this.requestUpdate();
  }

  /** Goes back to signing in; what was being written stays in this tab for the same officer. */
  sessionOver(): void {
    if (this.#session.value) this.#ended = this.keep() ? 'kept' : 'empty-handed';
    this.#leave();
    void this.focusOn('#signed-out');
  }

  /** The officer who is signed in. */
  get officer(): Session | undefined {
    return this.#session.value;
  }

  /** Moves focus inside the desk once it has been drawn. */
  async moveTo(selector: string): Promise<void> {
    await this.focusOn(selector);
  }

  protected override onAction(action: string, from: HTMLElement, event: Event): void {
    const { value } = from.dataset;
    switch (action) {
      case 'jump':
        return jumpTo(this.renderRoot, from, event);
      case 'retry':
        return void (this.#session.value ? this.reload() : this.#begin());
      case 'select':
        return void this.#select(value);
      case 'count':
        return this.#count(value);
      case 'clear':
        return this.#filter({});
      case 'more':
        return void this.#more();
      case 'to-list':
      case 'to-case':
      case 'to-actions':
        return void this.show(action.slice(3));
      case 'sign-out':
        return void this.#signOut();
      case 'session-extend':
        return void this.#warning?.extend();
      case 'session-again':
        this.keep();
        return location.assign(this.#login);
      case 'help':
        return this.#help();
      case 'help-close':
        return this.#dialog?.close();
      case 'print':
        return window.print();
      case 'act':
        if (isDeskAction(value)) void this.#case.ask(value);
        return;
      default:
        this.#case.onAction(action, value);
    }
  }

  protected override onEvent(event: Event): void {
    const { target } = event;
    if (event.type === 'submit' && target instanceof HTMLFormElement) {
      event.preventDefault();
      if (target.dataset['form'] === 'decision') void this.#case.decide(target);
      if (target.dataset['form'] === 'filters') this.#filter(readFilters(target, this.#filters));
    } else if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) this.#changed(event.type, target);
  }

  protected override body(): unknown {
    const session = this.#session.value;
    if (!session) return this.#renderSignedOut();
    return html`${this.#renderBar(session)} ${this.#extras?.livenessLine(this.view, this.#liveness)} ${this.#renderInboxFailure()}
      <div class="zones" data-zone=${this.zone}>
        ${this.#inbox.value
          ? inboxZone(this.view, { inbox: this.#inbox.value, filters: this.#filters, services: this.#services, selected: this.#case.id, busy: this.#inbox.loading })
          : html`<div class="zone" data-zone-name="list">${skeleton(this.#say('loading'), 8)}</div>`}
        ${this.#case.template()}
      </div>
      ${this.#extras?.shortcutHelp(this.view, this.#keys)} ${this.#warning?.template(this.view)}`;
  }

  #renderBar(session: Session): unknown {
    return html`<div class="poleng" aria-hidden="true"></div>
      <header class="bar">
        ${heading(this.headingLevel, session.officeName ?? this.#say('title'), undefined, 'section')}
        <span class="muted"
          ><span translate="no" .textContent=${session.name ?? ''}></span>${session.post ? html`<span aria-hidden="true">&nbsp;· </span><span .textContent=${this.#status(`post_${session.post}`)}></span>` : nothing}${session.banjar ? html`<span aria-hidden="true">&nbsp;· </span><span translate="no" .textContent=${session.banjar}></span>` : nothing}</span
        >
        <span class="row push">
          <span class="shortcut-hint">${button('help', this.#say('shortcuts'), { look: 'link' })}</span>
          ${button('sign-out', this.#say('sign_out'), { look: 'link' })}
        </span>
      </header>`;
  }

  #renderSignedOut(): unknown {
    const { loading, failure } = this.#session;
    const away = failure && failure.status !== 401 && failure.status !== 403;
    if (loading) return skeleton(this.#say('loading'), 6);
    return html`<div class="stack">
      ${heading(this.headingLevel, this.#say('title'), 'signed-out', 'title')}
      ${away
        ? failureNotice(failure, this.#common)
        : html`${this.#ended !== 'no' ? notice(this.#say(this.#ended === 'kept' ? 'session_ended_kept' : 'session_ended'), 'warning') : html`<p .textContent=${this.#say('signed_out')}></p>`}
            <p><a class="button" href=${this.#login}><span .textContent=${this.#say('sign_in')}></span></a></p>`}
    </div>`;
  }

  #renderInboxFailure(): unknown {
    const { failure } = this.#inbox;
    if (!failure) return nothing;
    return this.#inbox.value ? notice(this.#common(failureText(failure).key, failureText(failure).params), 'warning') : failureNotice(failure, this.#common);
  }

  async #begin(): Promise<void> {
    const session = await this.#session.load((signal) => this.api.sessions.get({}, { signal }));
    if (session?.kind !== 'officer') {
      this.#session.value = undefined;
      return this.requestUpdate();
    }
    this.#ended = 'no';
    await this.reload();
    void this.#takeCare(session);
    this.#live?.abort();
    this.#live = new AbortController();
    void follow(this.api, this, this.#live.signal);
  }

  /** Takes up what the last session left, and watches over this one. The list does not wait for that to arrive. */
  async #takeCare(session: Session): Promise<void> {
    // Where it cannot be fetched, a session ends unannounced and keeps nothing.
    this.#extras ??= await import('./extras.js').catch(() => undefined);
    if (this.#extras === undefined || this.#session.value !== session || !this.isConnected) return;
    this.adopt(this.#extras.helpStyles);
    this.requestUpdate();
    this.#warning ??= this.#extras.careFor(this);
    this.#warning.follow(session);
    const work = this.#extras.takeWork(session);
    if (work === undefined) return;
    await this.#extras.resumeWork(this.#case, this, work);
    await this.show(this.#case.acting ? 'actions' : 'case');
  }

  async #signOut(): Promise<void> {
    this.#live?.abort();
    await this.api.sessions.remove().catch((thrown: unknown) => this.fail(readFailure(thrown)));
    this.#leave();
    this.#extras?.forgetWork();
    this.#ended = 'no';
    await this.focusOn('#signed-out');
  }

  #leave(): void {
    this.#live?.abort();
    this.#warning?.stop();
    this.#session.value = undefined;
    this.#inbox.value = undefined;
    this.#case.close();
    this.requestUpdate();
  }

  get #login(): string {
    return this.loginUrl ?? `${this.settings.baseUrl ?? ''}/auth/login?return=${encodeURIComponent(location.pathname)}`;
  }

  /** Keeps what is open; says whether anything was being written. */
  keep(): boolean {
    const work = this.#case.work();
    if (!this.#session.value || !work || !this.#extras) return false;
    this.#extras.keepWork(this.#session.value, work);
    return work.action !== undefined;
  }

  async #select(id: string | undefined): Promise<void> {
    if (id === undefined) return;
    await this.#case.open(id);
    await this.show('case');
  }

  async show(zone: string): Promise<void> {
    this.zone = zone;
    this.requestUpdate();
    await this.focusOn(zone === 'list' ? '.item[aria-current], #inbox' : `#${zone}`);
  }

  #count(value: string | undefined): void {
    const { due, mine, ...rest } = this.#filters;
    const picked = dues.find((one) => one === value);
    const base = { ...rest, ...(value !== 'mine' && mine ? { mine } : {}) };
    if (value === 'mine') this.#filter({ ...rest, ...(due ? { due } : {}), ...(mine ? {} : { mine: true }) });
    else this.#filter(picked && picked !== due ? { ...base, due: picked } : base);
  }

  #filter(filters: Filters): void {
    this.#filters = filters;
    if (!isFiltered(filters)) this.find<HTMLFormElement>('[data-form=filters]')?.reset();
    void this.reload().then(() => this.announce(this.#say('count', { count: this.#inbox.value?.items.length ?? 0 })));
  }

  async #more(): Promise<void> {
    const { value } = this.#inbox;
    if (value) await this.#inbox.load((signal) => loadMore(this.api, this.#filters, value, signal));
  }

  #changed(type: string, target: HTMLInputElement | HTMLSelectElement): void {
    if (target.name === 'shortcuts' && target instanceof HTMLInputElement) {
      this.#keys = target.checked;
      this.#extras?.rememberShortcuts(target.checked);
    } else if (target.name === 'flag' && type === 'change' && target instanceof HTMLInputElement) this.#case.tick(target.value, target.checked);
    const form = target.form;
    if (form?.dataset['form'] !== 'filters') return;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#filter(readFilters(form, this.#filters)), type === 'input' ? 350 : 0);
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  #help(): void {
    if (this.#dialog?.open) this.#dialog.close();
    else this.#dialog?.showModal();
  }

  #key(event: KeyboardEvent): void {
    const key = shortcut(event);
    if (key === undefined || !this.#session.value || (!this.#keys && key !== 'Escape') || (this.#dialog?.open && key !== '?') || this.#warning?.isOpen) return;
    if (this.#handle(key)) event.preventDefault();
  }

  #handle(key: string): boolean {
    const { opened, acting } = this.#case;
    if (key === 'Escape') return acting ? this.#case.onAction('cancel') : this.zone !== 'list' ? (void this.show('list'), true) : false;
    if (key === '?') return this.#help(), true;
    if (key === '/') return void this.show('list').then(() => this.focusOn('[name=query]')), true;
    if (key === 'j' || key === 'k') return void this.#step(key === 'j' ? 1 : -1), true;
    if (!opened) return false;
    if (key === 'p') return window.print(), true;
    if (key === 'c') return this.#case.onAction(opened.claim?.mine ? 'release' : 'claim');
    const action = actionOf(key, opened);
    if (action === undefined) return false;
    this.zone = 'actions';
    void this.#case.ask(action);
    return true;
  }

  async #step(step: 1 | -1): Promise<void> {
    const focused = this.renderRoot instanceof ShadowRoot ? this.renderRoot.activeElement : document.activeElement;
    const at = focused?.closest<HTMLElement>('[data-action=select]')?.dataset['value'] ?? this.#case.id;
    const next = neighbour(this.#inbox.value?.items ?? [], at, step);
    if (next) await this.focusOn(`[data-action=select][data-value="${CSS.escape(next.id)}"]`);
  }
}
