import type { Service } from '@e-sewaka/contract';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Finding } from '../outline.js';
import { serviceFormat } from './service.js';

let compiled: ValidateFunction<Service> | undefined;

/** The compiled format; compiling costs some milliseconds, so it happens on first use only. */
function format(): ValidateFunction<Service> {
  compiled ??= new Ajv2020({
    strict: true,
    allErrors: true,
    allowUnionTypes: true,
    discriminator: true,
    ownProperties: true,
    code: { optimize: false },
  }).compile<Service>(serviceFormat);
  return compiled;
}

/** Checks a parsed file against the service format: the service itself, or what is wrong with it. */
export function checkFormat(value: unknown): { readonly service?: Service; readonly findings: readonly Finding[] } {
  const validate = format();
  if (validate(value)) return { service: value, findings: [] };
  return { findings: (validate.errors ?? []).map(toFinding) };
}

/** What the schema found, in words, at its place. */
export function toFinding(error: ErrorObject): Finding {
  const path = error.instancePath.split('/').slice(1).map(unescapePointer);
  const params: Readonly<Record<string, unknown>> = error.params;
  switch (error.keyword) {
    case 'additionalProperties':
      return {
        path: [...path, String(params['additionalProperty'])],
        atKey: true,
        reason: `"${String(params['additionalProperty'])}" is not a known key here`,
      };
    case 'required':
      return { path, reason: missing(String(params['missingProperty'])) };
    case 'discriminator':
      return { path: [...path, 'type'], reason: `"type" is missing or not a known field type` };
    case 'enum':
      return { path, reason: `must be one of ${listed(params['allowedValues'])}` };
    case 'const':
      return { path, reason: `must be ${String(params['allowedValue'])}` };
    case 'type':
      return { path, reason: `must be of type ${[params['type']].flat().join(' or ')}` };
    default:
      return { path, reason: error.message ?? `fails "${error.keyword}"` };
  }
}

/** What to write where a key is missing that files of an earlier release do not have. */
const remedies: ReadonlyMap<string, string> = new Map([
  ['abbreviation', 'add two to ten capitals that name the letter type in the letter number, such as "abbreviation: SKD"'],
]);

function missing(key: string): string {
  const remedy = remedies.get(key);
  return `"${key}" is missing${remedy === undefined ? '' : `: ${remedy}`}`;
}

function listed(values: unknown): string {
  return Array.isArray(values) ? values.join(', ') : String(values);
}

function unescapePointer(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}
