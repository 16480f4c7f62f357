import { html, nothing, type TemplateResult } from 'lit';
import type { Field } from '@e-sewaka/contract';
import { fieldPiece } from '../../fields/index.js';
import { painted } from '../../fields/painted.js';
import type { Piece } from '../../fields/piece.js';
import { heading } from '../../internal/heading.js';
import type { FormView } from './view.js';

/** A page of questions. */
export interface Questions {
  readonly title: string;
  readonly hint?: string;
  readonly fields: readonly Field[];
  /** What stands before the questions. */
  readonly before?: unknown;
  /** Fields that are not rendered by their type's own partial. */
  readonly special?: (field: Field) => Piece | undefined;
  readonly button?: string;
}

/** Heading, questions and the button that goes on. The only question of a page has the page's heading as its label. */
export function questionPage(view: FormView, { title, hint, fields, before, special, button }: Questions): TemplateResult {
  const only = fields.length === 1 && fields[0] !== undefined && view.text(fields[0].label) === title;
  const context = view.context(only);
  return html`${heading(view.level, title, undefined, 'title')}
    ${hint === undefined ? nothing : html`<p class="lead" .textContent=${hint}></p>`}
    <form novalidate class="fields">
      ${before ?? nothing}
      ${painted(...fields.map((field) => special?.(field) ?? fieldPiece(field, context)))}
      <p><button class="button" .textContent=${button ?? view.common('next')}></button></p>
    </form>`;
}
