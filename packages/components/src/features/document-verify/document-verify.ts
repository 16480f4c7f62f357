import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { Answer, Field, Text } from '@e-sewaka/contract';
import { button } from '../../controls/button/index.js';
import { errorSummary, jumpTo } from '../../controls/error-summary/index.js';
import { renderField } from '../../fields/index.js';
import type { VillageItem } from '../../internal/client.js';
import { pairsStyles } from '../../controls/pairs/index.js';
import { SewakaElement } from '../../internal/element.js';
import { SewakaErrorEvent } from '../../internal/events.js';
import { failureText } from '../../internal/failure.js';
import { heading } from '../../internal/heading.js';
import { SmallForm, type FormWords } from '../../internal/small-form.js';
import { notice } from '../../internal/status.js';
import { asText, typed } from '../../internal/typed.js';
import { commonWords } from '../../locales/common/index.js';
import { fieldWords } from '../../locales/fields/index.js';
import { problemWords } from '../../locales/problems/index.js';
import { verifyWords } from '../../locales/verify/index.js';
import { base, blocks, controls, fields, tokens } from '../../styles/index.js';
import { check, checkSignature, sha256, type Checked } from './check.js';
import { styles } from './document-verify.styles.js';
import { cleanNumber, readCode, readFragment, villageInNumber, type Reading } from './reading.js';
import { result, type FileVerdict, type VerifyView } from './result.js';
import { scanArea, scanWords } from './scan-area.js';
import type { Scanner } from './scanner.js';

const same = (words: string): Text => ({ id: words, en: words, ban: words });

/**
 * Tells whether a letter is genuine and in force, by its code, its number or its QR. The signature in the QR is checked on
 * the device first, then the server is asked; only public facts are shown.
 *
 * @fires sewaka-error - When the check could not be done.
 * @csspart summary - The error summary.
 * @csspart result - What was found.
 */
export class DocumentVerify extends SewakaElement {
  static override styles = [tokens, base, blocks, controls, fields, pairsStyles, styles];
  static override readonly listens: readonly string[] = ['click', 'submit', 'change'];
  static override properties: PropertyDeclarations = { ...SewakaElement.properties, code: { type: String }, untitled: { type: Boolean } };

  /** Code of a letter, or the content of its QR; without it the page's fragment is read. */
  declare code: string | undefined;
  /** The page's own heading names this widget already: leaves out the widget's name and introduction. */
  declare untitled: boolean;

  readonly #say = this.use(verifyWords);
  readonly #common = this.use(commonWords);
  readonly #fields = this.use(fieldWords);
  readonly #problems = this.use(problemWords);
  readonly #form = new SmallForm();
  #way: 'code' | 'number' = 'code';
  #villages: readonly VillageItem[] = [];
  #busy = false;
  #checked: Checked | undefined;
  #file: FileVerdict | undefined;
  #scanner: Scanner | undefined;

  constructor() {
    super();
    this.untitled = false;
    this.#form.fill({ way: this.#way });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const reading = this.code === undefined ? readFragment(location.hash) : undefined;
    if (reading) void this.#check(reading);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#scanner?.stop();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const reading = changed.has('code') && this.code ? readCode(this.code) : undefined;
    if (reading) void this.#check(reading);
  }

  protected override onAction(action: string, from: HTMLElement, event: Event): void {
    if (action === 'jump') jumpTo(this.renderRoot, from, event);
    if (action === 'scan') void this.#scan();
    if (action === 'scan-stop') void this.#stop();
    if (action === 'scan-light') void this.#scanner?.switchLight();
    if (action === 'again') this.#again();
  }

  protected override onEvent(event: Event): void {
    const { target } = event;
    if (event.type === 'submit' && target instanceof HTMLFormElement) {
      event.preventDefault();
      void this.#submit(target);
    }
    if (event.type !== 'change' || !(target instanceof HTMLInputElement)) return;
    if (target.name === 'way') void this.#choose(target.value === 'number' ? 'number' : 'code');
    if (target.name === 'file' && target.files?.[0]) void this.#compare(target.files[0]);
    if (target.name === 'letter' && target.files?.[0]) void this.#readFile(target);
  }

  protected override body(): unknown {
    const view: VerifyView = { say: this.#say, locale: this.language, level: this.#level };
    return html`<div class="verify">
      ${this.untitled ? nothing : this.#renderName()}
      ${this.#checked && this.#checked.verdict !== 'failed' ? result(view, this.#checked, this.#file) : this.#renderForm()}
    </div>`;
  }

  /** Level of the widget's name, which may be the page's own heading above it. */
  get #level(): number {
    return this.untitled ? this.headingLevel - 1 : this.headingLevel;
  }

