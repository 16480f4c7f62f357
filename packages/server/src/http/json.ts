/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
/** A JSON object. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** Tells whether a value is a JSON object (not an array, not null). */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Tells whether a JSON value is an array. */
export const isArray = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

const depthAtMost = 24;

/** Escapes one part of an RFC 6901 pointer. */
export const pointerPart = (name: string | number): string =>
  `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/**
 * Finds what no field may hold: NUL and lone surrogates (no database stores them alike), names that reach a prototype,
 * and nesting deeper than any schema. Returns the pointer of the first one.
 */
export function findUnstorable(
  value: unknown,
  pointer = '',
  depth = 0,
): { readonly pointer: string; readonly code: string } | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : { pointer, code: 'wrong_format' };
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth === depthAtMost) return { pointer, code: 'too_long' };
  for (const [name, inner] of Object.entries(value)) {
    if (!isStorable(name) || name === '__proto__') return { pointer, code: 'unknown_field' };
    const found = findUnstorable(inner, pointer + pointerPart(name), depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

const loneSurrogate = /\p{Surrogate}/u;

const isStorable = (text: string): boolean => !text.includes('\u0000') && !loneSurrogate.test(text);
