import type { FastifyRequest } from 'fastify';
import { problem, type FieldProblem } from '../problems.js';
import { isObject } from './json.js';
import type { Operation, Parameter } from './contract.js';
import { readParameter, readQuery, type ParameterValue } from './parameters.js';
import { checkFor, type Check } from './validation.js';

/** A request after the contract has judged it. */
export interface ReadInput {
  readonly path: Readonly<Record<string, ParameterValue>>;
  readonly query: Readonly<Record<string, ParameterValue>>;
  readonly body: unknown;
}

const refuse = (error: FieldProblem): never => {
  throw problem('invalid_request', { errors: [error] });
};

/** Makes the reader of one operation's requests: 400 with a pointer for whatever does not fit. */
export function inputReader(operation: Operation): (request: FastifyRequest) => ReadInput {
  const checks = new Map<Parameter, Check>(
    operation.parameters.map((parameter) => [parameter, checkFor(parameter.schema)]),
  );
  const checkBody = operation.body ? checkFor(operation.body.schema) : undefined;

  const checkValue = (parameter: Parameter, value: ParameterValue): void => {
    const found = checks.get(parameter)?.(value);
    if (found === undefined) return;
    if (parameter.name === 'If-Match') throw problem('precondition_failed');
    refuse({
      ...found,
      pointer: `/${parameter.in}/${parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name}`,
    });
  };

  return (request) => {
    const query = queryOf(operation, request.url);
    const path = pathOf(operation, request.params);
    for (const parameter of operation.parameters) {
      const value = valueOf(parameter, request, { path, query });
      if (value !== undefined) checkValue(parameter, value);
      else if (parameter.in === 'header' && parameter.required && !ownRefusal.has(parameter.name)) {
        refuse({ pointer: `/header/${parameter.name.toLowerCase()}`, code: 'required' });
      }
    }
    return { path, query, body: bodyOf(operation, checkBody, request.body) };
  };
}

function valueOf(
  parameter: Parameter,
  request: FastifyRequest,
  read: Pick<ReadInput, 'path' | 'query'>,
): ParameterValue | undefined {
  if (parameter.in === 'path') return read.path[parameter.name];
  if (parameter.in === 'query') return read.query[parameter.name];
  return parameter.in === 'header' ? request.headers[parameter.name.toLowerCase()] : undefined;
}

/** Headers whose absence has a problem code of its own. */
const ownRefusal = new Set(['Idempotency-Key', 'If-Match', 'X-Sewaka-Request']);

function queryOf(operation: Operation, url: string): ReadInput['query'] {
  const mark = url.indexOf('?');
  const reading = readQuery(operation.parameters, mark === -1 ? '' : url.slice(mark + 1));
  if ('identifier' in reading) throw problem('identifier_in_query');
  return 'error' in reading ? refuse(reading.error) : reading.values;
}

function pathOf(operation: Operation, params: unknown): ReadInput['path'] {
  const values: Record<string, ParameterValue> = {};
  for (const parameter of operation.parameters.filter((known) => known.in === 'path')) {
    const text = isObject(params) ? params[parameter.name] : undefined;
    const value = typeof text === 'string' ? readParameter(parameter, text) : undefined;
    values[parameter.name] = value ?? refuse({ pointer: `/path/${parameter.name}`, code: 'wrong_type' });
  }
  return values;
}

function bodyOf(operation: Operation, check: Check | undefined, body: unknown): unknown {
  if (operation.body === undefined || check === undefined) return undefined;
  if (body === undefined || body === null) {
    if (operation.body.required) refuse({ pointer: '', code: 'required' });
    return undefined;
  }
  const found = check(body);
  return found === undefined ? body : refuse(found);
}