  #renderName(): unknown {
    return html`<header class="stack">
      ${heading(this.headingLevel, this.#say('title'), undefined, 'title')}
      <p class="muted" .textContent=${this.#say('intro')}></p>
    </header>`;
  }

  #renderForm(): unknown {
    const asked = this.#asked();
    const words = this.#words;
    const context = this.#form.context(asked, words);
    return html`<form class="stack-wide" data-form="verify" novalidate aria-busy=${this.#busy ? 'true' : 'false'}>
      ${errorSummary(this.#form.mistakes(asked, words), this.#form.uid, this.#level + 1, this.#common)} ${this.#renderFailure()}
      <div class="fields">${asked.map((field) => renderField(field, context))}</div>
      <div class="row">${button('check', this.#busy ? this.#say('checking') : this.#say('check'), { look: 'primary', type: 'submit', busy: this.#busy })}</div>
      </form>
      ${scanArea({ say: this.#say, locale: this.language, level: this.#level }, this.#scanner)}`;
  }

  #renderFailure(): unknown {
    const failure = this.#checked?.failure;
    if (!failure) return nothing;
    const { key, params } = failureText(failure);
    return html`<div tabindex="-1" role="alert" data-notice>${notice(this.#common(key, params), 'danger')}</div>`;
  }

  get #words(): FormWords {
    return { locale: this.language, say: this.#fields, common: this.#common, problems: this.#problems, villages: this.#villages };
  }

  #asked(): readonly Field[] {
    const say = this.#say;
    const way: Field = {
      type: 'radios',
      name: 'way',
      label: same(say('way')),
      options: [
        { value: 'code', label: same(say('way_code')) },
        { value: 'number', label: same(say('way_number')) },
      ],
    };
    if (this.#way === 'code') return [way, { type: 'text', name: 'code', label: same(say('code_label')), hint: same(say('code_hint')), maxLength: 4000, autocomplete: 'off' }];
    return [
      way,
      { type: 'text', name: 'number', label: same(say('number_label')), hint: same(say('number_hint')), maxLength: 120, autocomplete: 'off' },
      { type: 'village', name: 'village', label: same(say('village_label')) },
    ];
  }

  async #choose(way: 'code' | 'number'): Promise<void> {
    this.#way = way;
    this.#form.refuse([]);
    this.requestUpdate();
    if (way === 'number' && this.#villages.length === 0) {
      this.#villages = (await this.api.villages.list({}).catch(() => ({ data: [] }))).data;
      this.requestUpdate();
    }
  }

  async #submit(element: HTMLFormElement): Promise<void> {
    if (this.#busy) return;
    const reading = this.#read(element);
    this.#checked = undefined;
    this.requestUpdate();
    if (!reading) return this.focusOn('[data-summary]');
    await this.#check(reading);
    await this.focusOn(this.#checked ? '[data-notice], #verdict' : '[data-summary]');
  }

  #read(element: HTMLFormElement): Reading | undefined {
    const number = this.#way === 'number' ? cleanNumber(typed(new FormData(element), 'number')) : '';
    const named = villageInNumber(number);
    const answers: Readonly<Record<string, Answer>> | undefined = this.#form.read(element, named === undefined ? this.#asked() : this.#asked().slice(0, 2));
    if (!answers) return undefined;
    if (this.#way === 'number') return { request: { number, villageCode: named ?? asText(answers['village']) } };
    const reading = readCode(asText(answers['code']));
    if (!reading) this.#form.refuse([{ pointer: '/code', code: 'wrong_format' }]);
    return reading;
  }

  async #check(reading: Reading): Promise<void> {
    this.#busy = true;
    this.#file = undefined;
    this.requestUpdate();
    const signed = await checkSignature(this.api, reading).catch(() => undefined);
    const checked = await check(this.api, reading, signed);
    this.#busy = false;
    this.#checked = checked;
    if (checked.failure) this.dispatchEvent(new SewakaErrorEvent(checked.failure.code, checked.failure.requestId));
    this.requestUpdate();
    await this.updateComplete;
    if (checked.verdict !== 'failed') this.announce(this.#say(`result_${checked.verdict}`));
  }

  async #compare(file: File): Promise<void> {
    const hash = await sha256(file);
    if (hash === undefined) this.#file = 'impossible';
    else this.#judge(hash);
    this.requestUpdate();
    if (this.#file) this.announce(this.#say(`file_${this.#file}`));
  }

  /** Tells whether a PDF is the very file that was issued, where that is known. */
  #judge(hash: string): void {
    const issued = this.#checked?.facts?.sha256?.toLowerCase();
    if (issued !== undefined) this.#file = hash === issued ? 'same' : 'different';
    this.requestUpdate();
  }

  /** The scanner is fetched with the first press, as most people type the code. */
  async #scanning(): Promise<Scanner | undefined> {
    if (this.#scanner) return this.#scanner;
    const part = await import('./scanner.js').catch(() => undefined);
    if (part) this.#scanner ??= new part.Scanner(() => this.#showScanner());
    else this.announce(this.#say('scan_unavailable'));
    return this.isConnected ? this.#scanner : undefined;
  }

  async #showScanner(): Promise<HTMLVideoElement | null> {
    this.requestUpdate();
    await this.updateComplete;
    const words = scanWords(this.#scanner);
    if (words) this.announce(this.#say(words));
    return this.find<HTMLVideoElement>('video');
  }

  async #scan(): Promise<void> {
    const scanner = await this.#scanning();
    if (!scanner) return;
    const found = scanner.useCamera();
    await this.focusOn('[data-action=scan-stop]');
    await this.#take(await found);
    if (scanner.trouble) await this.focusOn('[data-action=scan]');
  }

  async #readFile(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    const scanner = await this.#scanning();
    const found = file && (await scanner?.useFile(file));
    // The same file may be chosen again.
    input.value = '';
    await this.#take(found?.text);
    if (found?.hash !== undefined) this.#judge(found.hash);
  }

  async #take(text: string | undefined): Promise<void> {
    if (text === undefined) return;
    const reading = readCode(text);
    if (!reading) return this.#scanner?.stop('unknown');
    await this.#check(reading);
    await this.focusOn('[data-notice], #verdict');
  }

  async #stop(): Promise<void> {
    this.#scanner?.stop();
    await this.focusOn('[data-action=scan]');
  }

  #again(): void {
    this.#checked = undefined;
    this.#file = undefined;
    this.#form.reset();
    this.#form.fill({ way: this.#way });
    this.requestUpdate();
    void this.focusOn(this.untitled ? '.control' : '.title');
  }
}
