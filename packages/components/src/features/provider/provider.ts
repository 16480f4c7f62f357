import { ReactiveElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { Client } from '../../internal/client.js';
import { SewakaColorEvent } from '../../internal/events.js';
import { pageSettings, SettingsStore, type Scheme, type SettingsHolder } from '../../internal/settings.js';
import { parseLocale } from '../../internal/text.js';
import { version } from '../../internal/version.js';
import { isRefusal, reasonOf, shadesOf, type BrandRole, type Shades } from './brand.js';

const brandProperties: Readonly<Record<BrandRole, readonly string[]>> = {
  primary: ['primary-color', 'primary-hover-color', 'primary-on-color', 'primary-tint-color'],
  accent: ['accent-color'],
};

function parseScheme(value: string | undefined): Scheme | undefined {
  return value === 'light' || value === 'dark' || value === 'auto' ? value : undefined;
}

/**
 * Server, language and look for every widget it contains. Renders nothing of its own.
 *
 * @fires sewaka-error - When a brand colour is refused: `role`, `value`, `ratio` and `nearest`, the shade that would pass.
 */
export class Provider extends ReactiveElement implements SettingsHolder {
  static readonly version = version;
  static override properties: PropertyDeclarations = {
    baseUrl: { type: String, attribute: 'base-url' },
    locale: { type: String },
    theme: { type: String },
    contrast: { type: String },
    density: { type: String },
    primary: { type: String },
    accent: { type: String },
    client: { attribute: false },
  };

  /** Where the API is; absent takes the script tag's own origin. */
  declare baseUrl: string | undefined;
  /** Language: `id`, `en` or `ban`. A person's own choice goes before it. */
  declare locale: string | undefined;
  /** Colour scheme: `light`, `dark`, or `auto` for the device's; absent follows the page's `color-scheme`. */
  declare theme: string | undefined;
  /** `more` for stronger contrast. */
  declare contrast: string | undefined;
  /** `compact` for dense pages such as desks. */
  declare density: string | undefined;
  /** The village's main colour as `#rrggbb`: links, the main button. All shades, also for dark, are computed from it; 4.5:1 on paper is needed. */
  declare primary: string | undefined;
  /** The village's second colour as `#rrggbb`, for small things. */
  declare accent: string | undefined;
  /** A client of the SDK to use instead of a new one, for example with a token of the host. */
  declare client: Client | undefined;

  /** What holds for the widgets inside. */
  readonly settings = new SettingsStore(pageSettings());

  override connectedCallback(): void {
    super.connectedCallback();
    this.style.display = 'contents';
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    if (changed.has('primary')) this.#paint('primary', this.primary);
    if (changed.has('accent')) this.#paint('accent', this.accent);
    this.settings.update({
      baseUrl: this.baseUrl || undefined,
      locale: parseLocale(this.locale),
      scheme: parseScheme(this.theme),
      contrast: this.contrast === 'more' ? 'more' : undefined,
      density: this.density === 'compact' ? 'compact' : undefined,
      client: this.client,
    });
  }

  #paint(role: BrandRole, value: string | undefined): void {
    const found: Shades | undefined = value ? this.#shades(role, value) : undefined;
    const twofold = CSS.supports('color', 'light-dark(#000, #fff)');
    for (const name of brandProperties[role]) {
      const shade = found?.[name];
      if (shade) this.style.setProperty(`--sewaka-${name}`, twofold ? `light-dark(${shade.light}, ${shade.dark})` : shade.light);
      else this.style.removeProperty(`--sewaka-${name}`);
    }
  }

  #shades(role: BrandRole, value: string): Shades | undefined {
    const found = shadesOf(role, value);
    if (!isRefusal(found)) return found;
    console.warn(reasonOf(found));
    this.dispatchEvent(new SewakaColorEvent(found));
    return undefined;
  }
}
