import { html, nothing, type TemplateResult } from 'lit';

export type ButtonLook = 'primary' | 'secondary' | 'danger' | 'link';

export interface ButtonOptions {
  readonly look?: ButtonLook;
  readonly icon?: TemplateResult;
  /** Words for assistive technology after the visible ones, where those alone are not enough. */
  readonly more?: string;
  /** Goes to the handler as `data-value`. */
  readonly value?: string;
  readonly id?: string;
  readonly busy?: boolean;
  readonly expanded?: boolean;
  readonly pressed?: boolean;
  readonly type?: 'button' | 'submit';
}

const classes: Readonly<Record<ButtonLook, string>> = {
  primary: 'button',
  secondary: 'button secondary',
  danger: 'button danger',
  link: 'link',
};

/** A native button whose click reaches the widget as `action`. It is never disabled: a busy one says so and is ignored by its widget. */
export function button(action: string, words: string, options: ButtonOptions = {}): TemplateResult {
  const { look = 'secondary', icon, more, value, id, busy, expanded, pressed, type = 'button' } = options;
  return html`<button
    type=${type}
    id=${id ?? nothing}
    class=${classes[look]}
    data-action=${action}
    data-value=${value ?? nothing}
    aria-disabled=${busy ? 'true' : nothing}
    aria-expanded=${expanded === undefined ? nothing : String(expanded)}
    aria-pressed=${pressed === undefined ? nothing : String(pressed)}
  >
    ${icon ?? nothing}<span .textContent=${words}></span>${more
      ? html`<span class="visually-hidden" .textContent=${` ${more}`}></span>`
      : nothing}
  </button>`;
}
