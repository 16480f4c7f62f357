import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { operationsOf, root } from './places.mjs';

const everywhere = {
  'X-Request-Id': 'XRequestId',
  RateLimit: 'RateLimit',
  'RateLimit-Policy': 'RateLimitPolicy',
  Deprecation: 'Deprecation',
  Sunset: 'Sunset',
};

/** Declares the headers that every answer carries, and the mark of a replay where a key was taken. */
export function expandHeaders(document) {
  const known = parse(readFileSync(join(root, 'openapi/headers.yaml'), 'utf8'));
  const headers = (document.components.headers ??= {});
  for (const name of [...Object.values(everywhere), 'RetryAfter', 'IdempotencyReplayed']) headers[name] ??= known[name];
  for (const { operation, parameters } of operationsOf(document)) {
    const keyed = parameters.some((one) => one.name === 'Idempotency-Key');
    for (const [status, response] of Object.entries(operation.responses)) {
      if (response.$ref) continue;
      response.headers ??= {};
      for (const [header, name] of Object.entries(everywhere)) response.headers[header] ??= reference(name);
      if (keyed && status.startsWith('2')) response.headers['Idempotency-Replayed'] = reference('IdempotencyReplayed');
    }
  }
}

function reference(name) {
  return { $ref: `#/components/headers/${name}` };
}
