import { ReactiveElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { Client } from '../../internal/client.js';
import { pageSettings, SettingsStore, type Scheme, type SettingsHolder } from '../../internal/settings.js';
import { parseLocale } from '../../internal/text.js';
import { version } from '../../internal/version.js';

function parseScheme(value: string | undefined): Scheme | undefined {
  return value === 'light' || value === 'dark' || value === 'auto' ? value : undefined;
}

/** Server, language and look for every widget it contains. Renders nothing of its own. */
export class Provider extends ReactiveElement implements SettingsHolder {
  static readonly version = version;
  static override properties: PropertyDeclarations = {
    baseUrl: { type: String, attribute: 'base-url' },
    locale: { type: String },
    theme: { type: String },
    contrast: { type: String },
    density: { type: String },
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
    this.settings.update({
      baseUrl: this.baseUrl || undefined,
      locale: parseLocale(this.locale),
      scheme: parseScheme(this.theme),
      contrast: this.contrast === 'more' ? 'more' : undefined,
      density: this.density === 'compact' ? 'compact' : undefined,
      client: this.client,
    });
  }
}
