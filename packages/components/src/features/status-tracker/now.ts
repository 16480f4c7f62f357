import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../../controls/button/index.js';
import { letterNumber } from '../../controls/letter-number/index.js';
import { day } from '../../controls/moment/index.js';
import type { OpeningHours, Tracking, Weekday } from '../../internal/client-resident.js';
import { heading } from '../../internal/heading.js';
import { clockIcon, editIcon } from '../../internal/icons.js';
import { downloadIcon, placeIcon, shieldIcon } from '../../internal/more-icons.js';
import { phoneLine } from './overview.js';
import type { View } from './view.js';

/** What goes on beside the state itself. */
export interface NowState {
  /** The labels of the flagged fields and documents, by pointer, once the service is known. */
  readonly labels: ReadonlyMap<string, string>;
  readonly correcting: boolean;
  readonly downloading: boolean;
  readonly verifyUrl: string | undefined;
}

/** What the resident must do now, said first; "nothing" is said as well. */
export function now(view: View, tracking: Tracking, state: NowState): TemplateResult {
  const { say } = view;
  const urgent = tracking.status === 'incomplete' || tracking.status === 'ready_for_pickup' || tracking.status === 'completed';
  return html`<section class="now card ${urgent ? 'urgent' : ''} stack" part="now" aria-labelledby="now">
    ${heading(view.level + 1, say('now'), 'now')}
    <p .textContent=${say(`now_${tracking.status}`)}></p>
    ${details(view, tracking, state)}
  </section>`;
}

function details(view: View, tracking: Tracking, state: NowState): unknown {
  switch (tracking.status) {
    case 'incomplete':
      return correction(view, tracking, state);
    case 'ready_for_pickup':
      return pickup(view, tracking);
    case 'completed':
      return letter(view, tracking, state);
    case 'rejected':
      return rejection(view, tracking);
    default:
      return nothing;
  }
}

function correction({ say }: View, { correction: asked, allowedActions }: Tracking, state: NowState): unknown {
  if (!asked) return nothing;
  return html`${asked.note ? quote(say('officer_note'), asked.note) : nothing}
  ${state.correcting
    ? nothing
    : html`<ul class="list">
          ${asked.fields.map(
            ({ pointer, note }) => html`<li>
              ${labelAt(state.labels, pointer) ? html`<strong .textContent=${labelAt(state.labels, pointer) ?? ''}></strong>` : nothing}
              ${note ? html`<span class="flag-note" .textContent=${note}></span>` : nothing}
            </li>`,
          )}
        </ul>
        ${allowedActions.includes('correct') ? html`<p>${button('correct', say('correct'), { look: 'primary', icon: editIcon })}</p>` : nothing}`}`;
}

/** The label of a field or document, also where the pointer leads to a part of it. */
function labelAt(labels: NowState['labels'], pointer: string): string | undefined {
  return labels.get(pointer.split('/').slice(0, 3).join('/'));
}

/** Words of an officer, marked as such. */
export function quote(label: string, words: string): TemplateResult {
  return html`<figure class="quote"><figcaption class="small muted" .textContent=${label}></figcaption><blockquote .textContent=${words}></blockquote></figure>`;
}

function pickup(view: View, { pickup: at, letter: issued, contactPhone }: Tracking): unknown {
  const { say, text } = view;
  if (!at) return nothing;
  return html`<dl class="pairs">
      <div><dt>${placeIcon} <span .textContent=${say('place')}></span></dt><dd .textContent=${at.place}></dd></div>
      <div>
        <dt>${clockIcon} <span .textContent=${say('hours')}></span></dt>
        <dd>${at.hours.map((line) => html`<div class="numeric" .textContent=${hoursWords(view, line)}></div>`)}</dd>
      </div>
      <div>
        <dt .textContent=${say('bring')}></dt>
        <dd>
          ${at.bringOriginals.length === 0
            ? html`<span .textContent=${say('bring_none')}></span>`
            : html`<ul class="list">${at.bringOriginals.map((original) => html`<li .textContent=${text(original)}></li>`)}</ul>`}
        </dd>
      </div>
      ${issued ? html`<div><dt .textContent=${say('letter_number')}></dt><dd>${letterNumber(issued.number)}</dd></div>` : nothing}
    </dl>
    ${contactPhone ? phoneLine(say, contactPhone) : nothing}`;
}

const week: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Opening hours as people say them: `Senin–Kamis 08.00–15.00`. */
export function hoursWords({ say, locale }: View, { days, opens, closes }: OpeningHours): string {
  const sorted = week.filter((name) => days.includes(name));
  const [first, last] = [sorted[0], sorted.at(-1)];
  const inRow = first !== undefined && last !== undefined && week.indexOf(last) - week.indexOf(first) === sorted.length - 1 && sorted.length > 2;
  const names = inRow ? say('days_range', { from: say(first), to: say(last) }) : sorted.map((name) => say(name)).join(', ');
  const time = (value: string): string => (locale === 'en' ? value : value.replace(':', '.'));
  return `${names} ${time(opens)}–${time(closes)} WITA`;
}

function letter({ say, locale }: View, { letter: issued }: Tracking, state: NowState): unknown {
  if (!issued) return nothing;
  return html`<dl class="pairs">
      <div><dt .textContent=${say('letter_number')}></dt><dd>${letterNumber(issued.number)}</dd></div>
      ${issued.validUntil ? html`<div><dt .textContent=${say('valid_until')}></dt><dd>${day(issued.validUntil, locale)}</dd></div>` : nothing}
    </dl>
    <div class="row">
      ${button('download', state.downloading ? say('downloading') : say('download'), { look: 'primary', icon: downloadIcon, busy: state.downloading })}
      ${state.verifyUrl ? html`<a href=${state.verifyUrl}>${shieldIcon} <span .textContent=${say('verify')}></span></a>` : nothing}
    </div>`;
}

function rejection({ say }: View, { rejection: refused, contactPhone }: Tracking): unknown {
  return html`${refused ? quote(say('reason'), refused.reason) : nothing}
    <p .textContent=${say('apply_again')}></p>
    ${contactPhone ? phoneLine(say, contactPhone) : nothing}`;
}
