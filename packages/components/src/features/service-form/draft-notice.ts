import { html, type TemplateResult } from 'lit';
import { formatDate } from '../../internal/dates.js';
import { infoIcon } from '../../internal/icons.js';
import type { SavedDraft } from './draft-key.js';
import type { FormView } from './view.js';

/** Offers to go on with what this device has kept, and says what it has not. */
export function draftNotice({ say, locale }: FormView, draft: SavedDraft): TemplateResult {
  return html`<div class="notice">
    ${infoIcon}
    <div>
      <p><strong .textContent=${say('draft_found', { date: formatDate(draft.savedOn, locale) })}></strong></p>
      <p .textContent=${say('draft_kept')}></p>
      <p .textContent=${say('draft_expires', { date: formatDate(draft.expiresOn, locale) })}></p>
      <p class="row">
        <button type="button" class="button" data-action="resume" .textContent=${say('draft_resume')}></button>
        <button type="button" class="button secondary" data-action="wipe" .textContent=${say('draft_wipe')}></button>
      </p>
    </div>
  </div>`;
}
