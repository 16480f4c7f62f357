import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import { isFinal, parseTrackingCode } from '@e-sewaka/contract';
import { button } from '../../controls/button/index.js';
import { jumpTo } from '../../controls/error-summary/index.js';
import { instant } from '../../controls/moment/index.js';
import { qrStyles } from '../../controls/qr/index.js';
import { statusBadgeStyles } from '../../controls/status-badge/index.js';
import { timelineStyles } from '../../controls/timeline/index.js';
import type { FactorKind } from '../../internal/client.js';
import type { Tracking } from '../../internal/client-resident.js';
import { pairsStyles } from '../../controls/pairs/index.js';
import { SewakaElement } from '../../internal/element.js';
import { SewakaErrorEvent, SewakaStatusChangeEvent } from '../../internal/events.js';
import { failureText, readFailure, type Failure } from '../../internal/failure.js';
import { clockIcon, offlineIcon } from '../../internal/icons.js';
import { refreshIcon } from '../../internal/more-icons.js';
import { SmallForm, type FormWords } from '../../internal/small-form.js';
import { notice } from '../../internal/status.js';
import { typed } from '../../internal/typed.js';
import { base, blocks, controls, fields, tokens } from '../../styles/index.js';
import { commonWords } from '../../locales/common/index.js';
import { fieldWords } from '../../locales/fields/index.js';
import { problemWords } from '../../locales/problems/index.js';
import { statusWords } from '../../locales/status/index.js';
import { trackerWords } from '../../locales/tracker/index.js';
import { askFields, askForm, askNotice, readAsk } from './ask.js';
import { CorrectionPanel, type FileWords, type UploadParts } from './correction-panel.js';
import { saveFile } from './download.js';
import { codeInFragment, withoutCode } from './fragment.js';
import { now } from './now.js';
import { overview } from './overview.js';
import { TrackingSession, type Freshness, type SessionListener } from './session.js';
import { share } from './share.js';
import { styles } from './status-tracker.styles.js';
import { clock, type View } from './view.js';
import { history, way } from './way.js';
import { withdrawal } from './withdrawal.js';

type Busy = 'opening' | 'refreshing' | 'downloading' | 'withdrawing';

/**
 * Where an application stands, by tracking code and a second factor of the resident's choice; no account. Moves while
 * one watches, says what must be done now, and lets it be done in place.
 *
 * @fires sewaka-status-change - When the application is seen in another status than before.
 * @fires sewaka-error - When something could not be done.
 * @csspart summary - The error summary.
 * @csspart now - What is to be done now.
 * @csspart badge - The status in a word.
 * @csspart timeline - The steps of the application.
 * @csspart qr - The code that opens this page elsewhere.
 */
export class StatusTracker extends SewakaElement implements SessionListener {
  static override styles = [tokens, base, blocks, controls, fields, statusBadgeStyles, timelineStyles, qrStyles, pairsStyles, styles];
  static override readonly listens: readonly string[] = ['click', 'submit', 'change'];
  static override properties: PropertyDeclarations = {
    ...SewakaElement.properties,
    code: { type: String },
    accessToken: { attribute: false },
    verifyUrl: { type: String, attribute: 'verify-url' },
    untitled: { type: Boolean },
  };

  /** Tracking code, in any spelling; without it the page's `#code=…` is read. */
  declare code: string | undefined;
  /** Token of a submission just made on this page: opens the tracker without asking. */
  declare accessToken: string | undefined;
  /** Address of the page that verifies letters; default `/embed/document-verify` of the API's origin. */
  declare verifyUrl: string | undefined;
  /** The page's own heading names this widget already: leaves out the widget's name and introduction. */
  declare untitled: boolean;

