import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { FieldProblem } from '../problems.js';
import { resolve, schemas, type Schema } from './contract.js';
import { isObject, pointerPart, type Json, type JsonObject } from './json.js';

/** Says what is wrong with a value; undefined when nothing is. */
export type Check = (value: unknown) => FieldProblem | undefined;

const contractId = 'contract';

/**
 * Answers are judged by `checkAnswers`, which knows the service as it is now, village-own ones too, and refuses with
 * 422; the envelope only bounds them.
 */
const anyAnswers: JsonObject = { type: 'object', maxProperties: 200 };

/** Copies a schema for Ajv: local references become absolute, answers are left to the rules. */
function adapt(value: Json): Json {
  if (Array.isArray(value)) return value.map(adapt);
  if (!isObject(value)) return value;
  const copy: Record<string, Json> = {};
  for (const [name, inner] of Object.entries(value)) {
    if (name.startsWith('x-') || name === 'discriminator' || name === 'example') continue;
    if (name === '$ref' && typeof inner === 'string')
      copy[name] = inner.replace('#/components/schemas/', `${contractId}#/$defs/`);
    else if (name === 'properties' && isObject(inner)) copy[name] = adaptProperties(inner);
    else if (name === 'const' || name === 'enum' || name === 'default' || name === 'examples') copy[name] = inner;
    else copy[name] = adapt(inner);
  }
  return copy;
}

function adaptProperties(properties: JsonObject): JsonObject {
  const entries = Object.entries(properties).map(
    ([name, schema]) => [name, name === 'answers' ? anyAnswers : adapt(schema)] as const,
  );
  return Object.fromEntries(entries);
}

let shared: Ajv2020 | undefined;

function ajv(): Ajv2020 {
  if (shared === undefined) {
    shared = new Ajv2020({
      strict: true,
      strictRequired: false,
      strictTypes: false,
      allowUnionTypes: true,
      validateFormats: false,
      ownProperties: true,
      coerceTypes: false,
      removeAdditional: false,
      useDefaults: false,
      allErrors: false,
    });
    shared.addSchema({ $id: contractId, $defs: adapt(schemas) });
  }
  return shared;
}

/** The problem codes of JSON Schema keywords; the same words `checkAnswers` uses. */
const codes: Readonly<Record<string, string>> = {
  required: 'required',
  additionalProperties: 'unknown_field',
  unevaluatedProperties: 'unknown_field',
  propertyNames: 'unknown_field',
  type: 'wrong_type',
  pattern: 'wrong_format',
  format: 'wrong_format',
  minLength: 'too_short',
  maxLength: 'too_long',
  minItems: 'too_short',
  maxItems: 'too_long',
  minProperties: 'too_short',
  maxProperties: 'too_long',
  minimum: 'too_small',
  exclusiveMinimum: 'too_small',
  maximum: 'too_large',
  exclusiveMaximum: 'too_large',
  enum: 'not_an_option',
  const: 'not_an_option',
  uniqueItems: 'repeated',
};

const combining = new Set(['oneOf', 'anyOf', 'if', 'not', 'propertyNames']);

function toProblem(errors: readonly ErrorObject[]): FieldProblem {
  const telling = errors.filter((error) => !combining.has(error.keyword));
  const [first] = [...(telling.length > 0 ? telling : errors)].sort(
    (a, b) => b.instancePath.length - a.instancePath.length,
  );
  if (first === undefined) return { pointer: '', code: 'wrong_type' };
  const params: Readonly<Record<string, unknown>> = first.params;
  const name = params['missingProperty'] ?? params['additionalProperty'];
  const pointer = first.instancePath + (typeof name === 'string' ? pointerPart(name) : '');
  const limit = params['limit'];
  return {
    pointer: pointer.slice(0, 300),
    code: codes[first.keyword] ?? 'wrong_type',
    ...(typeof limit === 'number' ? { params: { limit } } : {}),
  };
}

function compile(schema: Schema): Check {
  let validate: ValidateFunction | undefined;
  return (value) => {
    validate ??= ajv().compile(adapt(schema) as JsonObject);
    return validate(value) ? undefined : toProblem(validate.errors ?? []);
  };
}

/**
 * Makes the check of a schema; it is compiled when first used, so that starting stays quick. A union over all services
 * names its common part as `x-envelope`: that is checked here, and the answers by the rules of the service.
 */
export function checkFor(schema: Schema): Check {
  const envelope = resolve(schema)['x-envelope'];
  return compile(typeof envelope === 'string' ? { $ref: `#/components/schemas/${envelope}` } : schema);
}
