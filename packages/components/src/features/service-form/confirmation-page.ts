import { html, nothing, type TemplateResult } from 'lit';
import { formatPhone, formatTrackingCode, type Requirement } from '@e-sewaka/contract';
import { button } from '../../controls/button/index.js';
import { qr } from '../../controls/qr/index.js';
import type { Receipt } from '../../internal/client.js';
import { heading } from '../../internal/heading.js';
import { checkIcon, copyIcon, downloadIcon, printIcon } from '../../internal/more-icons.js';
import { formatDate, formatDateTime } from '../../internal/dates.js';
import type { FormView } from './view.js';

/** What the confirmation knows beyond the form itself. */
export interface Confirmation {
  readonly receipt: Receipt;
  readonly trackUrl: string;
  readonly bring: readonly Requirement[];
  /** Others use this device too. */
  readonly shared: boolean;
}

function nextSteps(view: FormView, { receipt, bring }: Confirmation): TemplateResult {
  const { say, state, locale, village } = view;
  const due = receipt.application.dueOn;
  const place = village ? (village.address.includes(village.name) ? village.address : `${village.name}, ${village.address}`) : '';
  const phone = formatPhone(state.textOf('contact.phone'));
  const item = (words: string): TemplateResult => html`<li .textContent=${words}></li>`;
  return html`<section class="stack">
    ${heading(view.level + 1, say('done_next'), undefined, 'section')}
    <ol class="list">
      ${item(say('done_next_check'))} ${phone ? item(say('done_next_contact', { phone })) : nothing}
      ${due ? item(say('done_next_due', { date: formatDate(due, locale, true) })) : nothing}
      ${state.service.delivery === 'download' ? item(say('done_next_download')) : place ? item(say('done_next_pickup', { place })) : nothing}
    </ol>
    ${bring.length > 0
      ? html`<p><strong .textContent=${say('done_bring')}></strong></p>
          <ul class="list">
            ${bring.map((needed) => item(view.text(needed.label)))}
          </ul>`
      : nothing}
  </section>`;
}

/** The calm end: code first, then what happens and by when, then print, save and track. */
export function confirmationPage(view: FormView, confirmation: Confirmation): TemplateResult {
  const { say, state, locale } = view;
  const { receipt, trackUrl, shared } = confirmation;
  return html`<div class="poleng" aria-hidden="true"></div>
    <div class="panel">
      <p class="done-mark">${checkIcon}</p>
      ${heading(view.level, say('done_title'), undefined, 'title')}
      <p .textContent=${say('done_code')}></p>
      <p class="tracking-code code" data-code .textContent=${formatTrackingCode(receipt.trackingCode)}></p>
      <p class="small" .textContent=${say('done_code_hint')}></p>
    </div>
    <p class="row no-print">
      ${button('copy', say('done_copy'), { icon: copyIcon })} ${button('print', say('done_print'), { icon: printIcon })}
      ${button('save', say('done_save'), { icon: downloadIcon })}
    </p>
    <div class="done-columns">
      ${nextSteps(view, confirmation)}
      <figure class="track-qr">
        ${qr(trackUrl, say('done_qr'))}
        <figcaption class="hint" .textContent=${say('done_qr')}></figcaption>
      </figure>
    </div>
    <dl class="rows">
      <div><dt .textContent=${say('done_service')}></dt><dd .textContent=${view.text(state.service.title)}></dd></div>
      <div><dt .textContent=${say('done_at')}></dt><dd .textContent=${formatDateTime(receipt.application.submittedAt, locale)}></dd></div>
    </dl>
    <p class="row no-print">
      <a class="button" href=${trackUrl} .textContent=${say('done_track')}></a>
      ${shared ? button('next-person', say('next_person')) : nothing}
    </p>`;
}

/** The receipt as plain text, for keeping. */
export function receiptText(view: FormView, { receipt, trackUrl }: Confirmation): string {
  const { say, state, locale } = view;
  const due = receipt.application.dueOn;
  return [
    `${say('done_title')}: ${view.text(state.service.title)}`,
    `${say('done_code')}: ${formatTrackingCode(receipt.trackingCode)}`,
    `${say('done_at')}: ${formatDateTime(receipt.application.submittedAt, locale)}`,
    ...(due ? [say('done_next_due', { date: formatDate(due, locale, true) })] : []),
    `${say('done_track')}: ${trackUrl}`,
    '',
  ].join('\r\n');
}
