import { html, nothing, type TemplateResult } from 'lit';
import { checkIcon } from '../../internal/more-icons.js';

export type TimelineState = 'done' | 'current' | 'upcoming' | 'skipped' | 'stopped';

/** One dot of the line and the words beside it. */
export interface TimelineItem {
  readonly id: string;
  readonly title: string;
  readonly state: TimelineState;
  /** The state in words: what the dot says to those who do not see it. */
  readonly stateWords: string;
  readonly when?: TemplateResult | undefined;
  /** More about this step, such as what must be done now. */
  readonly body?: unknown;
}

/** A vertical line of steps as an ordered list; the current one carries `aria-current`. */
export function timeline(items: readonly TimelineItem[], label: string): TemplateResult {
  return html`<ol class="timeline" part="timeline" aria-label=${label}>
    ${items.map(
      (item) =>
        html`<li class="moment ${item.state}" part=${item.state === 'current' ? 'step current' : 'step'} aria-current=${item.state === 'current' ? 'step' : nothing}>
          <span class="dot" aria-hidden="true">${item.state === 'done' ? checkIcon : nothing}</span>
          <div class="moment-words">
            <p class="moment-title"><strong .textContent=${item.title}></strong></p>
            <p class="moment-state">
              <span .textContent=${item.stateWords}></span>${item.when ? html`<span aria-hidden="true">&nbsp;· </span>${item.when}` : nothing}
            </p>
            ${item.body ?? nothing}
          </div>
        </li>`,
    )}
  </ol>`;
}
