import { describe, expect, it } from 'vitest';
import { defaultNumberMask, formatLetterNumber, letterDate, renderTemplate, romanMonth, templateNames, terbilang, validUntil } from './letters.js';

const parts = { classification: '470', abbreviation: 'SKD', number: 12, villageCode: '51.71.04.2001', on: '2025-03-29' };

describe('letter number', () => {
  it.each([
    [defaultNumberMask, '470/012/SKD/5171042001/III/2025'],
    ['[nomor_surat]/DPK/[bulan]/[tahun]', '12/DPK/03/2025'],
    ['[nomor_surat,5]', '00012'],
    ['tanpa isian', 'tanpa isian'],
  ])('follows the mask %s', (mask, number) => {
    expect(formatLetterNumber(mask, parts)).toBe(number);
  });
  it('outgrows its width', () => {
    expect(formatLetterNumber('[nomor_surat,3]', { ...parts, number: 1 })).toBe('001');
    expect(formatLetterNumber('[nomor_surat,3]', { ...parts, number: 1234 })).toBe('1234');
  });
  it('refuses unknown placeholders, dates and counters', () => {
    for (const mask of ['[x]', '[constructor]', '[]', '[nomor_surat,x]']) expect(() => formatLetterNumber(mask, parts)).toThrow(RangeError);
    expect(() => formatLetterNumber(defaultNumberMask, { ...parts, on: '2025-02-30' })).toThrow(RangeError);
    expect(() => formatLetterNumber(defaultNumberMask, { ...parts, number: 0 })).toThrow(RangeError);
  });
  it('writes months in Roman numerals', () => {
    expect([1, 4, 9, 12].map(romanMonth)).toEqual(['I', 'IV', 'IX', 'XII']);
    expect(() => romanMonth(13)).toThrow(RangeError);
  });
});

it.each([
  [0, 'nol'],
  [10, 'sepuluh'],
  [11, 'sebelas'],
  [19, 'sembilan belas'],
  [20, 'dua puluh'],
  [99, 'sembilan puluh sembilan'],
  [100, 'seratus'],
  [111, 'seratus sebelas'],
  [1_000, 'seribu'],
  [1_500, 'seribu lima ratus'],
  [11_000, 'sebelas ribu'],
  [21_000, 'dua puluh satu ribu'],
  [100_000, 'seratus ribu'],
  [1_000_000, 'satu juta'],
  [1_001_000, 'satu juta seribu'],
  [2_500_000_000, 'dua miliar lima ratus juta'],
  [1_000_000_000_000, 'satu triliun'],
  [-5, 'minus lima'],
])('says %i as %s', (value, words) => {
  expect(terbilang(value)).toBe(words);
});

it('says only whole numbers in bounds', () => {
  for (const value of [1.5, Number.NaN, Infinity, 1e15]) expect(() => terbilang(value)).toThrow(RangeError);
});

it('dates letters and their validity', () => {
  expect(letterDate('2025-03-29', { weekday: true })).toBe('Sabtu, 29 Maret 2025');
  expect(validUntil('2025-01-31', { amount: 1, unit: 'month' })).toBe('2025-02-28');
  expect(validUntil('2024-02-29', { amount: 1, unit: 'year' })).toBe('2025-02-28');
  expect(validUntil('2025-12-29', { amount: 1, unit: 'week' })).toBe('2026-01-05');
  expect(validUntil('2025-12-31', { amount: 1, unit: 'day' })).toBe('2026-01-01');
  expect(validUntil('2025-01-31', undefined)).toBeUndefined();
  const validity = { amount: 6, unit: 'month', until: 'stayUntil' } as const;
  expect(validUntil('2025-01-31', validity, { stayUntil: '2025-03-01' })).toBe('2025-03-01');
  expect(validUntil('2025-01-31', validity, { stayUntil: '2026-01-01' })).toBe('2025-07-31');
  expect(validUntil('2025-01-31', validity, {})).toBe('2025-07-31');
});

describe('renderTemplate', () => {
  it('fills names once and prints a dash for what is missing', () => {
    expect(renderTemplate('Nama {{name}}, {{ nik }}; {{address.street}}; {{other}}', { name: 'I MADE', nik: '{{name}}', 'address.street': 'Jalan Contoh' })).toBe('Nama I MADE, {{name}}; Jalan Contoh; -');
  });
  it('never reaches the prototype and keeps dollar signs', () => {
    expect(renderTemplate('{{constructor}} {{a}}', { a: "$& $1 $'" })).toBe("- $& $1 $'");
  });
  it('lists the names it asks for', () => {
    expect(templateNames('{{a}} {{ b.c }} {{a}} {x}')).toEqual(['a', 'b.c']);
  });
});
