import { witaDate, type Field } from '@e-sewaka/contract';
import { html, isServer, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { button } from '../../controls/button/index.js';
import type { FieldContext } from '../../fields/index.js';
import type { Receipt } from '../../internal/client.js';
import { SewakaElement } from '../../internal/element.js';
import type { Failure } from '../../internal/failure.js';
import { backIcon } from '../../internal/icons.js';
import { restorePageTitle, setPageTitle } from '../../internal/page-title.js';
import { failureNotice, skeleton } from '../../internal/status.js';
import type { Translate } from '../../internal/words.js';
import { commonWords } from '../../locales/common/index.js';
import { fieldWords } from '../../locales/fields/index.js';
import type { FilingKey } from '../../locales/filing/index.js';
import { formWords, type FormKey } from '../../locales/form/index.js';
import type { ProblemKey } from '../../locales/problems/index.js';
import { base, blocks, controls, fields, tokens } from '../../styles/index.js';
import { Filing, type FilingHost, type Late } from './filing.js';
import type { Journey } from './journey.js';
import { progressOf } from './pages.js';
import { savedLine } from './saved-line.js';
import { styles } from './service-form.styles.js';
import { setShared } from './shared-device.js';
import { startPage } from './start-page.js';
import { questionPage } from './step-page.js';
import type { FormView } from './view.js';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

let forms = 0;

/** Browsers do not say why a script could not be had. */
const notFetched: Failure = { code: '', status: 0, passing: true, issues: [] };

/**
 * The whole way of one government service: what it takes, the questions one step at a time, documents, contact,
 * declaration, review, sending, and what happens next.
 *
 * @fires sewaka-submit - Before an application is sent; cancelable.
 * @fires sewaka-submitted - After the server accepted it, with tracking code and application id.
 * @fires sewaka-error - When something could not be loaded or sent.
 * @csspart summary - The error summary.
 * @csspart qr - The code that opens the tracker, on the confirmation.
 */
export class ServiceForm extends SewakaElement implements FilingHost {
  static override styles = [tokens, base, controls, fields, blocks, styles];
  static override readonly listens = ['click', 'submit', 'input', 'change'];
  static override properties: PropertyDeclarations = {
    service: { type: String },
    village: { type: String },
    trackHref: { type: String, attribute: 'track-href' },
  };

  /** Id of the service, such as `surat-keterangan-domisili`. */
  declare service: string;
  /** Dotted code of the village; absent asks for it. */
  declare village: string | undefined;
  /** Page with a status tracker; the code is added as `#code=…`. Default: the tracker of the same server. */
  declare trackHref: string | undefined;

  readonly #early = this.use(formWords);
  readonly #common = this.use(commonWords);
  readonly #fieldSay = this.use(fieldWords);
  readonly #filing = new Filing(this);
  readonly #uid = `sewaka-form${(forms += 1)}-`;
  #arrived = false;
  #ready = 0;
  #whole = false;
  #late: Translate<FilingKey> = () => '';
  #problemSay: Translate<ProblemKey> = () => '';
  readonly #say: Translate<FormKey | FilingKey> = (key, params) => (formWords.has(key) ? this.#early(key, params) : this.#late(key, params));
  #telling: ReturnType<typeof setTimeout> | undefined;
  /** Asked of the browser only when there is a reason: the first look at its `navigator` alone costs 15 KiB. */
  #offline = false;
  readonly #onLine = (): void => {
    this.#offline = !navigator.onLine;
    this.announce(this.#common(this.#offline ? 'offline' : 'online'));
    // Waits unopened since the first rendering, so the line is not needed to say that it is gone.
    if (this.#offline) void this.#filing.ready();
    if (!this.#offline && this.#filing.clerk?.submission.current.state === 'waiting') void this.#filing.clerk.send();
    this.requestUpdate();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#onLine);
    addEventListener('offline', this.#onLine);
    this.#filing.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#onLine);
    removeEventListener('offline', this.#onLine);
    this.#filing.stop();
    restorePageTitle();
  }

  get form(): HTMLFormElement | null {
    return this.find<HTMLFormElement>('form');
  }

  /** What the pages see of this widget; undefined until the service is known. */
  get view(): FormView | undefined {
    const journey = this.#filing.journey;
    if (!journey) return undefined;
    return {
      state: journey.state,
      uid: this.#uid,
      level: this.headingLevel,
      locale: this.language,
      say: this.#say,
      common: this.#common,
      fieldSay: this.#fieldSay,
      problemSay: this.#problemSay,
      today: witaDate(new Date()),
      villages: this.#filing.villages.value ?? [],
      village: this.#filing.profile.value,
      text: (text) => this.text(text),
      context: (labelHidden) => this.#context(journey, labelHidden ?? false),
    };
  }

  /** Throws away what was filled in and shows the start page again; the draft on the device stays. */
  reset(): void {
    if (this.#filing.definition.value) this.#filing.begin(this.#filing.definition.value);
  }

  arrive(at: 'page' | 'problems' | 'done' | 'failure'): void {
    const targets = { page: '.title', problems: '[data-summary]', done: '.title', failure: '[data-failed]' };
    void this.updateComplete.then(async () => {
      await this.focusOn(targets[at]);
      if (this.getBoundingClientRect().top < 0) this.scrollIntoView({ block: 'start' });
      const title = this.find('.title')?.textContent ?? '';
      setPageTitle(at === 'problems' ? `${this.#common('error_prefix')} ${title}` : title);
    });
  }

  arrived(late: Late): void {
    if (this.#arrived) return;
    this.#arrived = true;
    this.#offline = !navigator.onLine;
    this.#late = this.use(late.filingWords);
    this.#problemSay = this.use(late.problemWords);
    this.adopt(late.lateStyles);
    this.adopt(late.uploadStyles);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (isServer || !(changed.has('service') || changed.has('village') || changed.has('client'))) return;
    if (this.hasUpdated) restorePageTitle();
    void this.#filing.open();
  }

  protected override updated(): void {
    if (this.#filing.journey) this.#filing.fetchLater(this.language);
  }

  protected override onEvent(event: Event): void {
    const { target } = event;
    if (event.type === 'submit') {
      event.preventDefault();
      void this.#filing.advance();
    } else if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) {
      if (event.type === 'input') void this.#onInput(target);
      else void this.#onChange(target);
    }
  }

  protected override onAction(action: string, from: HTMLElement, event: Event): void {
    const filing = this.#filing;
    const { clerk } = filing;
    const [first = '', second = ''] = (from.getAttribute('data-value') ?? '').split(' ');
    const acts: Readonly<Record<string, () => unknown>> = {
      retry: () => filing.retry(),
      start: () => filing.first(),
      back: () => filing.back(),
      jump: () => filing.late?.jumpTo(this.renderRoot, from, event),
      change: () => this.#onChangeLink(first, second),
      mask: () => this.#toggleMask(),
      copy: () => this.#copy(),
      print: () => print(),
      save: () => this.#save(),
    };
    const act = acts[action];
    if (act) void act();
    else if (clerk) void filing.late?.act(clerk, action, first, second);
  }

  async #onInput(control: Control): Promise<void> {
    // Opening what comes with the first answer takes a while: what the key has changed is drawn first.
    if (!this.#arrived) await new Promise((resolve) => setTimeout(resolve));
    await this.#filing.ready();
    const words = this.#filing.late?.hearInput(control, this.renderRoot, this.#filing.villages.value ?? [], this.#fieldSay);
    clearTimeout(this.#telling);
    // Said once typing pauses, so that it does not talk over the echo of keys.
    if (words) this.#telling = setTimeout(() => this.announce(words), 1_000);
    if (control.form) this.#filing.keepSoon();
  }

  async #onChange(control: Control): Promise<void> {
    if (control instanceof HTMLInputElement && control.dataset['ready'] !== undefined) {
      this.#ready += control.checked ? 1 : -1;
      this.requestUpdate();
      return;
    }
    // Holds whatever happens to the part that acts on it.
    if (control instanceof HTMLInputElement && control.dataset['shared'] !== undefined) setShared(control.checked);
    const clerk = await this.#filing.ready();
    if (!clerk || this.#filing.late?.take(clerk, control)) return;
    this.#filing.late?.hearChange(control);
    if (!control.form) return;
    void this.#filing.notice();
    this.#filing.keepSoon();
  }

  #onChangeLink(page: string, control: string): void {
    this.#filing.change(page);
    void this.updateComplete.then(() => this.focusOn(`[id^="${CSS.escape(this.#uid + control)}"]`));
  }

  #toggleMask(): void {
    this.#whole = !this.#whole;
    this.requestUpdate();
  }

  async #copy(): Promise<void> {
    const code = this.find('[data-code]')?.textContent ?? '';
    await navigator.clipboard?.writeText(code).then(
      () => this.announce(this.#say('done_copied')),
      () => undefined,
    );
  }

  #save(): void {
    const { receipt, late } = this.#filing;
    const confirmation = receipt && this.#confirmation(receipt);
    if (confirmation && this.view) late?.keepReceipt(this.view, confirmation);
  }

  protected override body(): unknown {
    const { journey, definition, profile, receipt, late, clerk } = this.#filing;
    const { view } = this;
    // A village that is not there takes no application; one that cannot be reached just now may.
    const nowhere = profile.failure?.passing === false;
    if (!journey || !view || nowhere) {
      // What the page's author has put inside leads on where no service is named.
      if (!this.service) return html`<slot></slot>`;
      const failure = definition.failure ?? profile.failure;
      if (failure) return failureNotice(failure, this.#common);
      return skeleton(this.#common(definition.slow ? 'slow' : 'loading'), 6);
    }
    const confirmation = receipt && this.#confirmation(receipt);
    if (confirmation && late) return html`<div class="page fade">${late.confirmationPage(view, confirmation)}</div>`;
    return keyed(
      journey.page,
      html`${this.#renderSummary(view, journey)} ${this.#renderTop(journey)} ${this.#offline ? clerk && late?.offlineNotice(view, clerk.keeper) : nothing} ${clerk && late?.deviceNotice(view, clerk.keeper, journey.page)}
        <div class="page fade">
          ${this.#renderPage(view, journey)}
          ${this.#filing.unready ? html`<div tabindex="-1" data-failed>${failureNotice(notFetched, this.#common)}</div>` : nothing}
        </div>
        ${journey.page === 'start' ? nothing : savedLine(view, clerk && late?.keeping(view, clerk.keeper))}`,
    );
  }

  #context(journey: Journey, labelHidden: boolean): FieldContext {
    const { state } = journey;
    const filing = this.#filing;
    // Made once per rendering, and only when something is wrong.
    let known: { readonly view: FormView | undefined; readonly fields: ReadonlyMap<string, Field> } | undefined;
    const wrong = () => (known ??= { view: this.view, fields: new Map(journey.fieldsOf(journey.current).map((field) => [field.name, field])) });
    return {
      uid: this.#uid,
      locale: this.language,
      say: this.#fieldSay,
      common: this.#common,
      labelHidden,
      villages: filing.villages.value ?? [],
      banjars: filing.profile.value?.banjars.map(({ name }) => name) ?? [],
      raw: (name) => state.typed[name],
      problem: (pointer) => {
        const problem = state.problemAt(pointer);
        if (!problem) return undefined;
        const { view, fields } = wrong();
        const about = fields.get(pointer.split('/')[1] ?? '');
        return about && view ? filing.late?.sentenceOf(view, problem, about) : undefined;
      },
      wrongPart: (pointer, part) => {
        const problem = state.problemAt(pointer);
        return problem !== undefined && (problem.params?.['part'] ?? part) === part;
      },
    };
  }

  #confirmation(receipt: Receipt): ReturnType<Late['receiptOf']> | undefined {
    const { late, clerk } = this.#filing;
    const tracker = this.trackHref ?? new URL('/embed/status-tracker', this.settings.baseUrl ?? location.href).href;
    return this.view && clerk && late?.receiptOf(this.view, clerk, receipt, tracker);
  }

  #renderPage(view: FormView, journey: Journey): unknown {
    const page = journey.current;
    const { late, clerk } = this.#filing;
    if (page.id === 'start') return startPage(view, { draft: clerk?.keeper.draft && late?.draftNotice(view, clerk.keeper), ready: this.#ready });
    const asked = journey.askedOn(page);
    const before = clerk && late?.resumedNotice(view, journey, clerk.keeper);
    if (page.step) {
      const { title, hint } = page.step;
      return questionPage(view, { title: view.text(title), ...(hint ? { hint: view.text(hint) } : {}), fields: asked, before });
    }
    if (!late || !clerk) return this.#filing.unready ? nothing : skeleton(this.#common('loading'));
    const { documents, uploads, submission } = clerk;
    if (page.id === 'village') return late.villagePage(view, asked, before);
    if (page.id === 'documents') return late.documentsPage(view, documents, uploads, before);
    if (page.id === 'contact') return late.contactPage(view, asked, before);
    if (page.id === 'declaration') return late.declarationPage(view, asked);
    const { pages, own } = journey;
    return late.reviewPage(view, { pages, own, documents, uploads, whole: this.#whole, sending: submission.current });
  }

  #renderSummary(view: FormView, journey: Journey): unknown {
    const { late, clerk } = this.#filing;
    if (journey.state.problems.length === 0 || !late || !clerk) return nothing;
    const onDocuments = journey.page === 'documents';
    const mistakes = late.mistakesOf(view, onDocuments ? [] : journey.askedOn(journey.current), onDocuments ? clerk.documents : []);
    return late.errorSummary(mistakes, this.#uid, this.headingLevel, this.#common);
  }

  #renderTop(journey: Journey): unknown {
    if (journey.page === 'start') return nothing;
    const { now, all } = progressOf(journey.pages, journey.page);
    return html`<div class="top">
      ${button('back', this.#common('back'), { look: 'link', icon: backIcon })}
      <div class="progress">
        <span .textContent=${this.#say('step_of', { now, all })}></span>
        <progress class="bar" max=${all} value=${now} aria-hidden="true"></progress>
      </div>
    </div>`;
  }
}