  readonly #say = this.use(trackerWords);
  readonly #status = this.use(statusWords);
  readonly #common = this.use(commonWords);
  readonly #fields = this.use(fieldWords);
  readonly #problems = this.use(problemWords);
  readonly #ask = new SmallForm();
  readonly #correction = new CorrectionPanel(this);
  readonly #onHash = (): void => this.#takeFragment();
  #kind: FactorKind = 'phone';
  #session: TrackingSession | undefined;
  #tracking: Tracking | undefined;
  #freshness: Freshness = 'live';
  #failure: Failure | undefined;
  #lockedUntil = 0;
  #expired = false;
  #busy: Busy | undefined;
  #slow = false;
  #panels = new Set<'history' | 'share' | 'withdraw'>();

  constructor() {
    super();
    this.untitled = false;
    this.#ask.fill({ kind: this.#kind });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#onHash);
    if (this.code === undefined) this.#takeFragment();
    if (this.#session) void this.#session.follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#onHash);
    this.#close();
  }

  /** What the parts of the tracker speak with. */
  get view(): View {
    return { say: this.#say, status: this.#status, common: this.#common, text: (text) => this.text(text), locale: this.language, level: this.headingLevel };
  }

  /** The words for its small forms. */
  get formWords(): FormWords {
    return { locale: this.language, say: this.#fields, common: this.#common, problems: this.#problems };
  }

  /** Takes over how files look and the words they are spoken of with, once a correction needs them. */
  takeUploads({ filingWords, uploadStyles }: UploadParts): FileWords {
    this.adopt(uploadStyles);
    return this.use(filingWords);
  }

  /** The opened application, once there is one. */
  get tracking(): Tracking | undefined {
    return this.#tracking;
  }

  /** Looks for news now. */
  async refresh(): Promise<void> {
    await this.#during('refreshing', async () => {
      await this.#session?.refresh();
      this.announce(this.#say('refreshed'));
    });
    if (this.#failure) this.announce(this.#say('refresh_failed'));
  }

  seen(tracking: Tracking): void {
    const before = this.#tracking;
    if (before && before.revision > tracking.revision) return;
    this.#tracking = tracking;
    this.#failure = undefined;
    void this.#correction.learn(tracking);
    this.requestUpdate();
    if (!before || before.status === tracking.status) return;
    if (tracking.status !== 'incomplete') this.#correction.close();
    this.#panels.delete('withdraw');
    this.announce(this.#say('changed', { status: this.#status(`status_${tracking.status}`) }));
    this.dispatchEvent(new SewakaStatusChangeEvent(tracking.applicationId, tracking.status, before.status));
  }

  freshness(freshness: Freshness): void {
    this.#freshness = freshness;
    this.requestUpdate();
  }

  ended(thrown: unknown): void {
    const failure = readFailure(thrown);
    if (failure.status === 401 || failure.status === 404) this.#expire();
    else this.#failure = failure;
    this.requestUpdate();
  }

  /** Tells the page of something that could not be done. */
  fail(thrown: unknown): Failure {
    const failure = readFailure(thrown);
    if (failure.status === 401) this.#expire();
    this.dispatchEvent(new SewakaErrorEvent(failure.code, failure.requestId));
    this.requestUpdate();
    return failure;
  }

  /** The running session; undefined while nothing is opened. */
  get session(): TrackingSession | undefined {
    return this.#session;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('code') && this.code !== undefined) this.#ask.fill({ code: this.code, kind: this.#kind });
    if (changed.has('accessToken') && this.accessToken !== undefined) this.#begin(new TrackingSession(this.api, this.accessToken, this));
  }

  protected override onAction(action: string, from: HTMLElement, event: Event): void {
    if (action.endsWith('-file')) return this.#correction.file(action, from.dataset['value'] ?? '');
    switch (action) {
      case 'jump':
        return jumpTo(this.renderRoot, from, event);
      case 'retry':
      case 'refresh':
        return void this.refresh();
      case 'history':
        return this.#toggle('history');
      case 'share-panel':
        return this.#toggle('share');
      case 'ask-withdraw':
        this.#toggle('withdraw');
        return void this.focusOn('#withdraw');
      case 'keep':
        this.#toggle('withdraw');
        return void this.focusOn('[data-action=ask-withdraw]');
      case 'download':
        return void this.#download();
      case 'copy':
        return void navigator.clipboard.writeText(from.dataset['value'] ?? '').then(() => this.announce(this.#common('copied')));
      case 'share':
        return void navigator.share({ url: from.dataset['value'] ?? '' }).catch(() => undefined);
      case 'close':
        this.#expired = false;
        return this.#leave();
      case 'correct':
        return void this.#correction.open();
      case 'cancel-correction':
        this.#correction.close();
        return void this.focusOn('[data-action=correct]');
    }
  }

  protected override onEvent(event: Event): void {
    const { target } = event;
    if (event.type === 'submit' && target instanceof HTMLFormElement) {
      event.preventDefault();
      if (target.dataset['form'] === 'ask') void this.#open(target);
      if (target.dataset['form'] === 'withdraw') void this.#withdraw(new FormData(target));
      if (target.dataset['form'] === 'correction') void this.#correction.send(target);
    }
    if (event.type === 'change' && target instanceof HTMLInputElement) {
      if (target.name === 'kind') this.#choose(target.value);
      this.#correction.changed(target);
    }
  }

  protected override body(): unknown {
    return this.#tracking ? this.#found(this.#tracking) : askForm(this.view, { untitled: this.untitled, form: this.#ask, words: this.formWords, kind: this.#kind, busy: this.#busy === 'opening', notice: askNotice(this.view, { busy: this.#busy === 'opening', slow: this.#slow, ended: this.#expired, held: this.#correction.held, failure: this.#failure, lockedUntil: this.#lockedUntil }) });
  }

  #found(tracking: Tracking): unknown {
    const { view } = this;
    const code = parseTrackingCode(this.code ?? '');
    const correcting = this.#correction.template(view);
    return html`<div class="poleng" aria-hidden="true"></div>
      <article class="tracker" aria-busy=${this.#busy === 'refreshing' ? 'true' : 'false'}>
        ${overview(view, tracking)} ${this.#freshnessNotice(tracking)} ${this.#failureNotice()}
        ${now(view, tracking, {
          labels: this.#correction.labels,
          correcting: correcting !== nothing,
          downloading: this.#busy === 'downloading',
          verifyUrl: this.#verification(),
        })}
        ${correcting} ${way(view, tracking)} ${history(view, tracking.events, this.#panels.has('history'))}
        ${code === undefined ? nothing : share(view, code, this.text(tracking.serviceTitle), this.#panels.has('share'))}
        ${tracking.allowedActions.includes('withdraw') ? withdrawal(view, this.#panels.has('withdraw'), this.#busy === 'withdrawing') : nothing}
        <footer class="foot row small no-print">
          <span class="muted"><span .textContent=${this.#say('updated')}></span> ${instant(tracking.serverTime, view.locale)}</span>
          ${isFinal(tracking.status) ? nothing : button('refresh', this.#say('refresh'), { look: 'link', icon: refreshIcon, busy: this.#busy === 'refreshing' })}
          ${button('close', this.#say('close'), { look: 'link' })}
        </footer>
      </article>`;
  }

  #freshnessNotice(tracking: Tracking): unknown {
    if (this.#freshness === 'live' || isFinal(tracking.status)) return nothing;
    if (this.#freshness === 'polling') return html`<p class="small muted">${clockIcon} <span .textContent=${this.#say('polling')}></span></p>`;
    return html`<div class="notice warning">${offlineIcon}<div><p .textContent=${this.#say('offline', { time: clock(tracking.serverTime) })}></p></div></div>`;
  }

  #failureNotice(): unknown {
    if (!this.#failure) return nothing;
    const { key, params } = failureText(this.#failure);
    return notice(this.#common(key, params), 'warning');
  }

  async #open(element: HTMLFormElement): Promise<void> {
    if (this.#busy) return;
    const key = readAsk(this.#ask, element, askFields(this.view, this.#kind), this.#kind);
    this.#failure = undefined;
    this.#expired = false;
    this.requestUpdate();
    if (!key) return this.focusOn('[data-summary]');
    const slow = setTimeout(() => this.#isSlow(), 4_000);
    await this.#during('opening', async () => {
      const { session, tracking } = await TrackingSession.open(this.api, key, this);
      this.code = key.code;
      this.#begin(session, tracking);
    });
    clearTimeout(slow);
    this.#slow = false;
    await this.focusOn(this.#tracking ? 'h1, h2, h3, h4, h5, h6' : '[data-notice]');
    if (this.#tracking) await this.#correction.goOn(this.#tracking).catch((thrown: unknown) => this.fail(thrown));
  }

  #isSlow(): void {
    this.#slow = true;
    this.announce(this.#say('still_opening'));
    this.requestUpdate();
  }

  #begin(session: TrackingSession, tracking?: Tracking): void {
    this.#session?.close();
    this.#session = session;
    this.#ask.reset();
    if (tracking) this.seen(tracking);
    void session.follow();
  }

  async #download(): Promise<void> {
    const { letter } = this.#tracking ?? {};
    const { session } = this;
    if (!letter || !session || this.#busy) return;
    await this.#during('downloading', async () => {
      saveFile(await this.api.documents.download({ documentId: letter.documentId }, { accessToken: session.accessToken }), `${letter.number.replaceAll('/', '-')}.pdf`);
    });
    this.announce(this.#say(this.#failure ? 'download_failed' : 'downloaded'));
  }

  async #withdraw(data: FormData): Promise<void> {
    const { session } = this;
    const tracking = this.#tracking;
    if (!session || !tracking || this.#busy) return;
    const reason = typed(data, 'reason');
    const input = { applicationId: tracking.applicationId, ...(reason ? { reason } : {}) };
    await this.#during('withdrawing', async () => {
      await this.api.applications.withdraw(input, { accessToken: session.accessToken, ifMatch: `"r${tracking.revision}"` });
      await session.refresh();
    });
    if (this.#failure) this.announce(this.#say('withdraw_failed'));
    else await this.focusOn('#now');
  }

  /** Runs one act at a time and keeps what went wrong to show. */
  async #during(busy: Busy, act: () => Promise<void>): Promise<void> {
    this.#busy = busy;
    this.#failure = undefined;
    this.requestUpdate();
    try {
      await act();
    } catch (thrown) {
      this.#failure = this.fail(thrown);
      this.#lockedUntil = Date.now() + (this.#failure.retryAfter ?? 60) * 1000;
    }
    this.#busy = undefined;
    this.requestUpdate();
  }

  #choose(kind: string): void {
    if (kind !== 'phone' && kind !== 'born_on' && kind !== 'pin') return;
    this.#kind = kind;
    this.#ask.refuse([]);
    this.requestUpdate();
  }

  #toggle(panel: 'history' | 'share' | 'withdraw'): void {
    if (!this.#panels.delete(panel)) this.#panels.add(panel);
    this.requestUpdate();
  }

  #verification(): string | undefined {
    return this.verifyUrl ?? new URL('/embed/document-verify', this.settings.baseUrl ?? location.href).href;
  }

  #takeFragment(): void {
    const code = codeInFragment(location.hash);
    if (code === undefined) return;
    this.code = code;
    this.#leave();
    // Over what was typed before, which no attribute replaces.
    const input = this.find<HTMLInputElement>('[name=code]');
    if (input) input.value = code;
    window.history.replaceState(window.history.state, '', withoutCode(location.href));
  }

  #expire(): void {
    this.#expired = this.#tracking !== undefined || this.#expired;
    const held = this.#correction.hold();
    this.#leave(held);
    if (held) void this.focusOn('[data-notice]');
  }

  #leave(held = false): void {
    this.#close(held);
    this.#ask.reset();
    this.#ask.fill({ code: this.code ?? '', kind: this.#kind });
  }

  #close(held = false): void {
    this.#session?.close();
    this.#session = undefined;
    this.#tracking = undefined;
    if (!held) this.#correction.close();
    this.#panels.clear();
    this.requestUpdate();
  }
}
