import { describe, expect, it } from 'vitest';
import { findUnstorable } from './json.js';

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

describe('findUnstorable', () => {
  it.each([
    ['NUL', { a: { b: 'x\u0000' } }, '/a/b'],
    ['a lone surrogate', { a: ['ok', '\ud800'] }, '/a/1'],
    ['a prototype name', JSON.parse('{"a":{"__proto__":{"x":1}}}'), '/a'],
    ['a NUL in a name', { 'a\u0000': 1 }, ''],
  ])('points at %s', (_, value, pointer) => {
    expect(findUnstorable(value)?.pointer).toBe(pointer);
  });

  it('passes names with diacritics, emoji and right-to-left text', () => {
    expect(findUnstorable({ name: 'Ñi Luh Śri \u{1F600} אבג' })).toBeUndefined();
  });

  it('stops at a depth that no schema asks for', () => {
    expect(findUnstorable(nested(20))).toBeUndefined();
    expect(findUnstorable(nested(100_000))).toBeDefined();
  });
});
