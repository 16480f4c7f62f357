import { html, nothing, type TemplateResult } from 'lit';
import { formatPhone, witaDate } from '@e-sewaka/contract';
import { instant } from '../../controls/moment/index.js';
import { statusBadge } from '../../controls/status-badge/index.js';
import type { Tracking } from '../../internal/client-resident.js';
import { heading } from '../../internal/heading.js';
import { calendarIcon, phoneIcon } from '../../internal/more-icons.js';
import { nearDate, type View } from './view.js';

/** Service, state in a word, and the next date the resident can count on. */
export function overview(view: View, tracking: Tracking): TemplateResult {
  const { say, status, text, locale } = view;
  return html`<header class="overview stack">
    ${heading(view.level, text(tracking.serviceTitle), undefined, 'title')}
    <p>${statusBadge(tracking.status, status(`status_${tracking.status}`))}</p>
    ${due(view, tracking)}
    <dl class="basics">
      <div><dt .textContent=${say('applicant')}></dt><dd translate="no" .textContent=${tracking.maskedName}></dd></div>
      <div><dt .textContent=${say('village')}></dt><dd translate="no" .textContent=${tracking.villageName}></dd></div>
      <div><dt .textContent=${say('submitted')}></dt><dd>${instant(tracking.submittedAt, locale)}</dd></div>
    </dl>
  </header>`;
}

function due({ say, locale }: View, tracking: Tracking): TemplateResult | typeof nothing {
  const { dueOn, status } = tracking;
  const working = status === 'in_review' || status === 'awaiting_signature';
  if (dueOn === undefined || !working) return nothing;
  const today = witaDate(tracking.serverTime);
  const late = dueOn < today;
  const date = nearDate(dueOn, today, locale);
  return html`<div class="due ${late ? 'late' : ''}">
    ${calendarIcon}
    <div>
      <p class="due-words"><time datetime=${dueOn} .textContent=${say(late ? 'overdue' : 'by', { date })}></time></p>
      <p class="small muted" .textContent=${say(late ? 'overdue_hint' : 'by_hint')}></p>
      ${late && tracking.contactPhone ? phoneLine(say, tracking.contactPhone) : nothing}
    </div>
  </div>`;
}

/** A telephone number to tap. */
export function phoneLine(say: View['say'], phone: string): TemplateResult {
  return html`<p><a href="tel:${phone}">${phoneIcon}<span><span .textContent=${say('call')}></span> <span class="numeric" .textContent=${formatPhone(phone)}></span></span></a></p>`;
}
