import { piiNames } from '@e-sewaka/contract';
import { mask, redactText } from './redact-text.js';

const names = new Set<string>(piiNames);

/**
 * A copy of a value that is safe to log: everything under a name that the contract marks as personal or secret is
 * masked at any depth, and all other texts are searched for what looks like personal data.
 */
export function redact(value: unknown): unknown {
  return copy(value, new WeakSet());
}

function copy(value: unknown, seen: WeakSet<object>): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'number' || typeof value === 'bigint') return redactText(String(value)) === mask ? mask : value;
  if (typeof value !== 'object' || value === null) return value;
  if (seen.has(value)) return '[circular]';
  seen.add(value);
  if (Array.isArray(value)) return value.map((item) => copy(item, seen));
  if (value instanceof Headers || value instanceof Map) return copy(Object.fromEntries(value), seen);
  if (value instanceof Error) return { name: value.name, message: redactText(value.message) };
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [redactText(name), isPrivate(name) ? mask : copy(item, seen)]),
  );
}

function isPrivate(name: string): boolean {
  return names.has(name) || /^(?:authorization|cookie|set-cookie|idempotency-key|x-sewaka-key)$/i.test(name);
}
