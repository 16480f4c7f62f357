import { html, nothing, type TemplateResult } from 'lit';
import type { Requirement } from '@e-sewaka/contract';
import { button } from '../../controls/button/index.js';
import { uploadArea, type Uploads, type UploadView } from '../../controls/upload/index.js';
import { errorSummary } from '../../controls/error-summary/index.js';
import { renderField } from '../../fields/index.js';
import { heading } from '../../internal/heading.js';
import { alertIcon } from '../../internal/icons.js';
import type { FormWords, Mistake } from '../../internal/small-form.js';
import type { Correction } from './correction.js';
import { quote } from './now.js';
import type { View } from './view.js';

export interface CorrectionState {
  readonly correction: Correction;
  readonly words: FormWords;
  readonly uploads: Uploads;
  readonly uploadView: UploadView;
  /** Documents whose original will be brought. */
  readonly originals: ReadonlySet<string>;
  readonly busy: boolean;
  readonly notice: unknown;
}

/** The fields the officer marked, each below the officer's note, in place. */
export function correctionForm(view: View, state: CorrectionState): TemplateResult {
  const { say } = view;
  const { correction, busy, notice } = state;
  const words: FormWords = { ...state.words, villages: correction.villages, banjars: correction.banjars };
  const context = correction.form.context(correction.fields, words);
  return html`<form class="stack-wide card" data-form="correction" novalidate aria-busy=${busy ? 'true' : 'false'}>
    <div class="stack">
      ${heading(view.level + 1, say('correct_title'), 'correction')}
      <p class="muted" .textContent=${say('correct_intro')}></p>
    </div>
    ${errorSummary(mistakes(view, state, words), correction.form.uid, view.level + 2, words.common)} ${notice}
    <div class="fields">
      ${correction.fields.map((field) => html`<div class="flagged">${noteOn(view, correction, `/answers/${field.name}`)} ${renderField(field, context)}</div>`)}
      ${correction.requirements.map((requirement) => documentField(view, state, requirement))}
    </div>
    <div class="row">
      ${button('send-correction', say('correct_send'), { look: 'primary', type: 'submit', busy })} ${button('cancel-correction', words.common('cancel'), { look: 'link' })}
    </div>
  </form>`;
}

function mistakes(view: View, { correction }: CorrectionState, words: FormWords): Mistake[] {
  const documents = correction.requirements
    .filter(({ id }) => correction.missing.has(id))
    .map(({ id, label }) => ({ control: `document-${id}`, words: view.say('document_missing', { label: view.text(label) }) }));
  return [...correction.form.mistakes(correction.fields, words), ...documents];
}

function noteOn({ say }: View, correction: Correction, pointer: string): unknown {
  const note = correction.note(pointer);
  return note ? quote(say('officer_note'), note) : nothing;
}

function documentField(view: View, state: CorrectionState, requirement: Requirement): TemplateResult {
  const { id, label, ways } = requirement;
  const { say, text } = view;
  const { correction, uploads, uploadView, originals, words } = state;
  const missing = correction.missing.has(id);
  const control = `${correction.form.uid}document-${id}`;
  return html`<div class="flagged">
    ${noteOn(view, correction, `/documents/${id}`)}
    <fieldset class="field ${missing ? 'wrong' : ''}">
      <legend class="legend" .textContent=${text(label)}></legend>
      ${missing
        ? html`<p class="error" id="${control}-error">
            ${alertIcon}<span><span class="visually-hidden" .textContent=${`${words.common('error_prefix')} `}></span><span .textContent=${say('document_missing', { label: text(label) })}></span></span>
          </p>`
        : nothing}
      ${ways.includes('upload') && !originals.has(id)
        ? uploadArea(uploadView, requirement, uploads, { id: control, describedBy: missing ? `${control}-error` : '' })
        : nothing}
      ${ways.includes('bring_original')
        ? html`<label class="choice">
            <input type="checkbox" id=${ways.includes('upload') ? `${control}-original` : control} data-original=${id} ?checked=${originals.has(id)} />
            <span .textContent=${say('document_original')}></span>
          </label>`
        : nothing}
    </fieldset>
  </div>`;
}
