import { html, nothing, type TemplateResult } from 'lit';
import { formatAnswer, formatPhone, visibleSteps, type Field } from '@e-sewaka/contract';
import { button } from '../../controls/button/index.js';
import { letterNumber } from '../../controls/letter-number/index.js';
import { day, instant } from '../../controls/moment/index.js';
import { statusBadge } from '../../controls/status-badge/index.js';
import type { DeskApplication } from '../../internal/client-desk.js';
import { heading } from '../../internal/heading.js';
import { alertIcon, backIcon, fileIcon, infoIcon } from '../../internal/icons.js';
import { checkIcon, nextIcon, printIcon, warningIcon } from '../../internal/more-icons.js';
import type { DeskKey } from '../../locales/desk/index.js';
import type { StatusKey } from '../../locales/status/index.js';
import { fileList, type FileState } from './files-view.js';
import type { DeskView } from './view.js';

export interface CaseState {
  readonly opened: DeskApplication;
  readonly files: FileState;
  /** Names of villages by code, as far as known. */
  readonly villageName: (code: string) => string | undefined;
}

/** The middle zone: who, what, until when; then answers and files beside each other. */
export function caseZone(view: DeskView, state: CaseState): TemplateResult {
  const { say } = view;
  return html`<section class="zone case" data-zone-name="case" aria-labelledby="case">
    <p class="only-phone row no-print">
      ${button('to-list', say('back'), { look: 'link', icon: backIcon })} ${button('to-actions', say('to_actions'), { look: 'link', icon: nextIcon })}
    </p>
    ${caseHeader(view, state.opened)} ${registry(view, state.opened)} ${warnings(view, state.opened)}
    <div class="papers">
      <div class="stack-wide">${answers(view, state)}</div>
      <div class="stack-wide">${fileList(view, state.opened, state.files)} ${events(view, state.opened)}</div>
    </div>
  </section>`;
}

function caseHeader({ say, status, text, locale, level }: DeskView, { application, service, claim }: DeskApplication): TemplateResult {
  const { contact } = application;
  return html`<header class="stack">
    <div class="row">
      ${heading(level + 1, text(service.title), 'case', 'section')} ${statusBadge(application.status, status(`status_${application.status}`))}
      <span class="no-print push">${button('print', say('print'), { look: 'link', icon: printIcon })}</span>
    </div>
    <dl class="basics">
      <div><dt .textContent=${say('submitted')}></dt><dd>${instant(application.submittedAt, locale)}</dd></div>
      ${application.dueOn ? html`<div><dt .textContent=${say('due')}></dt><dd>${day(application.dueOn, locale, true)}</dd></div>` : nothing}
      ${contact
        ? html`<div><dt .textContent=${say('contact')}></dt><dd><a href="tel:${contact.phone}"><span class="numeric" .textContent=${formatPhone(contact.phone)}></span></a> ${contact.whatsapp ? html`<span class="muted" .textContent=${say('whatsapp')}></span>` : nothing}</dd></div>`
        : nothing}
      ${application.letter ? html`<div><dt .textContent=${say('letter_number')}></dt><dd>${letterNumber(application.letter.number)} ${button('open-letter', say('open_letter'), { look: 'link', icon: fileIcon })}</dd></div>` : nothing}
      ${claim ? html`<div><dt .textContent=${say('claim_holder')}></dt><dd translate="no" .textContent=${claim.name}></dd></div>` : nothing}
    </dl>
  </header>`;
}

const registryLooks = {
  match: { kind: 'success', icon: checkIcon },
  mismatch: { kind: 'warning', icon: warningIcon },
  not_found: { kind: 'danger', icon: alertIcon },
  not_checked: { kind: 'info', icon: infoIcon },
} as const;

function registry({ say }: DeskView, { registryMatch }: DeskApplication): TemplateResult {
  const { kind, icon } = registryLooks[registryMatch];
  return html`<div class="notice ${kind}">${icon}<div><p><span class="visually-hidden" .textContent=${`${say('registry')}: `}></span><span .textContent=${say(`registry_${registryMatch}`)}></span></p></div></div>`;
}

const warningKeys = {
  birth_date_differs: 'warning_birth_date_differs',
  sex_differs: 'warning_sex_differs',
  unknown_province: 'warning_unknown_province',
  temporary_number: 'warning_temporary_number',
  repeated_digits: 'warning_repeated_digits',
} as const satisfies Readonly<Record<string, DeskKey>>;

function isTold(code: string): code is keyof typeof warningKeys {
  return Object.hasOwn(warningKeys, code);
}

function warningKey(code: string): DeskKey {
  const bare = code.replace(/^nik_/u, '');
  return isTold(bare) ? warningKeys[bare] : 'warning_other';
}

function warnings({ say, text }: DeskView, { warnings: odd, service }: DeskApplication): unknown {
  if (odd.length === 0) return nothing;
  const labels = new Map(service.steps.flatMap((step) => step.fields).map((field) => [`/answers/${field.name}`, text(field.label)]));
  return html`<div class="notice warning">
    ${warningIcon}
    <div>
      <p><strong .textContent=${say('warnings')}></strong></p>
      <ul class="list">
        ${odd.map(({ pointer, code }) => html`<li><strong .textContent=${labels.get(pointer) ?? ''}></strong> <span .textContent=${say(warningKey(code))}></span></li>`)}
      </ul>
    </div>
  </div>`;
}

function answers(view: DeskView, { opened, villageName }: CaseState): unknown {
  const { application, service } = opened;
  const shown = (field: Field): string => {
    const answer = application.answers[field.name];
    if (answer === undefined) return view.common('not_filled');
    return formatAnswer(field, answer, view.locale, { village: (code) => villageName(code) ?? code });
  };
  const flagged = new Map((application.correction?.fields ?? []).map(({ pointer, note }) => [pointer, note]));
  return visibleSteps(service, application.answers).map(
    (step) => html`<section class="stack" aria-labelledby="step-${step.id}">
      ${heading(view.level + 2, view.text(step.title), `step-${step.id}`)}
      <dl class="pairs">
        ${step.fields.map((field) => {
          const note = flagged.get(`/answers/${field.name}`);
          return html`<div>
            <dt .textContent=${view.text(field.label)}></dt>
            <dd translate="no"><span .textContent=${shown(field)}></span>${note ? html`<span class="flag small" .textContent=${note}></span>` : nothing}</dd>
          </div>`;
        })}
      </dl>
    </section>`,
  );
}

const eventKeys: ReadonlySet<string> = new Set(['submit', 'request_correction', 'correct', 'withdraw', 'approve', 'return_to_review', 'sign', 'hand_over', 'reject', 'expire', 'vouch', 'withhold', 'waive_vouch']);

function isEventKey(key: string): key is Extract<StatusKey, `event_${string}`> {
  return eventKeys.has(key.replace(/^event_/u, ''));
}

function events({ say, status, locale, level }: DeskView, { events: past }: DeskApplication): TemplateResult {
  return html`<section class="stack" aria-labelledby="history">
    ${heading(level + 2, say('history'), 'history')}
    <ol class="events">
      ${[...past].reverse().map((event) => {
        const key = `event_${event.action}`;
        return html`<li>
          <p .textContent=${isEventKey(key) ? status(key) : event.action}></p>
          <p class="small muted">
            ${instant(event.at, locale)}<span aria-hidden="true">&nbsp;· </span><span translate="no" .textContent=${event.actorName ?? status(`role_${event.actorRole}`)}></span>
          </p>
          ${event.note ? html`<p class="small" .textContent=${event.note}></p>` : nothing}
        </li>`;
      })}
    </ol>
  </section>`;
}
