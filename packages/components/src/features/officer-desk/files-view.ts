import { html, nothing, type TemplateResult } from 'lit';
import { formatInteger, type Requirement } from '@e-sewaka/contract';
import { button } from '../../controls/button/index.js';
import type { DeskApplication, DeskFile } from '../../internal/client-desk.js';
import { heading } from '../../internal/heading.js';
import { fileIcon } from '../../internal/icons.js';
import { notice } from '../../internal/status.js';
import type { DeskView } from './view.js';

/** The picture that is open, and how it is turned. */
export interface FileState {
  readonly open: string | undefined;
  /** 1 to 4: classes, since a strict page allows no inline styles. */
  readonly zoom: number;
  /** Quarter turns, 0 to 3. */
  readonly turn: number;
  readonly failed: boolean;
}

/** Every required document with what was handed in for it. */
export function fileList(view: DeskView, opened: DeskApplication, state: FileState): TemplateResult {
  const { say, level } = view;
  const { application, service, files } = opened;
  const asked = service.requirements.filter(({ id }) => application.documents?.[id] !== undefined || files.some((file) => file.requirementId === id));
  return html`<section class="stack" aria-labelledby="files">
    ${heading(level + 2, say('files'), 'files')} ${state.failed ? notice(say('file_failed'), 'warning') : nothing}
    ${asked.length === 0 ? html`<p class="muted" .textContent=${say('no_files')}></p>` : asked.map((requirement) => document(view, opened, requirement, state))}
  </section>`;
}

function document(view: DeskView, { application, files }: DeskApplication, { id, label }: Requirement, state: FileState): TemplateResult {
  const words = view.text(label);
  const given = files.filter((file) => file.requirementId === id);
  const original = application.documents?.[id]?.way === 'bring_original';
  return html`<div class="document">
    <p><strong .textContent=${words}></strong></p>
    ${given.length === 0 ? html`<p class="muted" .textContent=${view.say(original ? 'original' : 'not_given')}></p>` : nothing}
    ${given.map((file) => fileRow(view, file, words, state))}
  </div>`;
}

function fileRow(view: DeskView, file: DeskFile, label: string, state: FileState): TemplateResult {
  const { say, locale } = view;
  const pdf = file.mediaType === 'application/pdf';
  const open = state.open === file.uploadId;
  return html`<div class="row file">
      ${fileIcon} <span translate="no" .textContent=${file.name}></span>
      <span class="small muted numeric" .textContent=${`${formatInteger(Math.ceil(file.size / 1024), locale)} KB`}></span>
      ${pdf
        ? button('open-pdf', say('open_pdf'), { look: 'link', value: file.uploadId, more: file.name })
        : button(open ? 'close-file' : 'open-image', say(open ? 'close_file' : 'open_image'), { look: 'link', value: file.uploadId, more: file.name, expanded: open })}
    </div>
    ${open ? viewer(view, file, label, state) : nothing}`;
}

function viewer({ say }: DeskView, file: DeskFile, label: string, { zoom, turn }: FileState): TemplateResult {
  return html`<div class="viewer">
    <div class="row no-print" role="group" aria-label=${say('image_of', { label })}>
      ${button('zoom-in', say('zoom_in'), { look: 'link' })} ${button('zoom-out', say('zoom_out'), { look: 'link' })} ${button('rotate', say('rotate'), { look: 'link' })}
    </div>
    <div class="picture" tabindex="0" role="group" aria-label=${say('image_of', { label })}>
      <canvas class="zoom-${zoom} turn-${turn}" data-picture=${file.uploadId} role="img" aria-label=${say('image_of', { label })}></canvas>
    </div>
  </div>`;
}
