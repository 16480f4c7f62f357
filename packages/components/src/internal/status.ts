import { html, type TemplateResult } from 'lit';
import type { CommonKey } from '../locales/common/index.js';
import { failureText, type Failure } from './failure.js';
import { alertIcon, infoIcon, offlineIcon } from './icons.js';
import type { Translate } from './words.js';

/** A quiet placeholder while something loads: hidden from assistive technology, which hears `words` once it lasts. */
export function skeleton(words: string, lines = 4): TemplateResult {
  return html`<div aria-busy="true">
    <p class="visually-hidden" role="status" .textContent=${words}></p>
    <div aria-hidden="true">${Array.from({ length: lines }, () => html`<div class="skeleton"></div>`)}</div>
  </div>`;
}

/** A notice with an icon and one sentence; kinds are told apart by icon and words, not by colour alone. */
export function notice(words: string, kind: 'info' | 'success' | 'warning' | 'danger' = 'info', more: unknown = ''): TemplateResult {
  const icon = kind === 'info' || kind === 'success' ? infoIcon : alertIcon;
  return html`<div class="notice ${kind}">${icon}<div><p .textContent=${words}></p>${more}</div></div>`;
}

/** What a person sees when a part could not be loaded: what happened, and a button with `data-action="retry"`. */
export function failureNotice(failure: Failure, say: Translate<CommonKey>, phone?: string): TemplateResult {
  const { key, params } = failureText(failure);
  return html`<div class="notice danger" role="alert">
    ${failure.status === 0 ? offlineIcon : alertIcon}
    <div>
      <p .textContent=${say(key, params)}></p>
      ${phone ? html`<p .textContent=${say('call_office', { phone })}></p>` : ''}
      <p><button type="button" class="button secondary" data-action="retry" .textContent=${say('retry')}></button></p>
    </div>
  </div>`;
}
