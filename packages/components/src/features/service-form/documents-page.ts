import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Requirement } from '@e-sewaka/contract';
import { button } from '../../controls/button/index.js';
import { errorLine } from '../../fields/frame.js';
import { heading } from '../../internal/heading.js';
import { cameraIcon, checkIcon, fileIcon } from '../../internal/icons.js';
import type { FilingKey } from '../../locales/filing/index.js';
import { documentSentence } from './problem-words.js';
import type { FormView } from './view.js';
import { largestFile, type ChosenFile, type Uploads } from './uploads.js';

/** Size in words; 1 MB = 1,000,000 bytes as phones count. */
export function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;
}

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

function stateWords(view: FormView, { state, percent, refusal }: ChosenFile): string {
  switch (state) {
    case 'preparing':
      return view.say('file_preparing');
    case 'sending':
      return view.say(navigator.onLine ? 'file_sending' : 'file_paused', { percent });
    case 'checking':
      return view.say('file_checking');
    case 'done':
      return view.say('file_done');
    case 'failed':
      return view.say(refusal ?? 'file_failed', { size: sizeWords(largestFile) });
  }
}

function fileRow(view: FormView, needed: Requirement, file: ChosenFile): TemplateResult {
  const value = `${needed.id} ${file.key}`;
  const running = file.state === 'sending' || file.state === 'checking';
  return html`<li class="file ${file.state}">
    ${file.state === 'done' ? checkIcon : fileIcon}
    <div>
      <p class="file-name" .textContent=${file.name}></p>
      <p class="hint" .textContent=${`${sizeWords(file.size)} · ${stateWords(view, file)}`}></p>
      ${running ? html`<progress max="100" value=${file.percent} aria-label=${file.name}></progress>` : nothing}
    </div>
    <p class="row">
      ${file.state === 'failed' ? button('retry-file', view.common('retry'), { look: 'link', value, more: file.name }) : nothing}
      ${button('remove-file', view.say('file_remove', { name: '' }).trim(), { look: 'link', value, more: file.name })}
    </p>
  </li>`;
}

function uploadArea(view: FormView, needed: Requirement, files: readonly ChosenFile[], describedBy: string): TemplateResult {
  const max = needed.maxFiles ?? 1;
  const id = `${view.uid}doc.${needed.id}${asksWay(needed) ? '-file' : ''}`;
  const size = sizeWords(largestFile);
  return html`<div class="upload">
    <p class="hint" id="${id}-rules" .textContent=${max > 1 ? view.say('file_rules', { size, max }) : view.say('file_rules_one', { size })}></p>
    ${files.length > 0
      ? html`<ul class="files">
          ${repeat(
            files,
            (file) => file.key,
            (file) => fileRow(view, needed, file),
          )}
        </ul>`
      : nothing}
    ${files.length < max
      ? html`<div class="row">
          <label class="visually-hidden" for=${id} .textContent=${`${view.say('choose_file')}: ${view.text(needed.label)}`}></label>
          <input
            class="picker"
            type="file"
            id=${id}
            data-requirement=${needed.id}
            accept="image/jpeg,image/png,image/heic,image/heif,application/pdf"
            ?multiple=${max > 1}
            aria-describedby="${id}-rules ${describedBy}"
          />
          <label class="button secondary camera">
            ${cameraIcon}<span .textContent=${view.say('take_photo')}></span>
            <span class="visually-hidden" .textContent=${`: ${view.text(needed.label)}`}></span>
            <input class="visually-hidden" type="file" data-requirement=${needed.id} accept="image/*" capture="environment" />
          </label>
        </div>`
      : nothing}
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
    ${hint ? html`<p class="hint" .textContent=${hint}></p>` : nothing} ${errorLine(view.context(), `${id}-error`, message)}
    ${asksWay(needed) ? wayChoices(view, needed) : nothing}
    ${wayOf(view, needed) === 'upload' ? uploadArea(view, needed, uploads.of(needed.id), message === undefined ? '' : `${id}-error`) : nothing}
    ${wayOf(view, needed) === 'bring_original' && !asksWay(needed) ? html`<p .textContent=${view.say('review_bring')}></p>` : nothing}
  </fieldset>`;
}

/** Every document the answers ask for: uploaded, or brought to the office. */
export function documentsPage(view: FormView, asked: readonly Requirement[], uploads: Uploads): TemplateResult {
  return html`${heading(view.level, view.say('documents_title'), undefined, 'title')}
    <p class="lead" .textContent=${view.say(asked.length > 0 ? 'documents_hint' : 'prepare_none')}></p>
    <form novalidate class="fields">
      ${repeat(
        asked,
        (needed) => needed.id,
        (needed) => documentField(view, needed, uploads),
      )}
      <p><button class="button" .textContent=${view.common('next')}></button></p>
    </form>`;
}
