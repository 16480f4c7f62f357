import { document } from '@e-sewaka/contract/document';
import { isArray, isObject, type Json, type JsonObject } from './json.js';
import type { Lifetime } from './lifetime.js';

/** A JSON Schema. */
export type Schema = JsonObject;

/** One parameter of an operation. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required: boolean;
  readonly schema: Schema;
}

/** One way to be let in: scheme names with their scopes; all of them together. Empty: nobody needs to be known. */
export type Security = Readonly<Record<string, readonly string[]>>;

/** What the server needs to know of one operation. */
export interface Operation {
  readonly id: string;
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As in the contract: `/v1/regions/{code}`. */
  readonly path: string;
  readonly security: readonly Security[];
  readonly parameters: readonly Parameter[];
  /** Absent when the operation takes no JSON body. */
  readonly body?: { readonly schema: Schema; readonly required: boolean };
  /** Media types of the request body. */
  readonly accepts: readonly string[];
  readonly success: { readonly status: number; readonly schema?: Schema };
  /** Only for what is deprecated. */
  readonly lifetime?: Lifetime;
}

const methods = ['get', 'head', 'post', 'put', 'patch', 'delete'] as const;

const root: JsonObject = document as unknown as JsonObject;

/** The member of an object, or an empty object. */
const member = (value: Json | undefined, name: string): JsonObject => {
  const found = isJsonObject(value) ? value[name] : undefined;
  return isJsonObject(found) ? found : {};
};
const isJsonObject = (value: Json | undefined): value is JsonObject => isObject(value);
const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const items = (value: Json | undefined): readonly Json[] => (isArray(value) ? value : []);

/** Follows a local `$ref`, or returns the object itself. */
export function resolve(value: Json | undefined): JsonObject {
  let current = value;
  while (isJsonObject(current) && typeof current['$ref'] === 'string') current = at(current['$ref']);
  return isJsonObject(current) ? current : {};
}

function at(reference: string): Json | undefined {
  let current: Json | undefined = root;
  for (const part of reference.slice(2).split('/')) {
    const name = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
    current = isJsonObject(current) ? current[name] : undefined;
  }
  return current;
}

/** Every named schema of the contract. */
export const schemas: JsonObject = member(root['components'], 'schemas');

function readParameter(value: Json): Parameter {
  const parameter = resolve(value);
  return {
    name: text(parameter['name']),
    in: parameter['in'] as Parameter['in'],
    required: parameter['required'] === true,
    schema: resolve(parameter['schema']),
  };
}

function readSuccess(responses: JsonObject): Operation['success'] {
  const status = Object.keys(responses).find((code) => code.startsWith('2')) ?? '204';
  const json = member(member(resolve(responses[status]), 'content'), 'application/json')['schema'];
  return isJsonObject(json) ? { status: Number(status), schema: json } : { status: Number(status) };
}

function readLifetime(value: Json | undefined): Pick<Operation, 'lifetime'> {
  if (!isJsonObject(value)) return {};
  const endsOn = text(value['endsOn']);
  return { lifetime: { deprecatedOn: text(value['deprecatedOn']), see: text(value['see']), ...(endsOn === '' ? {} : { endsOn }) } };
}

function readOperation(
  path: string,
  shared: readonly Json[],
  method: (typeof methods)[number],
  value: JsonObject,
): Operation {
  const requestBody = resolve(value['requestBody']);
  const content = member(requestBody, 'content');
  const schema = member(content, 'application/json')['schema'];
  return {
    id: text(value['operationId']),
    method: method.toUpperCase() as Operation['method'],
    path,
    security: items(value['security'] ?? root['security']) as readonly Security[],
    parameters: [...shared, ...items(value['parameters'])].map(readParameter),
    accepts: Object.keys(content),
    success: readSuccess(member(value, 'responses')),
    ...readLifetime(value['x-lifetime']),
    ...(isJsonObject(schema) ? { body: { schema, required: requestBody['required'] === true } } : {}),
  };
}

/** Every operation of the contract, in the order of the document. */
export const contractOperations: readonly Operation[] = Object.entries(member(root, 'paths')).flatMap(
  ([path, value]) => {
    const entry = resolve(value);
    return methods.flatMap((method) => {
      const operation = entry[method];
      return isJsonObject(operation) ? [readOperation(path, items(entry['parameters']), method, operation)] : [];
    });
  },
);

/** Names of properties that the contract marks as personal data. */
export function personalNames(value: Json = root, found = new Set<string>()): ReadonlySet<string> {
  if (isArray(value)) for (const inner of value) personalNames(inner, found);
  if (!isJsonObject(value)) return found;
  for (const [name, schema] of Object.entries(member(value, 'properties'))) {
    if (isJsonObject(schema) && (schema['x-pii'] === true || resolve(schema)['x-pii'] === true)) found.add(name);
  }
  for (const inner of Object.values(value)) personalNames(inner, found);
  return found;
}
