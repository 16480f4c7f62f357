import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { operationsOf, pascal, root } from './places.mjs';

/** Every refusal the contract knows, by code: status, title, and what implies it. */
export function readProblems() {
  return parse(readFileSync(join(root, 'openapi/problems.yaml'), 'utf8'));
}

/** Writes out each operation's refusals as responses whose `code` is an enum of exactly what it may say. */
export function expandProblems(document, problems = readProblems()) {
  const { schemas } = document.components;
  schemas.ProblemCode = {
    type: 'string',
    description: schemas.ProblemCode.description,
    enum: Object.keys(problems).sort(),
  };
  const responses = (document.components.responses ??= {});
  const examples = (document.components.examples ??= {});
  for (const { method, operation, parameters } of operationsOf(document)) {
    const byStatus = Map.groupBy(codesOf(operation, method, parameters, problems), (code) => problems[code].status);
    for (const [status, codes] of [...byStatus].sort(([a], [b]) => a - b)) {
      const name = codes.map(pascal).join('Or');
      responses[name] ??= response(status, codes, problems);
      for (const code of codes) examples[`problem-${code}`] ??= example(code, problems[code]);
      operation.responses[status] = { $ref: `#/components/responses/${name}` };
    }
    delete operation['x-problems'];
  }
}

function codesOf(operation, method, parameters, problems) {
  const header = (name) => parameters.some((one) => one.in === 'header' && one.name === name);
  const schemes = new Set(operation.security.flatMap((one) => Object.keys(one)));
  const guarded = [...schemes].some((scheme) => scheme !== 'publishable');
  const implied = {
    always: true,
    never: false,
    input: parameters.length > 0 || operation.requestBody !== undefined,
    body: operation.requestBody !== undefined,
    idempotencyKey: header('Idempotency-Key'),
    ifMatch: header('If-Match'),
    security: guarded,
    origin: schemes.has('publishable') || (schemes.has('officer') && method !== 'get'),
  };
  const own = operation['x-problems'];
  if (!own) throw new Error(`${operation.operationId} has no x-problems`);
  for (const code of own)
    if (!problems[code]) throw new Error(`${operation.operationId} names an unknown problem ${code}`);
  const derived = Object.keys(problems).filter((code) => implied[problems[code].implied]);
  return [...new Set([...own, ...derived])].sort();
}

function response(status, codes, problems) {
  const header = (name) => ({ $ref: `#/components/headers/${name}` });
  const waits = status === 429 || status === 503;
  return {
    description: codes.map((code) => `${problems[code].title} (\`${code}\`).`).join(' '),
    headers: {
      'X-Request-Id': header('XRequestId'),
      RateLimit: header('RateLimit'),
      'RateLimit-Policy': header('RateLimitPolicy'),
      ...(waits ? { 'Retry-After': header('RetryAfter') } : {}),
    },
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            { $ref: '#/components/schemas/Problem' },
            {
              type: 'object',
              required: ['status', 'code'],
              properties: { status: { type: 'integer', const: status }, code: { type: 'string', enum: codes } },
            },
          ],
        },
        examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/problem-${code}` }])),
      },
    },
  };
}

function example(code, { status, title }) {
  const value = {
    type: `urn:e-sewaka:problem:${code}`,
    title,
    status,
    code,
    requestId: '2f1b7a52-6c1e-4c7e-9d55-0f1f6f0f9001',
  };
  if (status === 429 || status === 503) value.retryAfter = 30;
  if (code === 'validation_failed') value.errors = [{ pointer: '/answers/nik', code: 'wrong_format' }];
  return { summary: title, value };
}
