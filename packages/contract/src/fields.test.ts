import { describe, expect, it } from 'vitest';
import { dateBounds, fieldRules, isPersonal, type StringRule } from './fields.js';
import type { Field } from './service.js';

const base = { name: 'x', label: { id: 'x', en: 'x' } };
const option = { value: 'a', label: base.label };
const fields: Field[] = [
  ...(['text', 'textarea', 'name', 'nik', 'kk', 'npwp', 'nib', 'phone', 'email', 'date', 'time', 'integer', 'money', 'confirm', 'village', 'banjar'] as const).map((type) => ({ ...base, type })),
  ...(['radios', 'select', 'checkboxes'] as const).map((type) => ({ ...base, type, options: [option] })),
  { ...base, type: 'address', scope: 'city' },
  { ...base, type: 'address', scope: 'any' },
];

const stringRules = fields.flatMap((field): StringRule[] => {
  const rule = fieldRules(field);
  if (rule.type === 'string') return [rule];
  return rule.type === 'object' ? Object.values(rule.properties).map((property) => property.rule) : [];
});

const matches = (type: 'text' | 'textarea' | 'name' | 'banjar', value: string): boolean => {
  const rule = fieldRules({ ...base, type });
  return rule.type === 'string' && new RegExp(rule.pattern, 'u').test(value);
};

describe('every pattern', () => {
  it.each([...new Set(stringRules.map((rule) => rule.pattern))])('is anchored, short and flat: %s', (pattern) => {
    expect(pattern.length).toBeLessThanOrEqual(200);
    expect(pattern).toMatch(/^\^.*\$$/u);
    expect(pattern).not.toMatch(/[+*}]\)[+*{?]/u);
    const expression = new RegExp(pattern, 'u');
    for (const odd of ['', '\ud800', 'a\udc00', 'a\u0000b', 'a\u202eb', '\ufeffa', 'a'.repeat(100_000) + '\u0000']) expect(expression.test(odd)).toBe(false);
  });
});

describe('text', () => {
  it.each(['Jalan Contoh No. 1', 'ᬩᬮᬶ', '😀', 'a', '“kutip”', 'Rp 5.000 & lain-lain'])('takes %j', (value) => {
    expect(matches('text', value)).toBe(true);
  });
  it.each([' a', '\u00a0a', '\t', 'a\nb', 'a\u2028b', 'a\u0007'])('refuses %j', (value) => {
    expect(matches('text', value)).toBe(false);
  });
  it('takes line ends only where there are several lines', () => {
    expect(matches('textarea', 'a\n\nb')).toBe(true);
    for (const value of ['a\r\nb', '\na', 'a\tb']) expect(matches('textarea', value)).toBe(false);
  });
});

describe('name', () => {
  it.each(['Sukarno', 'I', "Ni Luh O'Neil", 'Ida Ayu Contoh, S.Ked., M.Si.', 'A.A. Gd. Rai', 'Siti binti Ahmad (alm.)', 'Muthu a/l Raja', 'Đặng Ngọc', '`Aisyah', 'd’Artagnan', 'ᬓᬾᬢᬸᬢ᭄', 'Anne-Marie'])('takes %j', (value) => {
    expect(matches('name', value)).toBe(true);
  });
  it.each(['', '   ', '5171041203909001', 'Made 2', '<b>Made</b>', 'a@b', 'Made;', '-', '.Made', 'Made\nSurya', 'Made_Surya', '{{nik}}'])('refuses %j', (value) => {
    expect(matches('name', value)).toBe(false);
  });
});

it('counts date bounds from today', () => {
  expect(dateBounds({ ...base, type: 'date', min: '1900-01-01', max: 0 }, '2025-03-29')).toEqual({ min: '1900-01-01', max: '2025-03-29' });
  expect(dateBounds({ ...base, type: 'date', min: -60 }, '2025-03-01')).toEqual({ min: '2024-12-31' });
  expect(dateBounds({ ...base, type: 'date' }, '2025-03-01')).toEqual({});
});

it('knows what is personal', () => {
  expect(fields.filter((field) => isPersonal(field)).map((field) => field.type)).toEqual(['name', 'nik', 'kk', 'npwp', 'nib', 'phone', 'email', 'address', 'address']);
  expect(isPersonal({ ...base, type: 'date', pii: true })).toBe(true);
});

it('asks for other parts of an address in the city and elsewhere', () => {
  const parts = (scope?: 'city' | 'any'): string[] => {
    const rule = fieldRules({ ...base, type: 'address', ...(scope && { scope }) });
    return rule.type === 'object' ? Object.entries(rule.properties).map(([name, { required }]) => (required ? name : `${name}?`)) : [];
  };
  expect(parts()).toEqual(['street', 'banjar?', 'villageCode', 'postalCode?']);
  expect(parts('any')).toEqual(['street', 'city', 'postalCode?']);
});
