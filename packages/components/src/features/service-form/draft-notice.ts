import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../../controls/button/index.js';
import { formatDate } from '../../internal/dates.js';
import { alertIcon, infoIcon, offlineIcon } from '../../internal/icons.js';
import { checkIcon } from '../../internal/more-icons.js';
import { notice } from '../../internal/status.js';
import { textIn } from '../../internal/text.js';
import type { Journey } from './journey.js';
import type { Keeper } from './keeper.js';
import { stillOpen } from './resuming.js';
import type { Keeping } from './saved-line.js';
import type { FormView } from './view.js';

const line = (words: string): TemplateResult => html`<p .textContent=${words}></p>`;

/** Offers to go on with what this device has kept, and says what it has not. */
export function draftNotice({ say, locale }: FormView, { draft, touched }: Keeper): TemplateResult {
  const date = (day: string): { date: string } => ({ date: formatDate(day, locale) });
  return html`<div class="notice">
    ${infoIcon}
    <div>
      <p><strong .textContent=${say('draft_found', date(draft?.savedOn ?? ''))}></strong></p>
      ${line(say(draft?.personal === false ? 'draft_kept_open' : 'draft_kept'))} ${line(say('draft_expires', date(draft?.expiresOn ?? '')))}
      ${touched ? line(say('draft_replaces')) : nothing}
      <p class="row">${button('resume', say('draft_resume'), { look: 'primary' })} ${button('wipe', say('draft_wipe'))}</p>
    </div>
  </div>`;
}

/** That the line is gone, and that nothing is lost. */
export function offlineNotice({ common, say }: FormView, { shared }: Keeper): TemplateResult {
  return html`<div class="notice warning">
    ${offlineIcon}
    <div>${line(common('offline'))} ${shared ? nothing : line(say('offline_keep'))}</div>
  </div>`;
}

/** What the device says beside the form: an application sent a short while ago, or another tab that has saved something else. */
export function deviceNotice({ say, locale }: FormView, { state, sent }: Keeper, page: string): unknown {
  if (page === 'start') {
    if (!sent) return nothing;
    return html`<div class="notice success">
      ${checkIcon}
      <div>
        <p><strong .textContent=${say('sent_found', { date: formatDate(sent.sentOn, locale) })}></strong></p>
        <p class="row">${button('show-receipt', say('sent_show'))} ${button('forget-receipt', say('sent_forget'), { look: 'link' })}</p>
      </div>
    </div>`;
  }
  if (state !== 'elsewhere' && state !== 'gone') return nothing;
  return html`<div class="notice warning">
    ${alertIcon}
    <div>
      ${line(say(`keep_${state}`))}
      <p>${button('keep-here', say(state === 'gone' ? 'keep_again' : 'keep_here'))}</p>
    </div>
  </div>`;
}

/** Which answers have to be typed again, and which ones the form has no place for any more. */
export function resumedNotice({ say, locale }: FormView, journey: Journey, { resumed }: Keeper): unknown {
  if (!resumed) return nothing;
  const open = stillOpen(journey, resumed, journey.pages.flatMap((page) => journey.askedOn(page)));
  const fields = open.map((field) => textIn(field.label, locale)).join(', ');
  const dropped = resumed.dropped.join(', ');
  return html`${dropped ? notice(say('draft_dropped', { fields: dropped }), 'warning') : nothing}
  ${fields ? notice(say('retype', { fields })) : nothing}`;
}

/** What the line below the questions says once keeping has begun. */
export function keeping(view: FormView, keeper: Keeper): Keeping {
  const { say } = view;
  const { shared, asking, state } = keeper;
  const buttons = html`${state === 'saved' ? button(asking ? 'wipe' : 'ask-wipe', say('draft_wipe'), { look: 'link' }) : nothing}
  ${asking ? button('keep-draft', view.common('cancel'), { look: 'link' }) : nothing}
  ${shared ? button('next-person', say('next_person'), { look: 'link' }) : nothing}`;
  return { words: words(view, keeper), buttons, shared };
}

function words({ say, locale }: FormView, { state, asking, until, personal }: Keeper): string {
  if (asking) return say('wipe_confirm');
  switch (state) {
    case 'saved':
      return say(personal ? 'draft_saved' : 'draft_saved_open', { date: formatDate(until, locale) });
    case 'shared':
      return say('keep_shared');
    case 'refused':
      return say('keep_refused');
    case 'elsewhere':
    case 'gone':
      return say('keep_not');
    case 'none':
      return say('keep_none');
  }
}
