import type { Field } from '@e-sewaka/contract';
import { addressParts, renderAddress } from './address.js';
import { renderCheckboxes, renderConfirm, renderRadios, renderSelect } from './choice.js';
import type { FieldContext, Raw } from './context.js';
import { renderDate } from './date.js';
import { renderLine } from './line.js';
import { painted } from './painted.js';
import type { Piece } from './piece.js';
import { renderTextarea } from './textarea.js';
import { renderBanjar, renderVillage } from './village.js';

export type { FieldContext, Raw } from './context.js';
export { idOf } from './context.js';

/** A field in a template. */
export function renderField(field: Field, context: FieldContext): ReturnType<typeof painted> {
  return painted(fieldPiece(field, context));
}

/** What a field looks like. */
export function fieldPiece(field: Field, context: FieldContext): Piece {
  switch (field.type) {
    case 'textarea':
      return renderTextarea(field, context);
    case 'date':
      return renderDate(field, context);
    case 'radios':
      return renderRadios(field, context);
    case 'select':
      return renderSelect(field, context);
    case 'checkboxes':
      return renderCheckboxes(field, context);
    case 'confirm':
      return renderConfirm(field, context);
    case 'village':
      return renderVillage(field, context);
    case 'banjar':
      return renderBanjar(field, context);
    case 'address':
      return renderAddress(field, context);
    default:
      return renderLine(field, context);
  }
}

function text(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}

function partsOf(data: FormData, name: string, parts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(parts.map((part) => [part, text(data, `${name}.${part}`)]));
}

/** What a person typed or chose in a field, as it stands in the form now. */
export function readField(field: Field, data: FormData): Raw {
  switch (field.type) {
    case 'checkboxes':
      return data.getAll(field.name).map(String);
    case 'date':
      return partsOf(data, field.name, ['day', 'month', 'year']);
    case 'address':
      return partsOf(data, field.name, addressParts(field));
    default:
      return text(data, field.name);
  }
}

/** Names of the native inputs of a field, the one to focus first. */
export function controlNames(field: Field): readonly string[] {
  if (field.type === 'date') return ['day', 'month', 'year'].map((part) => `${field.name}.${part}`);
  if (field.type === 'address') return addressParts(field).map((part) => `${field.name}.${part}`);
  return [field.name];
}
