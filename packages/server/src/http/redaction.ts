import { piiNames } from '@e-sewaka/contract';

const secretNames = [
  'authorization',
  'cookie',
  'code',
  'key',
  'password',
  'pin',
  'secret',
  'token',
  'value',
  'name',
  'holderName',
  'content',
];
const hiddenNames = new Set([...piiNames, ...secretNames].map((name) => name.toLowerCase().replaceAll('_', '')));
const hidden = '[redacted]';

/** Values that must not stand in a log, wherever they turn up: identifiers, phone numbers, e-mail addresses, tokens, keys. */
const patterns: readonly RegExp[] = [
  /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g,
  /\b(?:set|pk)_[\w-]{16,}/g,
  /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g,
  /(?<!\d)\d{16}(?!\d)/g,
  /(?:\+62|\b0)8[\d -]{7,14}\d/g,
  /postgres(?:ql)?:\/\/[^\s"]+/g,
];

/** Takes out of a text what looks like personal data or a secret. */
export const redactText = (text: string): string =>
  patterns.reduce((clean, pattern) => clean.replaceAll(pattern, hidden), text);

const depthAtMost = 6;

/** Copies what is to be logged without personal data: by name and by look. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (value instanceof Error) return redactError(value, depth);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= depthAtMost) return '[deep]';
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      hiddenNames.has(name.toLowerCase().replaceAll('_', '')) ? hidden : redact(inner, depth + 1),
    ]),
  );
}

function redactError(error: Error, depth: number): unknown {
  const { cause } = error;
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const stack = error.stack === undefined ? {} : { stack: redactText(error.stack) };
  const because = cause === undefined || depth >= depthAtMost ? {} : { cause: redact(cause, depth + 1) };
  return { type: error.name, message: redactText(error.message), ...code, ...stack, ...because };
}
