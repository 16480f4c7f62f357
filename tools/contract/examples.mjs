import { createRequire } from 'node:module';
import { operationsOf, resolve } from '../generate/places.mjs';

// The root's own ajv belongs to ESLint and is too old for 2020-12.
const require = createRequire(new URL('../../packages/catalog/package.json', import.meta.url));
const { Ajv2020 } = require('ajv/dist/2020.js');

/** Keywords of OpenAPI and our own marks; they say nothing about validity. */
export const vocabulary = [
  'discriminator',
  'x-pii',
  'x-secret',
  'x-masked',
  'x-audience',
  'x-envelope',
  'x-prefix',
  'x-open',
  'x-service-version',
];

/** A validator for any schema of the document, by reference or inline, in plain 2020-12. */
export function validatorFor(document) {
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allErrors: false,
    validateFormats: false,
    ownProperties: true,
  });
  ajv.addVocabulary(vocabulary);
  const local = (schema) =>
    JSON.parse(JSON.stringify(schema).replaceAll('"#/components/schemas/', '"contract#/$defs/'));
  ajv.addSchema(local({ $defs: document.components.schemas }), 'contract');
  return (schema) => ajv.compile(local(schema));
}

/** Every example of requests and answers, with its schema and where it stands. */
export function examplesOf(document) {
  return operationsOf(document).flatMap(({ operation }) => {
    const places = [['request', operation.requestBody], ...Object.entries(operation.responses)];
    return places.flatMap(([place, node]) =>
      Object.entries(resolve(document, node)?.content ?? {}).flatMap(([media, { schema, examples }]) =>
        Object.entries(examples ?? {}).map(([name, example]) => ({
          name: `${operation.operationId} ${place} ${media} ${name}`,
          schema,
          value: resolve(document, example).value,
        })),
      ),
    );
  });
}

/** The examples that do not fit their schema, and every string in one that looks like a real person's NIK. */
export function exampleProblems(document) {
  const compile = validatorFor(document);
  const compiled = new Map();
  return examplesOf(document).flatMap(({ name, schema, value }) => {
    const key = JSON.stringify(schema);
    if (!compiled.has(key)) compiled.set(key, compile(schema));
    const validate = compiled.get(key);
    const wrong = validate(value)
      ? []
      : validate.errors.map((error) => `${name}: ${error.instancePath || '/'} ${error.message}`);
    const real = [...JSON.stringify(value).matchAll(/"([0-9]{16})"/g)]
      .filter(([, digits]) => digits[12] !== '9')
      .map(([, digits]) => `${name}: ${digits} has no synthetic serial (9xxx)`);
    return [...wrong, ...real];
  });
}
