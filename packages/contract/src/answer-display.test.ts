import { expect, it } from 'vitest';
import { formatAnswer, maskAnswer } from './answer-display.js';
import { printAnswers } from './print.js';
import type { Answer, Answers, Field, Locale, Service } from './service.js';

const label = { id: 'x', en: 'x' };
const options = [
  { value: 'a', label: { id: 'Kerja', en: 'Work' } },
  { value: 'b', label: { id: 'Sekolah', en: 'School', ban: 'Masekolah' } },
];
const names = { village: (code: string) => (code === '51.71.04.2001' ? 'Desa Dangin Puri Kangin' : undefined) };
const field = (type: Field['type'], pii?: boolean): Field => {
  const base = { name: 'x', label, ...(pii !== undefined && { pii }) };
  switch (type) {
    case 'radios':
    case 'select':
    case 'checkboxes':
      return { ...base, type, options };
    case 'integer':
      return { ...base, type, unit: { id: 'orang', en: 'people' } };
    default:
      return { ...base, type };
  }
};

it.each<[Field['type'], Answer, Locale, string]>([
  ['nik', '5171041203909001', 'id', '5171 0412 0390 9001'],
  ['npwp', '123456782012345', 'id', '12.345.678.2-012.345'],
  ['phone', '+6281200001234', 'en', '+62 812-0000-1234'],
  ['date', '2025-03-29', 'id', '29 Maret 2025'],
  ['date', '2025-03-29', 'en', '29 March 2025'],
  ['time', '08:30', 'id', '08.30 WITA'],
  ['time', '08:30', 'en', '08:30 WITA'],
  ['integer', 1234, 'id', '1.234 orang'],
  ['integer', -1234, 'en', '-1,234 people'],
  ['money', 1_500_000, 'ban', 'Rp\u00a01.500.000'],
  ['money', -500, 'id', '-Rp\u00a0500'],
  ['radios', 'b', 'ban', 'Masekolah'],
  ['radios', 'gone', 'id', 'gone'],
  ['checkboxes', ['a', 'b'], 'en', 'Work, School'],
  ['confirm', true, 'ban', 'Inggih'],
  ['village', '51.71.04.2001', 'id', 'Desa Dangin Puri Kangin'],
  ['village', '51.71.04.2099', 'id', '51.71.04.2099'],
  ['address', { street: 'Jalan Contoh 1', banjar: 'Contoh', villageCode: '51.71.04.2001', postalCode: '80231' }, 'id', 'Jalan Contoh 1, Contoh, Desa Dangin Puri Kangin, 80231'],
  ['text', 'apa adanya', 'id', 'apa adanya'],
])('shows %s %j in %s', (type, answer, locale, shown) => {
  expect(formatAnswer(field(type), answer, locale, names)).toBe(shown);
});

it.each<[Field['type'], Answer, boolean | undefined, string]>([
  ['nik', '5171041203900003', undefined, '5171••••••••0003'],
  ['kk', '5171041203900003', undefined, '5171••••••••0003'],
  ['npwp', '123456782012345', undefined, '12••••••••••345'],
  ['nib', '9120001234567', undefined, '91••••••••567'],
  ['phone', '+6281200001234', undefined, '+62••••••••234'],
  ['email', 'ketut@contoh.id', undefined, 'k•••@contoh.id'],
  ['name', 'I Made Surya', undefined, 'I M••• S••••'],
  ['address', { street: 'Jalan Contoh 1' }, undefined, '•••••'],
  ['date', '1990-03-12', true, '•••••'],
  ['date', '2025-03-12', undefined, '12 Maret 2025'],
  ['radios', 'a', undefined, 'Kerja'],
])('hides %s %j', (type, answer, pii, shown) => {
  expect(maskAnswer(field(type, pii), answer)).toBe(shown);
});

it('prints answers for letters: asked ones only, names in capitals, plain numbers', () => {
  const service: Pick<Service, 'steps'> = {
    steps: [
      {
        id: 'one',
        title: label,
        fields: [
          { name: 'fullName', label, type: 'name' },
          { name: 'nik', label, type: 'nik' },
          { name: 'phone', label, type: 'phone' },
          { name: 'address', label, type: 'address' },
          { name: 'income', label, type: 'money', required: false },
          { name: 'hidden', label, type: 'text', when: { field: 'nik', equals: 'x' } },
        ],
      },
    ],
  };
  const answers: Answers = {
    fullName: 'Ni Luh O’Neil',
    nik: '5171045203909002',
    phone: '+6281200001234',
    address: { street: 'Jalan Contoh 1', villageCode: '51.71.04.2001' },
    hidden: 'x',
  };
  expect(printAnswers(service, answers, names)).toEqual({
    fullName: 'NI LUH O’NEIL',
    nik: '5171045203909002',
    phone: '081200001234',
    address: 'Jalan Contoh 1, Desa Dangin Puri Kangin',
    'address.street': 'Jalan Contoh 1',
    'address.villageCode': 'Desa Dangin Puri Kangin',
  });
});
