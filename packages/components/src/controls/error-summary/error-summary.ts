import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../../internal/heading.js';
import type { Mistake } from '../../internal/small-form.js';
import type { Translate } from '../../internal/words.js';
import type { CommonKey } from '../../locales/common/index.js';

/**
 * What must be put right, first in the widget: one link per mistake in the words beside the field. The box takes focus
 * after rendering; the alert stands inside it so that it is read once.
 */
export function errorSummary(mistakes: readonly Mistake[], uid: string, level: number, common: Translate<CommonKey>): TemplateResult | typeof nothing {
  if (mistakes.length === 0) return nothing;
  return html`<div class="summary-errors" part="summary" tabindex="-1" data-summary>
    <div role="alert">
      ${heading(level, common('error_summary'))}
      <ul>
        ${mistakes.map(
          ({ control, words }) =>
            html`<li><a href="#${uid}${control}" data-action="jump" data-value="${uid}${control}"><span .textContent=${words}></span></a></li>`,
        )}
      </ul>
    </div>
  </div>`;
}

/** Follows a link of the summary: brings the label into view, then focuses the control. */
export function jumpTo(root: ParentNode, from: HTMLElement, event: Event): void {
  event.preventDefault();
  const id = from.dataset['value'];
  const control = id === undefined ? null : root.querySelector<HTMLElement>(`[id="${CSS.escape(id)}"]`);
  const field = control?.closest('.field') ?? control;
  field?.scrollIntoView({ block: 'start' });
  control?.focus({ preventScroll: true });
}
