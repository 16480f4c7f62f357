import type { Field } from '@e-sewaka/contract';
import { alertPath } from '../internal/icons.js';
import { textIn } from '../internal/text.js';
import { idOf, type FieldContext } from './context.js';
import { el, type Piece } from './piece.js';

/** What a control must carry so that hint and error are read with it. */
export interface Wiring {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: 'true' | undefined;
}

/** The message beside a control, after its hint; named as an error in words, and not by colour alone. */
export function errorLine(context: FieldContext, id: string, message: string | undefined): Piece | undefined {
  if (message === undefined) return undefined;
  return el('p', { class: 'error', id }, [
    el('span', { class: 'icon' }, [el('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' }, [el('path', { d: alertPath })])]),
    el('span', {}, [el('span', { class: 'visually-hidden' }, `${context.common('error_prefix')} `), el('span', {}, message)]),
  ]);
}

/** The words of a label, with the remark that it may be left empty. */
export function labelWords(context: FieldContext, field: Field): string | readonly Piece[] {
  const label = textIn(field.label, context.locale);
  return field.required === false ? optionalWords(context, label) : label;
}

/** Words with the remark that what they name may be left empty. */
export function optionalWords(context: FieldContext, words: string): readonly Piece[] {
  return [el('span', {}, `${words} `), el('span', { class: 'optional' }, context.common('optional'))];
}

/** The hint a field shows: its own, or the one of its type. */
export function hintOf(context: FieldContext, field: Field, fallback?: string): string | undefined {
  return field.hint ? textIn(field.hint, context.locale) : fallback;
}

/** The line of a hint. */
export function hintLine(id: string, hint: string | undefined): Piece | undefined {
  return hint === undefined ? undefined : el('p', { class: 'hint', id: `${id}-hint` }, hint);
}

/** Ids of hint and error that exist now, and whether the control is wrong. */
export function wire(context: FieldContext, name: string, pointer: string, hint: string | undefined): Wiring & { message: string | undefined } {
  const id = idOf(context, name);
  const message = context.problem(pointer);
  const described = [hint === undefined ? '' : `${id}-hint`, message === undefined ? '' : `${id}-error`].filter(Boolean).join(' ');
  return { id, message, describedBy: described || undefined, invalid: message === undefined ? undefined : 'true' };
}

const hidden = (context: FieldContext): string => (context.labelHidden ? ' visually-hidden' : '');

/** The class of a field, right or wrong. */
export const fieldClass = (message: string | undefined): string => (message === undefined ? 'field' : 'field wrong');

/** Label, hint and error around one control. */
export function frame(context: FieldContext, field: Field, hint: string | undefined, control: (wiring: Wiring) => readonly Piece[]): Piece {
  const wiring = wire(context, field.name, `/${field.name}`, hint);
  const { id, message } = wiring;
  return el('div', { class: fieldClass(message), 'data-field': field.name }, [
    el('label', { class: `label${hidden(context)}`, for: id }, labelWords(context, field)),
    hintLine(id, hint),
    errorLine(context, `${id}-error`, message),
    ...control(wiring),
  ]);
}

/** Legend, hint and error around several controls that answer one question. */
export function group(context: FieldContext, field: Field, hint: string | undefined, controls: (wiring: Wiring) => Piece): Piece {
  const wiring = wire(context, field.name, `/${field.name}`, hint);
  const { id, message, describedBy } = wiring;
  return el('fieldset', { class: fieldClass(message), 'data-field': field.name, 'aria-describedby': describedBy }, [
    el('legend', { class: `legend${hidden(context)}` }, labelWords(context, field)),
    hintLine(id, hint),
    errorLine(context, `${id}-error`, message),
    controls(wiring),
  ]);
}
