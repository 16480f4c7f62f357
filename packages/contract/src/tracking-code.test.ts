import { describe, expect, it } from 'vitest';
import { checkCharacter, createTrackingCode, formatTrackingCode, parseTrackingCode } from './tracking-code.js';

const code = createTrackingCode(Uint8Array.from([1, 35, 69, 103, 137, 171, 205, 239, 18, 52, 86, 120]));

it('makes twenty characters without I, L, O and U', () => {
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/u);
  expect(createTrackingCode(new Uint8Array(12))).toBe('0'.repeat(20));
  expect(createTrackingCode(new Uint8Array(12).fill(255))).not.toBe(createTrackingCode(new Uint8Array(12).fill(254)));
  expect(() => createTrackingCode(new Uint8Array(11))).toThrow(RangeError);
});

it('uses 95 of the bits', () => {
  const codes = new Set<string>();
  for (let bit = 0; bit < 95; bit += 1) {
    const bytes = new Uint8Array(12);
    bytes[11 - Math.floor(bit / 8)] = 1 << bit % 8;
    codes.add(createTrackingCode(bytes));
  }
  expect(codes.size).toBe(95);
});

describe('parseTrackingCode', () => {
  it('reads codes as people copy them', () => {
    const shown = formatTrackingCode(code);
    expect(shown).toMatch(/^(.{4}-){4}.{4}$/u);
    expect(formatTrackingCode(shown)).toBe(shown);
    for (const typed of [code, shown, shown.toLowerCase(), ` ${shown.replaceAll('-', ' ')} `, shown.replaceAll('0', 'o').replaceAll('1', 'l'), shown.replaceAll('-', '–')])
      expect(parseTrackingCode(typed)).toBe(code);
  });
  it('notices every single wrong character', () => {
    for (let at = 0; at < 20; at += 1)
      for (const wrong of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') if (wrong !== code[at]) expect(parseTrackingCode(code.slice(0, at) + wrong + code.slice(at + 1))).toBeUndefined();
  });
  it('notices any two exchanged characters', () => {
    for (let a = 0; a < 20; a += 1)
      for (let b = a + 1; b < 20; b += 1) {
        const letters = [...code];
        [letters[a], letters[b]] = [code.charAt(b), code.charAt(a)];
        if (code[a] !== code[b]) expect(parseTrackingCode(letters.join(''))).toBeUndefined();
      }
  });
  it.each(['', 'ABC', `${code}0`, `${code.slice(1)}`, 'U'.repeat(20), '__proto__', '😀'])('refuses %j', (typed) => {
    expect(parseTrackingCode(typed)).toBeUndefined();
  });
  it('refuses endless text', () => {
    expect(parseTrackingCode('-'.repeat(1_000_000) + code)).toBeUndefined();
    expect(() => checkCharacter('abc')).toThrow(RangeError);
  });
});
