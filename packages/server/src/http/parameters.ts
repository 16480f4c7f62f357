import type { FieldProblem } from '../problems.js';
import { resolve, type Parameter, type Schema } from './contract.js';

/** A parsed parameter: only what a schema can say, never a guess. */
export type ParameterValue = string | number | boolean | readonly (string | number | boolean)[];

const wholeNumber = /^-?(0|[1-9][0-9]{0,14})$/;
const nik = /[0-9]{16}/;

/** Reads one text by its schema; undefined when it is not a spelling of that type. */
function readScalar(schema: Schema, text: string): string | number | boolean | undefined {
  switch (resolve(schema)['type']) {
    case 'integer':
      return wholeNumber.test(text) ? Number(text) : undefined;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'number':
      return undefined;
    default:
      return text;
  }
}

/** Reads a parameter strictly: `5` is an integer, ` 5`, `05`, `0x5`, `5e0` and `1e309` are not. */
export function readParameter(parameter: Parameter, text: string): ParameterValue | undefined {
  const { schema } = parameter;
  if (schema['type'] !== 'array') return readScalar(schema, text);
  const values = text.split(',').map((part) => readScalar(resolve(schema['items']), part));
  return values.every((value) => value !== undefined) ? values : undefined;
}

/** What a query string says, or what is wrong with it. */
export type QueryReading =
  | { readonly values: Readonly<Record<string, ParameterValue>> }
  | { readonly error: FieldProblem }
  | { readonly identifier: true };

/** Reads a raw query: unknown and repeated names are refused, and so is anything that looks like a NIK. */
export function readQuery(parameters: readonly Parameter[], rawQuery: string): QueryReading {
  const values: Record<string, ParameterValue> = Object.create(null) as Record<string, ParameterValue>;
  for (const [name, text] of new URLSearchParams(rawQuery)) {
    const pointer = `/query/${name.slice(0, 40).replaceAll(/[^\w-]/g, '?')}`;
    if (nik.test(text.replaceAll(/[ .-]/g, '')) && name !== 'cursor') return { identifier: true };
    const parameter = parameters.find((known) => known.in === 'query' && known.name === name);
    if (parameter === undefined) return { error: { pointer, code: 'unknown_field' } };
    if (name in values) return { error: { pointer, code: 'repeated' } };
    const value = readParameter(parameter, text);
    if (value === undefined) return { error: { pointer, code: 'wrong_type' } };
    values[name] = value;
  }
  const missing = parameters.find((known) => known.in === 'query' && known.required && !(known.name in values));
  return missing ? { error: { pointer: `/query/${missing.name}`, code: 'required' } } : { values };
}
