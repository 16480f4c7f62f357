import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Requirement, Text } from '@e-sewaka/contract';
import { alertIcon, fileIcon } from '../../internal/icons.js';
import { cameraIcon, checkIcon } from '../../internal/more-icons.js';
import type { Translate } from '../../internal/words.js';
import type { CommonKey } from '../../locales/common/index.js';
import type { FilingKey } from '../../locales/filing/index.js';
import { button } from '../button/index.js';
import { isRefused, isRunning, largestFile, sizeWords, type ChosenFile } from './files.js';
import type { Uploads } from './uploads.js';

/** What files are spoken of with. */
export interface UploadView {
  readonly say: Translate<FilingKey>;
  readonly common: Translate<CommonKey>;
  text(text: Text): string;
}

function stateWords(view: UploadView, { state, percent, refusal }: ChosenFile): string {
  switch (state) {
    case 'preparing':
      return view.say('file_preparing');
    case 'sending':
      return view.say('file_sending', { percent });
    case 'waiting':
      return view.say(navigator.onLine ? 'file_waiting_server' : 'file_waiting', { percent });
    case 'paused':
      return view.say('file_paused', { percent });
    case 'checking':
      return view.say('file_checking');
    case 'done':
      return view.say('file_done');
    case 'failed':
      return view.say(refusal ?? 'file_failed', { size: sizeWords(largestFile) });
  }
}

function fileRow(view: UploadView, needed: Requirement, file: ChosenFile): TemplateResult {
  const value = `${needed.id} ${file.key}`;
  const { state } = file;
  const named = { look: 'link', value, more: file.name } as const;
  return html`<li class="file ${state}">
    ${state === 'done' ? checkIcon : fileIcon}
    <div>
      <p class="file-name" .textContent=${file.name}></p>
      <p class="hint" .textContent=${`${sizeWords(file.size)} · ${stateWords(view, file)}`}></p>
      ${isRunning(file) && state !== 'preparing' ? html`<progress max="100" value=${file.percent} aria-label=${file.name}></progress>` : nothing}
    </div>
    <p class="row">
      ${state === 'failed' && !isRefused(file) ? button('retry-file', view.common('retry'), named) : nothing}
      ${state === 'sending' || state === 'waiting' ? button('pause-file', view.say('file_pause'), named) : nothing}
      ${state === 'paused' ? button('resume-file', view.say('file_resume'), named) : nothing}
      ${button('remove-file', view.say('file_remove', { name: '' }).trim(), named)}
    </p>
  </li>`;
}

/** Files of one requirement with how far each is, and the way to choose more; choosing is told by `data-requirement` on the input. */
export function uploadArea(view: UploadView, needed: Requirement, uploads: Uploads, at: { readonly id: string; readonly describedBy: string }): TemplateResult {
  const max = needed.maxFiles ?? 1;
  const { id, describedBy } = at;
  const files = uploads.of(needed.id);
  const note = uploads.noteOn(needed.id);
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
    ${note ? html`<p class="file-note">${alertIcon}<span .textContent=${view.say(note.key, note.params)}></span></p>` : nothing}
    ${files.filter((file) => !isRefused(file)).length < max
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
