import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CheckboxesField, ChoiceField, ConfirmField, Option } from '@e-sewaka/contract';
import { textIn } from '../internal/text.js';
import { rawText, type FieldContext } from './context.js';
import { frame, group, hintOf, wire, errorLine, type Wiring } from './frame.js';

function choice(context: FieldContext, name: string, option: Option, kind: 'radio' | 'checkbox', index: number, wiring: Wiring, checked: boolean): TemplateResult {
  // The first option has the field's own id, so that links to the field reach it.
  const id = index === 0 ? wiring.id : `${wiring.id}-${option.value}`;
  return html`<label class="choice">
    <input
      type=${kind}
      id=${id}
      name=${name}
      value=${option.value}
      ?checked=${checked}
      data-exclusive=${option.exclusive ? '' : nothing}
      aria-describedby=${option.hint ? `${id}-about` : nothing}
    />
    <span .textContent=${textIn(option.label, context.locale)}></span>
    ${option.hint ? html`<span class="hint" id="${id}-about" .textContent=${textIn(option.hint, context.locale)}></span>` : nothing}
  </label>`;
}

function options(field: ChoiceField | CheckboxesField, context: FieldContext, kind: 'radio' | 'checkbox'): TemplateResult {
  const raw = context.raw(field.name);
  const chosen = Array.isArray(raw) ? raw : [raw];
  return group(
    context,
    field,
    hintOf(context, field),
    (wiring) => html`<div>
      ${repeat(
        field.options,
        (option) => option.value,
        (option, index) => choice(context, field.name, option, kind, index, wiring, chosen.includes(option.value)),
      )}
    </div>`,
  );
}

/** One of a few options. */
export function renderRadios(field: ChoiceField, context: FieldContext): TemplateResult {
  return options(field, context, 'radio');
}

/** Any of several options; an exclusive one is unticked by the others, and unticks them. */
export function renderCheckboxes(field: CheckboxesField, context: FieldContext): TemplateResult {
  return options(field, context, 'checkbox');
}

/** One of many options. */
export function renderSelect(field: ChoiceField, context: FieldContext): TemplateResult {
  const chosen = rawText(context, field.name);
  return frame(
    context,
    field,
    hintOf(context, field),
    ({ id, describedBy, invalid }) => html`<select
      class="control"
      id=${id}
      name=${field.name}
      autocomplete=${field.autocomplete ?? nothing}
      aria-describedby=${describedBy}
      aria-invalid=${invalid}
    >
      <option value="" .textContent=${context.say('choose')}></option>
      ${field.options.map(
        (option) => html`<option value=${option.value} ?selected=${option.value === chosen} .textContent=${textIn(option.label, context.locale)}></option>`,
      )}
    </select>`,
  );
}

/** A statement to tick. */
export function renderConfirm(field: ConfirmField, context: FieldContext): TemplateResult {
  const hint = hintOf(context, field);
  const { id, describedBy, invalid, message } = wire(context, field.name, `/${field.name}`, hint);
  return html`<div class="field ${message === undefined ? '' : 'wrong'}" data-field=${field.name}>
    ${hint === undefined ? nothing : html`<p class="hint" id="${id}-hint" .textContent=${hint}></p>`} ${errorLine(context, `${id}-error`, message)}
    <label class="choice">
      <input
        type="checkbox"
        id=${id}
        name=${field.name}
        value="true"
        ?checked=${context.raw(field.name) === 'true'}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
      />
      <span .textContent=${textIn(field.label, context.locale)}></span>
    </label>
  </div>`;
}
