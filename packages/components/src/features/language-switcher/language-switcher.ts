import { css, html, nothing, type PropertyDeclarations } from 'lit';
import type { Locale } from '@e-sewaka/contract';
import { SewakaElement } from '../../internal/element.js';
import { globeIcon } from '../../internal/more-icons.js';
import { keepPreferences, pageSettings } from '../../internal/settings.js';
import { locales, parseLocale } from '../../internal/text.js';
import { displayWords } from '../../locales/display/index.js';
import { base, controls, tokens } from '../../styles/index.js';

const names: Readonly<Record<Locale, string>> = { id: 'Indonesia', en: 'English', ban: 'Basa Bali' };

/** The languages in their own names. The choice holds for every widget of the page and is remembered on the device. */
export class LanguageSwitcher extends SewakaElement {
  static override styles = [
    tokens,
    base,
    controls,
    css`
      :host {
        inline-size: auto;
      }
      .base {
        container-type: normal;
      }
      .base:not([data-scheme]) {
        background: transparent;
      }
      nav {
        display: flex;
        flex-wrap: wrap;
        gap: var(--_s1);
        align-items: center;
        font-size: var(--_small);
      }
      nav > .icon {
        color: var(--_muted-color);
      }
      button {
        min-block-size: 44px;
        padding: var(--_s1) var(--_s3);
        border: 0;
        border-radius: var(--_control-radius);
        background: none;
        color: var(--_primary-color);
        text-decoration: underline;
        text-underline-offset: 0.2em;
        cursor: pointer;
      }
      button[aria-current] {
        background: var(--_primary-tint-color);
        color: var(--_ink-color);
        font-weight: 600;
        text-decoration: none;
      }
      @media (forced-colors: active) {
        button[aria-current] {
          border: 2px solid Highlight;
        }
      }
    `,
  ];
  static override properties: PropertyDeclarations = { forget: { type: Boolean } };

  /** Does not remember the choice. */
  declare forget: boolean;

  readonly #say = this.use(displayWords);

  protected override onAction(_action: string, from: HTMLElement): void {
    const locale = parseLocale(from.dataset['value']);
    if (!locale) return;
    pageSettings().prefer({ locale });
    if (!this.forget) keepPreferences(pageSettings());
    void this.updateComplete.then(() => this.announce(this.#say('language_set')));
  }

  protected override body(): unknown {
    return html`<nav aria-label=${this.#say('language')}>
      ${globeIcon}
      ${locales.map(
        (locale) => html`<button
          type="button"
          lang=${locale}
          data-action="choose"
          data-value=${locale}
          aria-current=${locale === this.language ? 'true' : nothing}
          .textContent=${names[locale]}
        ></button>`,
      )}
    </nav>`;
  }
}
