import { html, type TemplateResult } from 'lit';
import type { Field } from '@e-sewaka/contract';
import { textIn } from '../../internal/text.js';
import { rawText } from '../../fields/context.js';
import { frame } from '../../fields/frame.js';
import { el, type Piece } from '../../fields/piece.js';
import { questionPage } from './step-page.js';
import { heading } from '../../internal/heading.js';
import type { FormView } from './view.js';

function pin(view: FormView, field: Field): Piece | undefined {
  if (field.name !== 'factor.pin') return undefined;
  const context = view.context();
  return frame(context, field, field.hint && textIn(field.hint, context.locale), ({ id, describedBy, invalid }) => [
    el('input', {
      class: 'control w-6 numeric',
      id,
      name: field.name,
      inputmode: 'numeric',
      autocomplete: 'off',
      spellcheck: 'false',
      'aria-describedby': describedBy,
      'aria-invalid': invalid,
      value: rawText(context, field.name),
    }),
  ]);
}

/** How to reach the applicant, and the second factor beside the tracking code. */
export function contactPage(view: FormView, fields: readonly Field[], before: unknown): TemplateResult {
  return questionPage(view, { title: view.say('contact_title'), fields, before, special: (field) => pin(view, field) });
}

/** Privacy notice of the service and the declaration. */
export function declarationPage(view: FormView, fields: readonly Field[]): TemplateResult {
  const { say, level, state } = view;
  const { privacy, retention } = state.service;
  const row = (name: string, value: string): TemplateResult => html`<div><dt .textContent=${name}></dt><dd .textContent=${value}></dd></div>`;
  const before = html`<section class="card stack">
    ${heading(level + 1, say('privacy'))}
    <dl class="rows">
      ${row(say('privacy_purpose'), view.text(privacy.purpose))} ${row(say('privacy_basis'), view.text(privacy.legalBasis))}
      ${row(say('privacy_who'), say('privacy_who_words'))}
      ${row(say('privacy_kept'), say('privacy_kept_for', { days: retention.days, basis: retention.basis }))}
    </dl>
  </section>`;
  return questionPage(view, { title: say('declaration_title'), fields, before });
}

/** The village, where the host page does not say which. */
export function villagePage(view: FormView, fields: readonly Field[], before: unknown): TemplateResult {
  const limited = Boolean(view.state.service.offered.villages ?? view.state.service.offered.kinds);
  return questionPage(view, {
    title: view.say('village_title'),
    fields,
    ...(limited ? { hint: view.say('village_only') } : {}),
    before,
  });
}
