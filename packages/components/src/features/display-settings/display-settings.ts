import { css, html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { SewakaElement } from '../../internal/element.js';
import { displayIcon } from '../../internal/more-icons.js';
import { keepPreferences, pageSettings, type Preferences } from '../../internal/settings.js';
import { displayWords, type DisplayKey } from '../../locales/display/index.js';
import { base, blocks, controls, fields, tokens } from '../../styles/index.js';

type Choice = readonly [value: string, word: DisplayKey];

const schemes: readonly Choice[] = [
  ['', 'scheme_page'],
  ['light', 'scheme_light'],
  ['dark', 'scheme_dark'],
];
const contrasts: readonly Choice[] = [
  ['', 'contrast_normal'],
  ['more', 'contrast_more'],
];
const sizes: readonly Choice[] = [
  ['', 'text_normal'],
  ['large', 'text_large'],
  ['larger', 'text_larger'],
];

function preferenceOf(name: string, value: string): Preferences {
  if (name === 'scheme') return { scheme: value === 'light' || value === 'dark' ? value : undefined };
  if (name === 'contrast') return { contrast: value === 'more' ? value : undefined };
  return { textSize: value === 'large' || value === 'larger' ? value : undefined };
}

/**
 * Colours, contrast and text size as a person likes them, for every widget of the page. With `page`, the root element of
 * the page gets `data-sewaka-scheme`, `-contrast` and `-text` as well, which `tokens.css` understands.
 */
export class DisplaySettings extends SewakaElement {
  static override styles = [
    tokens,
    base,
    controls,
    fields,
    blocks,
    css`
      .base:not([data-scheme]) {
        background: transparent;
      }
      summary {
        display: inline-flex;
        align-items: center;
        gap: var(--_s2);
        list-style: none;
        font-size: var(--_small);
      }
      summary::-webkit-details-marker {
        display: none;
      }
      details > form {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
        gap: var(--_s6);
        padding: var(--_s4);
        border: 1px solid var(--_line-color);
        border-radius: var(--_card-radius);
        background: var(--_paper-color);
      }
      .choice {
        padding-block: var(--_s2);
      }
    `,
  ];
  static override readonly listens = ['change'];
  static override properties: PropertyDeclarations = { page: { type: Boolean } };

  /** Marks the root element of the page too. */
  declare page: boolean;

  readonly #say = this.use(displayWords);

  protected override onEvent({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    pageSettings().prefer(preferenceOf(target.name, target.value));
    keepPreferences(pageSettings());
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.page) return;
    const { scheme = '', contrast = '', textSize = '' } = pageSettings().preferred;
    const root = document.documentElement;
    for (const [name, value] of Object.entries({ 'data-sewaka-scheme': scheme, 'data-sewaka-contrast': contrast, 'data-sewaka-text': textSize })) {
      if (value) root.setAttribute(name, value);
      else root.removeAttribute(name);
    }
  }

  protected override body(): unknown {
    const { scheme, contrast, textSize } = pageSettings().preferred;
    return html`<details>
      <summary>${displayIcon}<span .textContent=${this.#say('display')}></span></summary>
      <form>
        ${this.#group('scheme', 'scheme', schemes, scheme)} ${this.#group('contrast', 'contrast', contrasts, contrast)}
        ${this.#group('text', 'textSize', sizes, textSize)}
        <p class="hint" .textContent=${this.#say('kept')}></p>
      </form>
    </details>`;
  }

  #group(legend: DisplayKey, name: string, choices: readonly Choice[], chosen = ''): TemplateResult {
    return html`<fieldset class="field">
      <legend class="legend" .textContent=${this.#say(legend)}></legend>
      <div>
        ${choices.map(
          ([value, word]) => html`<label class="choice">
            <input type="radio" name=${name} value=${value} .checked=${value === chosen} />
            <span .textContent=${this.#say(word)}></span>
          </label>`,
        )}
      </div>
    </fieldset>`;
  }
}
