import { resolve, type Schema } from './contract.js';
import { isObject, type Json, type JsonObject } from './json.js';

/**
 * Copies a value as far as the schema declares it. What the contract does not name does not leave the house: the
 * privacy filter of every answer. It never refuses: a missing property stays missing.
 */
export function strip(schema: Schema, value: unknown): unknown {
  if (Array.isArray(value)) return stripItems(schema, value);
  if (!isObject(value)) return value;
  const declared = declarationsOf(schema, value);
  if (declared.open) return value;
  const copy: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    if (inner === undefined) continue;
    const property = declared.properties.get(name) ?? declared.additional;
    if (property !== undefined) copy[name] = property === true ? inner : strip(property, inner);
  }
  return copy;
}

function stripItems(schema: Schema, value: readonly unknown[]): unknown {
  const target = pick(resolve(schema), value);
  const items = target['items'];
  return isObject(items) ? value.map((item) => strip(items, item)) : value;
}

interface Declarations {
  readonly properties: Map<string, Schema | true>;
  additional: Schema | true | undefined;
  /** Nothing is declared at all: any object. */
  open: boolean;
}

/** Everything a schema says about the properties of this very value, through `$ref`, `allOf`, `oneOf` and `anyOf`. */
function declarationsOf(schema: Schema, value: Readonly<Record<string, unknown>>): Declarations {
  const found: Declarations = { properties: new Map(), additional: undefined, open: false };
  collect(schema, value, found);
  found.open = found.properties.size === 0 && found.additional === true;
  return found;
}

function collect(schema: Schema, value: Readonly<Record<string, unknown>>, found: Declarations): void {
  const { $ref: reference, ...beside } = schema;
  if (reference !== undefined) collect(resolve(schema), value, found);
  for (const [name, property] of Object.entries(isObject(beside['properties']) ? beside['properties'] : {})) {
    found.properties.set(name, isObject(property) ? property : true);
  }
  const additional = beside['additionalProperties'];
  if (additional === true) found.additional = true;
  else if (isObject(additional)) found.additional = additional;
  for (const part of list(beside['allOf'])) collect(part, value, found);
  for (const union of [list(beside['oneOf']), list(beside['anyOf'])]) {
    const member = union.find((candidate) => fits(candidate, value)) ?? union[0];
    if (member !== undefined) collect(member, value, found);
  }
}

const list = (value: Json | undefined): readonly Schema[] =>
  Array.isArray(value) ? value.filter((part): part is JsonObject => isObject(part)) : [];

/** A quick judgement for choosing a member of a union: type, constants and required names agree. */
function fits(schema: Schema, value: unknown): boolean {
  const target = resolve(schema);
  if (!typeFits(target['type'], value)) return false;
  if ('const' in target && target['const'] !== value) return false;
  if (Array.isArray(target['enum']) && !target['enum'].includes(value)) return false;
  if (
    typeof target['pattern'] === 'string' &&
    typeof value === 'string' &&
    !new RegExp(target['pattern'], 'u').test(value)
  )
    return false;
  if (list(target['allOf']).some((part) => !fits(part, value))) return false;
  for (const union of [target['oneOf'], target['anyOf']]) {
    if (Array.isArray(union) && !list(union).some((part) => fits(part, value))) return false;
  }
  if (!isObject(value)) return true;
  const required = Array.isArray(target['required']) ? target['required'] : [];
  if (required.some((name) => typeof name === 'string' && value[name] === undefined)) return false;
  const properties = isObject(target['properties']) ? target['properties'] : {};
  return Object.entries(properties).every(
    ([name, property]) => value[name] === undefined || fits(resolve(property), value[name]),
  );
}

function typeFits(type: Json | undefined, value: unknown): boolean {
  if (type === undefined) return true;
  const actual =
    value === null
      ? 'null'
      : Array.isArray(value)
        ? 'array'
        : typeof value === 'number' && Number.isInteger(value)
          ? 'integer'
          : typeof value;
  const wanted = Array.isArray(type) ? type : [type];
  return wanted.includes(actual) || (actual === 'integer' && wanted.includes('number'));
}

/** For an array value: the member of a union that describes arrays. */
function pick(schema: Schema, value: readonly unknown[]): Schema {
  const members = [...list(schema['oneOf']), ...list(schema['anyOf'])];
  const member = members.find((candidate) => fits(candidate, value));
  return member === undefined ? schema : resolve(member);
}
