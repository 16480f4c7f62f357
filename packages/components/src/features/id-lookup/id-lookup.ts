import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import { button } from '../../controls/button/index.js';
import { jumpTo } from '../../controls/error-summary/index.js';
import { pairsStyles } from '../../controls/pairs/index.js';
import type { Client } from '../../internal/client.js';
import { SewakaElement } from '../../internal/element.js';
import { SewakaErrorEvent } from '../../internal/events.js';
import { failureText, readFailure, type Failure } from '../../internal/failure.js';
import { heading } from '../../internal/heading.js';
import { nextIcon } from '../../internal/more-icons.js';
import { SmallForm, type FormWords } from '../../internal/small-form.js';
import { notice } from '../../internal/status.js';
import { asText } from '../../internal/typed.js';
import { commonWords } from '../../locales/common/index.js';
import { fieldWords } from '../../locales/fields/index.js';
import { lookupWords } from '../../locales/lookup/index.js';
import { problemWords } from '../../locales/problems/index.js';
import { base, blocks, controls, fields, tokens } from '../../styles/index.js';
import { explain, isLookupKind, lookupKinds, type Explained, type LookupKind } from './explain.js';
import { styles } from './id-lookup.styles.js';
import { explanation, spoken, type LookupView } from './result.js';
import { codeFields, consentVersion, isPurpose, timeOf, verification, verificationFields, type Verifying } from './verification.js';

type Asked = Parameters<Client['identity']['verify']>[0];

/**
 * Explains the structure of an identifier at once, on the device: nothing is sent, kept or put into an address. A NIK can
 * also be verified by its owner, with consent, a stated purpose, two more facts and a code sent to the registered phone.
 *
 * @fires sewaka-error - When a verification could not be done.
 * @csspart summary - The error summary.
 * @csspart result - What the number says.
 */
export class IdLookup extends SewakaElement {
  static override styles = [tokens, base, blocks, controls, fields, pairsStyles, styles];
  static override readonly listens: readonly string[] = ['click', 'input', 'change', 'submit'];
  static override properties: PropertyDeclarations = {
    ...SewakaElement.properties,
    kind: { type: String },
    untitled: { type: Boolean },
    trackUrl: { type: String, attribute: 'track-url' },
    verifyUrl: { type: String, attribute: 'verify-url' },
  };

  /** Which number: `nik kk npwp nib nip bpjs letter tracking`; absent lets the person choose. */
  declare kind: string | undefined;
  /** Page with the status tracker; a plausible tracking code links to it. */
  declare trackUrl: string | undefined;
  /** Page that verifies letters; a plausible letter number links to it. */
  declare verifyUrl: string | undefined;
  /** The page's own heading names this widget already: leaves out the widget's name and introduction. */
  declare untitled: boolean;

