import type { CheckboxesField, ChoiceField, ConfirmField, Option } from '@e-sewaka/contract';
import { textIn } from '../internal/text.js';
import { rawText, type FieldContext } from './context.js';
import { errorLine, fieldClass, frame, group, hintLine, hintOf, wire, type Wiring } from './frame.js';
import { el, type Piece } from './piece.js';

function choice(context: FieldContext, name: string, option: Option, kind: 'radio' | 'checkbox', index: number, wiring: Wiring, checked: boolean): Piece {
  // The first option has the field's own id, so that links to the field reach it.
  const id = index === 0 ? wiring.id : `${wiring.id}-${option.value}`;
  const about = option.hint && `${id}-about`;
  return el('label', { class: 'choice' }, [
    el('input', { type: kind, id, name, value: option.value, checked, 'data-exclusive': option.exclusive, 'aria-describedby': about }),
    el('span', {}, textIn(option.label, context.locale)),
    option.hint && el('span', { class: 'hint', id: about }, textIn(option.hint, context.locale)),
  ]);
}

function options(field: ChoiceField | CheckboxesField, context: FieldContext, kind: 'radio' | 'checkbox'): Piece {
  const raw = context.raw(field.name);
  const chosen = Array.isArray(raw) ? raw : [raw];
  return group(context, field, hintOf(context, field), (wiring) =>
    el('div', {}, field.options.map((option, index) => choice(context, field.name, option, kind, index, wiring, chosen.includes(option.value)))),
  );
}

/** One of a few options. */
export function renderRadios(field: ChoiceField, context: FieldContext): Piece {
  return options(field, context, 'radio');
}

/** Any of several options; an exclusive one is unticked by the others, and unticks them. */
export function renderCheckboxes(field: CheckboxesField, context: FieldContext): Piece {
  return options(field, context, 'checkbox');
}

/** One of many options. */
export function renderSelect(field: ChoiceField, context: FieldContext): Piece {
  const chosen = rawText(context, field.name);
  return frame(context, field, hintOf(context, field), ({ id, describedBy, invalid }) => [
    el('select', { class: 'control', id, name: field.name, autocomplete: field.autocomplete, 'aria-describedby': describedBy, 'aria-invalid': invalid }, [
      el('option', { value: '' }, context.say('choose')),
      ...field.options.map((option) => el('option', { value: option.value, selected: option.value === chosen }, textIn(option.label, context.locale))),
    ]),
  ]);
}

/** A statement to tick. */
export function renderConfirm(field: ConfirmField, context: FieldContext): Piece {
  const { name } = field;
  const hint = hintOf(context, field);
  const { id, describedBy, invalid, message } = wire(context, name, `/${name}`, hint);
  const checked = context.raw(name) === 'true';
  return el('div', { class: fieldClass(message), 'data-field': name }, [
    hintLine(id, hint),
    errorLine(context, `${id}-error`, message),
    el('label', { class: 'choice' }, [
      el('input', { type: 'checkbox', id, name, value: 'true', checked, 'aria-describedby': describedBy, 'aria-invalid': invalid }),
      el('span', {}, textIn(field.label, context.locale)),
    ]),
  ]);
}
