import { html, nothing, type TemplateResult } from 'lit';
import { formatAnswer, maskAnswer, type Field, type Requirement } from '@e-sewaka/contract';
import { button } from '../../controls/button/index.js';
import { heading } from '../../internal/heading.js';
import { alertIcon, offlineIcon } from '../../internal/icons.js';
import { failureText } from '../../internal/failure.js';
import { textIn } from '../../internal/text.js';
import { wayOf } from './documents-page.js';
import type { OwnFields } from './own-fields.js';
import { askedFields, type FormPage } from './pages.js';
import { isSentBefore } from './rules.js';
import type { Sending } from './submission.js';
import type { Uploads } from '../../controls/upload/index.js';
import type { FormView } from './view.js';

/** What the review page knows beyond the form itself. */
export interface Review {
  readonly pages: readonly FormPage[];
  readonly own: OwnFields;
  readonly documents: readonly Requirement[];
  readonly uploads: Uploads;
  readonly whole: boolean;
  readonly sending: Sending;
}

const masked: readonly Field['type'][] = ['nik', 'kk', 'npwp', 'nib'];

function valueOf(view: FormView, field: Field, whole: boolean): string {
  const value = view.state.values[field.name];
  if (value === undefined) return view.common('not_filled');
  if (field.name === 'factor.pin') return '••••••';
  const names = { village: (code: string) => view.villages.find((village) => village.code === code)?.name };
  return masked.includes(field.type) && !whole ? maskAnswer(field, value, view.locale) : formatAnswer(field, value, view.locale, names);
}

function row(view: FormView, name: string, value: string, page: string, control: string): TemplateResult {
  return html`<div>
    <dt .textContent=${name}></dt>
    <dd .textContent=${value}></dd>
    <dd class="change">${button('change', view.common('change'), { look: 'link', value: `${page} ${control}`, more: name })}</dd>
  </div>`;
}

function section(view: FormView, title: string, rows: readonly TemplateResult[]): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  return html`<section>
    ${heading(view.level + 1, title, undefined, 'section')}
    <dl class="rows">${rows}</dl>
  </section>`;
}

function fieldRows(view: FormView, fields: readonly Field[], page: string, whole: boolean): TemplateResult[] {
  return askedFields(fields, view.state.values).map((field) => row(view, textIn(field.label, view.locale), valueOf(view, field, whole), page, field.name));
}

function documentWords(view: FormView, needed: Requirement, uploads: Uploads): string {
  const way = wayOf(view, needed);
  if (way === 'bring_original') return view.say('review_bring');
  const count = uploads.of(needed.id).filter(({ state }) => state === 'done').length;
  return count > 0 ? view.say('review_files', { count }) : view.common('not_filled');
}

function sendingNotice(view: FormView, sending: Sending): TemplateResult | typeof nothing {
  const { say } = view;
  switch (sending.state) {
    case 'sending':
      return html`<div class="notice" role="status"><p .textContent=${say('sending')}></p></div>`;
    case 'waiting':
      return html`<div class="notice warning" role="status">
        ${offlineIcon}
        <div>
          <p><strong .textContent=${say(navigator.onLine ? 'waiting_server' : 'waiting')}></strong></p>
          <p .textContent=${say('waiting_stay')}></p>
          <p>${button('send', say('send_now'))}</p>
        </div>
      </div>`;
    case 'failed': {
      const { failure } = sending;
      const { key, params } = failureText(failure);
      const reused = isSentBefore(failure);
      const outdated = failure.code === 'service_version_outdated';
      return html`<div class="notice danger" role="alert" tabindex="-1" data-failed>
        ${alertIcon}
        <div>
          <p><strong .textContent=${say('send_failed')}></strong></p>
          <p .textContent=${reused ? say('send_reused') : outdated ? say('outdated') : view.common(key, params)}></p>
          <p>
            ${reused ? button('send-as-new', say('send_as_new')) : outdated ? button('reload', say('reload')) : button('send', view.common('retry'))}
          </p>
        </div>
      </div>`;
    }
    default:
      return nothing;
  }
}

/** All answers by page with a way back to each; identifiers are masked until asked for. */
export function reviewPage(view: FormView, { pages, own, documents, uploads, whole, sending }: Review): TemplateResult {
  const { say, state, level } = view;
  const steps = pages.flatMap(({ id, step }) => (step ? [section(view, view.text(step.title), fieldRows(view, step.fields, id, whole))] : []));
  const hides = pages.some(({ step }) => step?.fields.some((field) => masked.includes(field.type) && state.values[field.name] !== undefined));
  return html`${heading(level, say('review_title'), undefined, 'title')}
    ${hides ? html`<p>${button('mask', say(whole ? 'review_unmask' : 'review_mask'), { look: 'link', pressed: whole })}</p>` : nothing}
    ${pages.some(({ id }) => id === 'village') ? section(view, say('village_label'), fieldRows(view, own.village, 'village', whole)) : nothing} ${steps}
    ${section(
      view,
      say('documents_title'),
      documents.map((needed) => row(view, view.text(needed.label), documentWords(view, needed, uploads), 'documents', `doc.${needed.id}`)),
    )}
    ${section(view, say('contact_title'), fieldRows(view, own.contact, 'contact', whole))}
    ${section(view, say('declaration'), fieldRows(view, own.declaration, 'declaration', whole))} ${sendingNotice(view, sending)}
    <form novalidate>
      <button class="button" aria-disabled=${sending.state === 'sending' ? 'true' : nothing} .textContent=${say('submit')}></button>
    </form>`;
}
