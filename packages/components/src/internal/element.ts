import { LitElement, html, isServer, nothing, type CSSResult, type PropertyDeclarations } from 'lit';
import type { Locale, Text } from '@e-sewaka/contract';
import { clientFor, type Client } from './client.js';
import { adoptLightStyles } from './light-styles.js';
import { findSettings, providerDefined, type Settings, type SettingsStore } from './settings.js';
import { parseLocale, textIn } from './text.js';
import { version } from './version.js';
import type { Catalogue, Translate } from './words.js';

type Loader = Pick<Catalogue<never>, 'load'>;

/**
 * What every widget stands on: one root for the whole widget (shadow, or light with `render-root="light"`), language that can
 * change at run time, settings of the nearest provider, delegated listeners, a live region.
 * Subclasses write `body()`, name clickable things with `data-action`, and put dynamic words into owned elements by `.textContent=`
 * so that a translated page still updates.
 *
 * @csspart base - The whole widget.
 */
export abstract class SewakaElement extends LitElement {
  static readonly version = version;
  /** Lit's server renderer leaves the tag as it is, so that the link inside is seen until the browser takes over. */
  static override readonly ['_$litElement$'] = !isServer;
  /** Event types heard on the root; one listener each, however much is inside. */
  static readonly listens: readonly string[] = ['click'];
  static override properties: PropertyDeclarations = {
    locale: { type: String },
    headingLevel: { type: Number, attribute: 'heading-level' },
    client: { attribute: false },
  };

  /** Language of this widget: `id`, `en` or `ban`; absent follows the provider, then the page's `lang`. */
  declare locale: string | undefined;
  /** Level of the widget's first heading, 1 to 6; default 2. */
  declare headingLevel: number;
  /** A client to use instead of the provider's. */
  declare client: Client | undefined;

  #settings: SettingsStore | undefined;
  readonly #catalogues: Loader[] = [];
  readonly #onSettings = (): void => this.requestUpdate();

  constructor() {
    super();
    this.headingLevel = 2;
  }

  /** The language shown now. */
  get language(): Locale {
    const near = this.closest('[lang]')?.getAttribute('lang');
    return parseLocale(this.locale) ?? this.settings.locale ?? parseLocale(near) ?? 'id';
  }

  /** The settings that hold for this widget. */
  get settings(): Settings {
    return this.#settings?.current ?? {};
  }

  /** The API client: own, the provider's, or one for the script's origin. */
  get api(): Client {
    return this.client ?? clientFor(this.settings);
  }

  override connectedCallback(): void {
    this.#join();
    super.connectedCallback();
    if (this.renderRoot === this) adoptLightStyles(this, (this.constructor as typeof LitElement).styles ?? []);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#settings?.removeEventListener('change', this.#onSettings);
    this.#settings = undefined;
  }

  /** Says something once to people who hear the page; polite. */
  announce(words: string): void {
    const live = this.renderRoot.querySelector('[data-live]');
    if (live) live.textContent = words;
  }

  handleEvent(event: Event): void {
    const from = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-action]') : null;
    if (event.type === 'click' && from) this.onAction?.(from.getAttribute('data-action') ?? '', from, event);
    else this.onEvent?.(event);
  }

  /** Called when something with `data-action` is clicked. */
  protected onAction?(action: string, from: HTMLElement, event: Event): void;

  /** Called for every other heard event. */
  protected onEvent?(event: Event): void;

  /** The widget itself. */
  protected abstract body(): unknown;

  /** Registers the words of this widget and returns the function that says them. */
  protected use<K extends string>(catalogue: Catalogue<K>): Translate<K> {
    this.#catalogues.push(catalogue);
    return (key, params) => catalogue.say(this.language, key, params);
  }

  /** Adds styles that only a part loaded later needs. */
  protected adopt(styles: CSSResult): void {
    const root = this.renderRoot;
    if (!(root instanceof ShadowRoot)) adoptLightStyles(this, styles);
    else if (styles.styleSheet && !root.adoptedStyleSheets.includes(styles.styleSheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles.styleSheet];
  }

  /** A text of a service in the language shown now. */
  protected text(text: Text): string {
    return textIn(text, this.language);
  }

  /** First element in this widget's root that fits. */
  protected find<E extends HTMLElement>(selector: string): E | null {
    return this.renderRoot.querySelector<E>(selector);
  }

  /** Waits for rendering, then moves focus, bringing the element into view. */
  protected async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    const target = this.find(selector);
    target?.focus({ preventScroll: true });
    target?.scrollIntoView?.({ block: 'nearest' });
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const light = this.getAttribute('render-root') === 'light';
    if (light) this.replaceChildren();
    const root = light ? this : super.createRenderRoot();
    for (const type of (this.constructor as typeof SewakaElement).listens) root.addEventListener(type, this);
    return root;
  }

  protected override async scheduleUpdate(): Promise<void> {
    const waiting = this.#catalogues.map((catalogue) => catalogue.load(this.language)).filter((load) => load !== undefined);
    if (waiting.length > 0) await Promise.all(waiting);
    await super.scheduleUpdate();
  }

  protected override shouldUpdate(): boolean {
    return this.isConnected;
  }

  protected override render(): unknown {
    const { scheme, contrast, textSize, density } = this.settings;
    return html`<div
      class="base"
      part="base"
      lang=${this.language}
      data-scheme=${scheme ?? nothing}
      data-contrast=${contrast ?? nothing}
      data-text=${textSize ?? nothing}
      data-density=${density ?? nothing}
    >
      ${this.body()}
      <p class="visually-hidden" role="status" data-live></p>
    </div>`;
  }

  #join(): void {
    const { store, pending } = findSettings(this);
    this.#settings = store;
    store.addEventListener('change', this.#onSettings);
    if (pending) void providerDefined().then(() => this.#rejoin());
  }

  #rejoin(): void {
    if (!this.isConnected) return;
    this.#settings?.removeEventListener('change', this.#onSettings);
    this.#join();
    this.requestUpdate();
  }
}
