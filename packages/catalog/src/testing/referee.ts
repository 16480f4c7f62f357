import type { Service } from '@e-sewaka/contract';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { deriveAnswersSchema } from '../index.js';

/** Compiles a service's derived schema as the server compiles the contract; schemas that strict mode dislikes throw. */
export function compileAnswers(service: Service): (answers: unknown) => boolean {
  const ajv = new Ajv2020({ strict: true, ownProperties: true, keywords: ['x-pii'] });
  const validate = ajv.compile(deriveAnswersSchema(service));
  return (answers) => validate(answers) === true;
}
