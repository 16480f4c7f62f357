import type { Service } from '@e-sewaka/contract';
import { registerSchema, unregisterSchema, validate, type Validator } from '@hyperjump/json-schema/draft-2020-12';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { deriveAnswersSchema, type JsonSchema } from '../index.js';

/** Compiles a schema as the server compiles the contract; schemas that strict mode dislikes throw. */
export function accepts(schema: JsonSchema): (value: unknown) => boolean {
  const ajv = new Ajv2020({ strict: true, ownProperties: true, keywords: ['x-pii'] });
  const check = ajv.compile(schema);
  return (value) => check(value) === true;
}

/** Compiles a service's derived schema. */
export function compileAnswers(service: Service): (answers: unknown) => boolean {
  return accepts(deriveAnswersSchema(service));
}

/** The same with Hyperjump, which shares no code with Ajv. */
export async function compileSecond(service: Service): Promise<(answers: unknown) => boolean> {
  const uri = `https://e-sewaka.example/answers/${service.id}`;
  registerSchema({ ...deriveAnswersSchema(service), $schema: 'https://json-schema.org/draft/2020-12/schema' }, uri);
  try {
    const check = await validate(uri);
    return (answers) => check(toJson(answers)).valid;
  } finally {
    unregisterSchema(uri);
  }
}

function toJson(value: unknown): Parameters<Validator>[0] {
  return JSON.parse(JSON.stringify(value)) as Parameters<Validator>[0];
}
