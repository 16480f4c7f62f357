import { html, nothing, type TemplateResult } from 'lit';
import { offlineIcon } from '../../internal/icons.js';
import type { Liveness } from './live.js';
import type { DeskView } from './view.js';

/** Says that what is shown may be a little old: looked at now and then, or not at all. */
export function livenessLine({ say }: DeskView, liveness: Liveness): TemplateResult | typeof nothing {
  if (liveness === 'live') return nothing;
  return html`<p class="bar small muted">${liveness === 'offline' ? offlineIcon : nothing}<span .textContent=${say(liveness)}></span></p>`;
}
