import { html, nothing, type TemplateResult } from 'lit';
import type { Requirement } from '@e-sewaka/contract';
import { clockIcon, editIcon, fileIcon, infoIcon, walletIcon } from '../../internal/icons.js';
import { heading } from '../../internal/heading.js';
import { formatRupiah } from '../../internal/text.js';
import type { FormView } from './view.js';

/** What the start page knows beyond the form itself. */
export interface StartPage {
  /** The notice of a kept draft, where there is one. */
  readonly draft: TemplateResult | undefined;
  readonly ready: number;
}

function fact(icon: TemplateResult, name: string, value: string): TemplateResult {
  return html`<div class="fact"><dt>${icon}<span .textContent=${name}></span></dt><dd .textContent=${value}></dd></div>`;
}

function facts({ state: { service }, say, common }: FormView): TemplateResult {
  const days = service.stages.reduce((sum, stage) => sum + stage.workingDays, 0);
  const minutes = Math.max(3, Math.round(service.steps.reduce((sum, step) => sum + step.fields.length, 0) * 0.5) + 2);
  return html`<dl class="facts">
    ${fact(walletIcon, say('fee'), service.fee.amount === 0 ? common('free') : formatRupiah(service.fee.amount))}
    ${fact(clockIcon, say('time'), days === 0 ? say('time_same_day') : say('time_days', { days }))}
    ${fact(fileIcon, say('result'), say(service.delivery === 'pickup' ? 'result_pickup' : 'result_download'))}
    ${service.channel === 'counter' ? nothing : fact(editIcon, say('filing_time'), say('filing_minutes', { minutes }))}
  </dl>`;
}

function waysWords({ say }: FormView, { ways }: Requirement): string {
  return say(ways.length > 1 ? 'way_both' : ways[0] === 'upload' ? 'way_upload' : 'way_bring');
}

function requirement(view: FormView, needed: Requirement, ways: string): TemplateResult {
  const { say } = view;
  const when = needed.whenText ? view.text(needed.whenText) : needed.required === false ? say('if_any') : '';
  return html`<li>
    <label class="ready">
      <input type="checkbox" data-ready />
      <span>
        <span class="ready-name" .textContent=${view.text(needed.label)}></span>
        ${when ? html`<span class="only-if" .textContent=${when}></span>` : nothing}
        ${needed.hint ? html`<span class="hint" .textContent=${view.text(needed.hint)}></span>` : nothing}
        ${ways ? html`<span class="hint" .textContent=${ways}></span>` : nothing}
        ${needed.localExtra ? html`<span class="tag" .textContent=${say('local_extra')}></span>` : nothing}
      </span>
    </label>
  </li>`;
}

function requirements(view: FormView, ready: number): TemplateResult {
  const { say, level, state } = view;
  const all = state.service.requirements;
  if (all.length === 0) return html`<p .textContent=${say('prepare_none')}></p>`;
  // Said once when it is the same for all.
  const ways = new Set(all.map((needed) => waysWords(view, needed)));
  const common = ways.size === 1 ? [...ways][0] : undefined;
  return html`<section class="prepare">
    ${heading(level + 1, say('prepare'))}
    ${common ? html`<p .textContent=${common}></p>` : nothing}
    <p class="hint" .textContent=${say('prepare_hint')}></p>
    <ul class="readies">
      ${all.map((needed) => requirement(view, needed, common ? '' : waysWords(view, needed)))}
    </ul>
    <p class="hint" role="status" .textContent=${say('prepare_ready', { ready })}></p>
  </section>`;
}

function isOffered({ state, village }: FormView): boolean {
  const { kinds, villages } = state.service.offered;
  if (villages && state.villageCode !== undefined && !villages.includes(state.villageCode)) return false;
  return !(kinds && village && !kinds.includes(village.kind));
}

/** What the service is, what it costs and takes, what to have ready, and the way in. */
export function startPage(view: FormView, { draft, ready }: StartPage): TemplateResult {
  const { say, level, state } = view;
  const { service } = state;
  const offered = isOffered(view);
  const online = service.channel !== 'counter' && offered;
  return html`<div class="poleng" aria-hidden="true"></div>
    ${heading(level, view.text(service.title), undefined, 'title')}
    <p class="lead" .textContent=${view.text(service.summary)}></p>
    ${offered ? nothing : html`<div class="notice warning">${infoIcon}<p .textContent=${say('not_offered')}></p></div>`}
    ${service.channel === 'counter' ? html`<div class="notice">${infoIcon}<p .textContent=${say('counter_only')}></p></div>` : nothing}
    ${draft && online ? draft : nothing} ${facts(view)} ${requirements(view, ready)}
    ${online
      ? html`<p>
          <button
            type="button"
            class="button ${draft ? 'secondary' : ''}"
            data-action="start"
            .textContent=${say(draft ? 'start_again' : 'start')}
          ></button>
        </p>`
      : nothing}`;
}
