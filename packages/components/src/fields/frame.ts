import { html, nothing, type TemplateResult } from 'lit';
import type { Field } from '@e-sewaka/contract';
import { alertIcon } from '../internal/icons.js';
import { textIn } from '../internal/text.js';
import { idOf, type FieldContext } from './context.js';

/** What a control must carry so that hint and error are read with it. */
export interface Wiring {
  readonly id: string;
  readonly describedBy: string | typeof nothing;
  readonly invalid: 'true' | typeof nothing;
}

/** The message beside a control, after its hint; named as an error in words, and not by colour alone. */
export function errorLine(context: FieldContext, id: string, message: string | undefined): TemplateResult | typeof nothing {
  if (message === undefined) return nothing;
  return html`<p class="error" id=${id}>
    ${alertIcon}<span><span class="visually-hidden" .textContent=${`${context.common('error_prefix')} `}></span><span .textContent=${message}></span></span>
  </p>`;
}

/** The words of a label, with the remark that it may be left empty. */
export function labelWords(context: FieldContext, field: Field): TemplateResult {
  const label = textIn(field.label, context.locale);
  if (field.required !== false) return html`<span .textContent=${label}></span>`;
  return html`<span .textContent=${label}></span> <span class="optional" .textContent=${context.common('optional')}></span>`;
}

/** The hint a field shows: its own, or the one of its type. */
export function hintOf(context: FieldContext, field: Field, fallback?: string): string | undefined {
  return field.hint ? textIn(field.hint, context.locale) : fallback;
}

/** Ids of hint and error that exist now, and whether the control is wrong. */
export function wire(context: FieldContext, name: string, pointer: string, hint: string | undefined): Wiring & { message: string | undefined } {
  const id = idOf(context, name);
  const message = context.problem(pointer);
  const described = [hint === undefined ? '' : `${id}-hint`, message === undefined ? '' : `${id}-error`].filter(Boolean).join(' ');
  return { id, message, describedBy: described || nothing, invalid: message === undefined ? nothing : 'true' };
}

/** Label, hint and error around one control. */
export function frame(
  context: FieldContext,
  field: Field,
  hint: string | undefined,
  control: (wiring: Wiring) => unknown,
): TemplateResult {
  const wiring = wire(context, field.name, `/${field.name}`, hint);
  return html`<div class="field ${wiring.message === undefined ? '' : 'wrong'}" data-field=${field.name}>
    <label class="label ${context.labelHidden ? 'visually-hidden' : ''}" for=${wiring.id}>${labelWords(context, field)}</label>
    ${hint === undefined ? nothing : html`<p class="hint" id="${wiring.id}-hint" .textContent=${hint}></p>`}
    ${errorLine(context, `${wiring.id}-error`, wiring.message)} ${control(wiring)}
  </div>`;
}

/** Legend, hint and error around several controls that answer one question. */
export function group(
  context: FieldContext,
  field: Field,
  hint: string | undefined,
  controls: (wiring: Wiring) => unknown,
): TemplateResult {
  const wiring = wire(context, field.name, `/${field.name}`, hint);
  return html`<fieldset class="field ${wiring.message === undefined ? '' : 'wrong'}" data-field=${field.name} aria-describedby=${wiring.describedBy}>
    <legend class="legend ${context.labelHidden ? 'visually-hidden' : ''}">${labelWords(context, field)}</legend>
    ${hint === undefined ? nothing : html`<p class="hint" id="${wiring.id}-hint" .textContent=${hint}></p>`}
    ${errorLine(context, `${wiring.id}-error`, wiring.message)} ${controls(wiring)}
  </fieldset>`;
}