  readonly #say = this.use(lookupWords);
  readonly #common = this.use(commonWords);
  readonly #fields = this.use(fieldWords);
  readonly #problems = this.use(problemWords);
  readonly #form = new SmallForm();
  #chosen: LookupKind = 'nik';
  #explained: Explained | undefined;
  #verifying: Verifying = { at: 'offer' };
  #asked: Asked | undefined;
  #busy = false;
  #failure: Failure | undefined;
  #speaking: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.untitled = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#speaking);
    this.#clear();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('kind') && isLookupKind(this.kind)) this.#chosen = this.kind;
  }

  protected override onAction(action: string, from: HTMLElement, event: Event): void {
    if (action === 'jump') jumpTo(this.renderRoot, from, event);
    if (action === 'verify-open') this.#start();
    if (action === 'code-new' && this.#asked && !this.#busy) return void this.#ask(this.#asked);
    if (action === 'verify-close') {
      this.#reset();
      void this.focusOn('[data-action=verify-open]');
    }
    if (action === 'clear') {
      this.#clear();
      void this.focusOn('[name=number]');
    }
  }

  protected override onEvent(event: Event): void {
    const { target } = event;
    if (event.type === 'submit' && target instanceof HTMLFormElement) {
      event.preventDefault();
      this.#submit(target);
    } else if (event.type === 'input' && target instanceof HTMLInputElement && target.name === 'number') this.#read(target.value);
    else if (event.type === 'change' && target instanceof HTMLSelectElement && isLookupKind(target.value)) this.#switch(target.value);
  }

  protected override body(): unknown {
    const view = this.#view;
    const own = isLookupKind(this.kind);
    return html`<div class="lookup">
      ${this.untitled ? nothing : this.#renderName(own)}
      <form class="fields" data-form="explain" novalidate autocomplete="off">
        ${own ? nothing : this.#renderKinds()} ${this.#renderInput()}
        <div class="row">${button('explain', this.#say('explain'), { look: 'primary', type: 'submit' })} ${button('clear', this.#say('clear'), { look: 'link' })}</div>
      </form>
      <div tabindex="-1" data-result>${this.#explained ? explanation(view, this.#explained) : nothing}${this.#renderLink()}</div>
      ${this.#chosen === 'nik' ? verification(view, { verifying: this.#verifying, form: this.#form, words: this.#words, busy: this.#busy, notice: this.#renderNotice() }) : nothing}
    </div>`;
  }

  #renderName(own: boolean): unknown {
    return html`<header class="stack">
      ${heading(this.headingLevel, this.#say(own ? `title_${this.#chosen}` : 'title'), undefined, 'title')}
      <p class="muted" .textContent=${this.#say('intro')}></p>
    </header>`;
  }

  get #view(): LookupView {
    return { say: this.#say, locale: this.language, level: this.untitled ? this.headingLevel - 1 : this.headingLevel };
  }

  get #words(): FormWords {
    return { locale: this.language, say: this.#fields, common: this.#common, problems: this.#problems };
  }

  #renderKinds(): unknown {
    return html`<div class="field">
      <label class="label" for="kind" .textContent=${this.#say('kind')}></label>
      <select class="control w-20" id="kind" name="kind">
        ${lookupKinds.map((kind) => html`<option value=${kind} ?selected=${kind === this.#chosen} .textContent=${this.#say(`kind_${kind}`)}></option>`)}
      </select>
    </div>`;
  }

  #renderInput(): unknown {
    const kind = this.#chosen;
    const words = kind === 'letter' || kind === 'tracking';
    return html`<div class="field">
      <label class="label" for="number" .textContent=${this.#say(`kind_${kind}`)}></label>
      <p class="hint" id="number-hint" .textContent=${this.#say(`hint_${kind}`)}></p>
      <input
        class="control code ${words ? '' : 'w-20'}"
        id="number"
        name="number"
        inputmode=${words ? 'text' : 'numeric'}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        translate="no"
        aria-describedby="number-hint"
      />
    </div>`;
  }

  #renderLink(): unknown {
    if (this.#explained?.state !== 'plausible') return nothing;
    const [url, key] = this.#chosen === 'tracking' ? ([this.trackUrl && `${this.trackUrl}#code=${this.#explained.formatted}`, 'track'] as const) : this.#chosen === 'letter' ? ([this.verifyUrl, 'verify_letter'] as const) : [];
    return url && key ? html`<p><a href=${url}>${nextIcon} <span .textContent=${this.#say(key)}></span></a></p>` : nothing;
  }

  #renderNotice(): unknown {
    const failure = this.#failure;
    if (!failure) return nothing;
    const told = (): unknown => {
      if (failure.code === 'code_not_accepted') return notice(this.#say('code_wrong'), 'danger');
      if (failure.status !== 429) return notice(this.#common(failureText(failure).key, failureText(failure).params), 'danger');
      const time = timeOf(Date.now() + (failure.retryAfter ?? 60) * 1000);
      return notice(this.#say('locked'), 'warning', html`<p><strong .textContent=${this.#say('locked_until', { time })}></strong></p>`);
    };
    return html`<div tabindex="-1" role="alert" data-notice>${told()}</div>`;
  }

  /** Explains what is typed; that there is nothing is said only where it was asked about. */
  #read(typed: string, asked = false): void {
    this.#explained = asked || typed.trim() ? explain(this.#chosen, typed) : undefined;
    this.requestUpdate();
    clearTimeout(this.#speaking);
    const state = this.#explained?.state;
    if (state === 'plausible' || state === 'impossible') this.#speaking = setTimeout(() => this.#explained && this.announce(spoken(this.#view, this.#explained)), 1_000);
  }

  #switch(kind: LookupKind): void {
    this.#clear();
    this.#chosen = kind;
    this.requestUpdate();
  }

  #submit(element: HTMLFormElement): void {
    const { form } = element.dataset;
    if (form === 'explain') {
      this.#read(this.find<HTMLInputElement>('[name=number]')?.value ?? '', true);
      void this.focusOn('[data-result]');
    } else if (!this.#busy && form === 'verify') void this.#verify(element);
    else if (!this.#busy && form === 'confirm') void this.#confirm(element);
  }

  #start(): void {
    const typed = this.find<HTMLInputElement>('[name=number]')?.value ?? '';
    this.#form.reset();
    this.#form.fill({ nik: typed });
    this.#verifying = { at: 'form' };
    this.requestUpdate();
    void this.focusOn('#verify');
  }

  async #verify(element: HTMLFormElement): Promise<void> {
    const answers = this.#form.read(element, verificationFields(this.#view));
    this.#failure = undefined;
    this.requestUpdate();
    if (!answers) return this.focusOn('[data-summary]');
    const { purpose } = answers;
    if (!isPurpose(purpose)) return;
    const input = { nik: asText(answers['nik']), kk: asText(answers['kk']), bornOn: asText(answers['bornOn']), purpose, consent: { accepted: true, textVersion: consentVersion } } as const;
    await this.#ask(input);
  }

  /** Asks for a code; kept in memory, so that a code that ran out does not cost typing everything again. */
  async #ask(input: Asked): Promise<void> {
    this.#asked = input;
    this.#failure = undefined;
    await this.#during(async () => {
      const { id, expiresAt } = await this.api.identity.verify(input);
      this.#form.reset();
      this.#verifying = { at: 'code', id, until: expiresAt };
    });
    await this.focusOn(this.#failure ? '[data-notice]' : '#otp');
  }

  async #confirm(element: HTMLFormElement): Promise<void> {
    const verifying = this.#verifying;
    if (verifying.at !== 'code') return;
    const code = asText(this.#form.read(element, codeFields(this.#view))?.['otp']).replace(/\D/gu, '');
    this.#failure = undefined;
    if (code.length !== 6) this.#form.refuse([{ pointer: '/otp', code: 'wrong_format' }]);
    this.requestUpdate();
    if (code.length !== 6) return this.focusOn('[data-summary]');
    await this.#during(async () => {
      const { resident } = await this.api.identity.confirm({ verificationId: verifying.id, code });
      this.#asked = undefined;
      this.#verifying = { at: 'confirmed', ...resident, village: await this.#villageName(resident.villageCode) };
    });
    await this.focusOn(this.#failure ? '[data-notice]' : '#confirmed');
  }

  async #villageName(villageCode: string): Promise<string> {
    return this.api.villages.get({ villageCode }).then(
      ({ name }) => name,
      () => villageCode,
    );
  }

  async #during(act: () => Promise<void>): Promise<void> {
    this.#busy = true;
    this.requestUpdate();
    try {
      await act();
    } catch (thrown) {
      this.#failure = readFailure(thrown);
      this.dispatchEvent(new SewakaErrorEvent(this.#failure.code, this.#failure.requestId));
    }
    this.#busy = false;
    this.requestUpdate();
  }

  #reset(): void {
    this.#verifying = { at: 'offer' };
    this.#asked = undefined;
    this.#failure = undefined;
    this.#form.reset();
    this.requestUpdate();
  }

  #clear(): void {
    const input = this.find<HTMLInputElement>('[name=number]');
    if (input) input.value = '';
    this.#explained = undefined;
    this.#reset();
  }
}
