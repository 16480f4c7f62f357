import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Requirement } from '@e-sewaka/contract';
import { uploadArea, type Uploads } from '../../controls/upload/index.js';
import { errorLine } from '../../fields/frame.js';
import { painted } from '../../fields/painted.js';
import { heading } from '../../internal/heading.js';
import type { FilingKey } from '../../locales/filing/index.js';
import { documentSentence } from './problem-words.js';
import type { FormView } from './view.js';

/** The chosen way of a requirement: the only one there is, or the ticked one. */
export function wayOf(view: FormView, needed: Requirement): string {
  if (!asksWay(needed)) return needed.ways[0] ?? '';
  const way = view.state.typed[`doc.${needed.id}`];
  return typeof way === 'string' ? way : '';
}

/** Whether a person has to choose how to hand a document in. */
export function asksWay(needed: Requirement): boolean {
  return needed.ways.length > 1 || needed.required === false;
}

function wayChoices(view: FormView, needed: Requirement): TemplateResult {
  const chosen = wayOf(view, needed);
  const name = `doc.${needed.id}`;
  const ways: [string, FilingKey][] = needed.ways.map((way) => [way, way === 'upload' ? 'document_way_upload' : 'document_way_bring']);
  if (needed.required === false) ways.push(['skip', 'document_skip']);
  return html`<div class="choices">
    ${ways.map(
      ([way, key], index) => html`<label class="choice">
        <input type="radio" id="${view.uid}${name}${index === 0 ? '' : `-${way}`}" name=${name} value=${way} ?checked=${way === chosen} />
        <span .textContent=${view.say(key)}></span>
      </label>`,
    )}
  </div>`;
}

function documentField(view: FormView, needed: Requirement, uploads: Uploads): TemplateResult {
  const problem = view.state.problemAt(`/doc.${needed.id}`);
  const id = `${view.uid}doc.${needed.id}`;
  const message = problem && documentSentence(view, problem, needed);
  const hint = needed.whenText && view.text(needed.whenText);
  return html`<fieldset class="field document ${message === undefined ? '' : 'wrong'}" aria-describedby=${message === undefined ? nothing : `${id}-error`}>
    <legend class="legend">
      <span .textContent=${view.text(needed.label)}></span>
      ${needed.required === false ? html`<span class="optional" .textContent=${view.common('optional')}></span>` : nothing}
    </legend>
    ${needed.hint ? html`<p class="hint" .textContent=${view.text(needed.hint)}></p>` : nothing}
    ${hint ? html`<p class="hint" .textContent=${hint}></p>` : nothing} ${painted(errorLine(view.context(), `${id}-error`, message))}
    ${asksWay(needed) ? wayChoices(view, needed) : nothing}
    ${wayOf(view, needed) === 'upload' ? uploadArea(view, needed, uploads, { id: asksWay(needed) ? `${id}-file` : id, describedBy: message === undefined ? '' : `${id}-error` }) : nothing}
    ${wayOf(view, needed) === 'bring_original' && !asksWay(needed) ? html`<p .textContent=${view.say('review_bring')}></p>` : nothing}
  </fieldset>`;
}

/** Every document the answers ask for: uploaded, or brought to the office. */
export function documentsPage(view: FormView, asked: readonly Requirement[], uploads: Uploads, before: unknown): TemplateResult {
  return html`${heading(view.level, view.say('documents_title'), undefined, 'title')}
    <p class="lead" .textContent=${view.say(asked.length > 0 ? 'documents_hint' : 'prepare_none')}></p>
    <form novalidate class="fields">
      ${before ?? nothing}
      ${repeat(
        asked,
        (needed) => needed.id,
        (needed) => documentField(view, needed, uploads),
      )}
      <p><button class="button" .textContent=${view.common('next')}></button></p>
    </form>`;
}
