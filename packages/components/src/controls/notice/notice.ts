import { html, nothing, type TemplateResult } from 'lit';
import { alertIcon, checkIcon, infoIcon, warningIcon } from '../../internal/icons.js';

export type NoticeKind = 'info' | 'success' | 'warning' | 'danger';

const icons: Readonly<Record<NoticeKind, TemplateResult>> = {
  info: infoIcon,
  success: checkIcon,
  warning: warningIcon,
  danger: alertIcon,
};

export interface NoticeOptions {
  /** Words in bold above the rest. */
  readonly title?: string;
  readonly body?: unknown;
  /** A notice that gets focus after an act needs an id and may be focused by script. */
  readonly id?: string;
  readonly icon?: TemplateResult;
}

/** A coloured note with icon and words; what is inside comes from the caller. */
export function notice(kind: NoticeKind, words: string, options: NoticeOptions = {}): TemplateResult {
  const { title, body, id } = options;
  return html`<div class="notice ${kind}" id=${id ?? nothing} tabindex=${id ? '-1' : nothing}>
    ${options.icon ?? icons[kind]}
    <div>
      ${title ? html`<p><strong .textContent=${title}></strong></p>` : nothing}
      ${words ? html`<p .textContent=${words}></p>` : nothing} ${body ?? nothing}
    </div>
  </div>`;
}
