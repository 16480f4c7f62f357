import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Requirement, Text } from '@e-sewaka/contract';
import { fileIcon } from '../../internal/icons.js';
import { cameraIcon, checkIcon } from '../../internal/more-icons.js';
import type { Translate } from '../../internal/words.js';
import type { CommonKey } from '../../locales/common/index.js';
import type { FilingKey } from '../../locales/filing/index.js';
import { button } from '../button/index.js';
import { isRefused, largestFile, type ChosenFile } from './uploads.js';

/** What files are spoken of with. */
export interface UploadView {
  readonly say: Translate<FilingKey>;
  readonly common: Translate<CommonKey>;
  text(text: Text): string;
}

/** Size in words; 1 MB = 1,000,000 bytes as phones count. */
export function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1).replace('.0', '').replace('.', ',')} MB`;
}

function stateWords(view: UploadView, { state, percent, refusal }: ChosenFile): string {
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

function fileRow(view: UploadView, needed: Requirement, file: ChosenFile): TemplateResult {
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
      ${file.state === 'failed' && !isRefused(file) ? button('retry-file', view.common('retry'), { look: 'link', value, more: file.name }) : nothing}
      ${button('remove-file', view.say('file_remove', { name: '' }).trim(), { look: 'link', value, more: file.name })}
    </p>
  </li>`;
}

/** Files of one requirement with how far each is, and the way to choose more; choosing is told by `data-requirement` on the input. */
export function uploadArea(view: UploadView, needed: Requirement, files: readonly ChosenFile[], at: { readonly id: string; readonly describedBy: string }): TemplateResult {
  const max = needed.maxFiles ?? 1;
  const { id, describedBy } = at;
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
