import { describe, expect, it } from 'vitest';
import { parseAnswer, type RawInput } from './answer-input.js';
import { checkAnswer } from './answers.js';
import type { Answer, Field, FieldType } from './service.js';

const label = { id: 'x', en: 'x' };
const options = [
  { value: 'married', label: { id: 'Kawin', en: 'Married' } },
  { value: 'single', label: { id: 'Belum kawin', en: 'Single' } },
];
const field = (type: FieldType): Field => {
  switch (type) {
    case 'radios':
    case 'select':
    case 'checkboxes':
      return { name: 'x', label, type, options };
    case 'integer':
      return { name: 'x', label, type, unit: { id: 'orang', en: 'people' } };
    default:
      return { name: 'x', label, type };
  }
};

describe('parseAnswer', () => {
  it.each<[FieldType, RawInput, Answer]>([
    ['text', '  Jalan\tContoh \u200b 1 ', 'Jalan Contoh 1'],
    ['name', 'I\u00a0Made\r\nSurya', 'I Made Surya'],
    ['name', 'Se\u0301', 'Sé'],
    ['textarea', ' a  b \r\n\r\nc\u2028d ', 'a  b\n\nc\nd'],
    ['nik', 'NIK: 5171 0412 0390 9001', '5171041203909001'],
    ['kk', '5171.0415.0120.9001', '5171041501209001'],
    ['npwp', '12.345.678.2-012.345', '123456782012345'],
    ['nib', '9120 0012 3456 7', '9120001234567'],
    ['phone', '0812-0000-1234', '+6281200001234'],
    ['email', ' Ketut@CONTOH.id', 'Ketut@contoh.id'],
    ['date', { day: '29', month: '3', year: '2025' }, '2025-03-29'],
    ['date', { day: ' 1 ', month: 'Pébruari', year: '1990' }, '1990-02-01'],
    ['date', '29 Maret 2025', '2025-03-29'],
    ['date', 'Sabtu, 29 Maret 2025', '2025-03-29'],
    ['date', 'Redité, 7 Désémber 2025', '2025-12-07'],
    ['date', 'March 29th, 2025', '2025-03-29'],
    ['date', '29/03/2025', '2025-03-29'],
    ['date', '29-3-2025', '2025-03-29'],
    ['date', '29.03.2025', '2025-03-29'],
    ['date', '29 Mar. 2025', '2025-03-29'],
    ['date', '29032025', '2025-03-29'],
    ['date', '2025-03-29', '2025-03-29'],
    ['date', '1/1/1800', '1800-01-01'],
    ['date', '31/12/2199', '2199-12-31'],
    ['time', '8.30', '08:30'],
    ['time', 'pukul 08.30 WITA', '08:30'],
    ['time', '0830', '08:30'],
    ['time', '8', '08:00'],
    ['time', '2:30 PM', '14:30'],
    ['time', '12 am', '00:00'],
    ['integer', '1.234', 1234],
    ['integer', '3 orang', 3],
    ['integer', '-5', -5],
    ['integer', '-0', 0],
    ['money', 'Rp 1.500.000', 1_500_000],
    ['money', 'Rp. 1.500.000,-', 1_500_000],
    ['money', 'IDR 1,500,000.00', 1_500_000],
    ['money', '1500000', 1_500_000],
    ['money', '1 500 000 rupiah', 1_500_000],
    ['money', '1,5 juta', 1_500_000],
    ['money', '500rb', 500_000],
    ['money', '1.500 ribu', 1_500_000],
    ['money', '1.000', 1_000],
    ['radios', 'married', 'married'],
    ['select', ' belum  KAWIN ', 'single'],
    ['checkboxes', ['married', 'single', 'married', ''], ['married', 'single']],
    ['checkboxes', 'married', ['married']],
    ['confirm', 'on', true],
    ['village', '5171042001', '51.71.04.2001'],
    ['banjar', ' Br.  Contoh ', 'Br. Contoh'],
    ['address', { street: ' Jalan  Contoh 1', banjar: '', villageCode: '5171042001', postalCode: '80 231' }, { street: 'Jalan Contoh 1', villageCode: '51.71.04.2001', postalCode: '80231' }],
    ['address', { villageCode: '51.71.04.2001' }, { street: '', villageCode: '51.71.04.2001' }],
  ])('reads %s %j', (type, raw, answer) => {
    expect(parseAnswer(field(type), raw)).toEqual({ answer });
  });

  it.each<[FieldType, RawInput, string, Record<string, string | number>?]>([
    ['nik', '5171 0412', '/x wrong_format', { digits: 8 }],
    ['nik', 'Made', '/x wrong_format'],
    ['phone', '12', '/x wrong_format', { digits: 2 }],
    ['email', 'ketut', '/x wrong_format'],
    ['date', { day: '29', month: '', year: '' }, '/x required', { part: 'month' }],
    ['date', { day: '31', month: '2', year: '2025' }, '/x impossible_date', { part: 'day' }],
    ['date', { day: '29', month: '2', year: '2025' }, '/x impossible_date', { part: 'day' }],
    ['date', { day: '32', month: '1', year: '2025' }, '/x impossible_date', { part: 'day' }],
    ['date', { day: '1', month: 'Foo', year: '2025' }, '/x impossible_date', { part: 'month' }],
    ['date', { day: '1', month: '1', year: '85' }, '/x impossible_date', { part: 'year' }],
    ['date', { day: '1', month: '1', year: '0198' }, '/x impossible_date', { part: 'year' }],
    ['date', '1/1/1799', '/x impossible_date', { part: 'year' }],
    ['date', 'besok', '/x wrong_format'],
    ['date', 'x'.repeat(1_000), '/x wrong_format'],
    ['time', '25:00', '/x wrong_format', { digits: 4 }],
    ['time', '13 pm', '/x wrong_format', { digits: 2 }],
    ['integer', '1,5', '/x wrong_format', { digits: 2 }],
    ['integer', 'tiga', '/x wrong_format'],
    ['money', '1.50', '/x wrong_format', { digits: 3 }],
    ['money', 'Rp 9.999.999.999.999.999.999', '/x wrong_format', { digits: 19 }],
    ['radios', 'constructor', '/x not_an_option'],
    ['village', 'Renon', '/x wrong_format'],
    ['address', { street: 'a', postalCode: '802' }, '/x/postalCode wrong_format'],
  ])('cannot read %s %#', (type, raw, problem, params) => {
    const parsed = parseAnswer(field(type), raw);
    expect(parsed.answer).toBeUndefined();
    expect(`${parsed.problem?.pointer} ${parsed.problem?.code}`).toBe(problem);
    expect(parsed.problem?.params).toEqual(params);
  });

  const types: FieldType[] = ['text', 'textarea', 'name', 'nik', 'kk', 'npwp', 'nib', 'phone', 'email', 'date', 'time', 'integer', 'money', 'radios', 'select', 'checkboxes', 'confirm', 'village', 'banjar', 'address'];
  const huge = '9a '.repeat(300_000);
  const hostile: RawInput[] = [huge, [huge], { day: huge, month: huge, year: huge, street: huge }, '__proto__', '\ud800', Object.fromEntries([['__proto__', 'x'], ['constructor', 'y']]), '{{nik}}', '<script>'];

  it.each(types)('finds nothing in an empty %s', (type) => {
    const empty: RawInput[] = [undefined, '', ' \u200b ', [], {}, { day: '', month: ' ', year: '', street: '' }];
    for (const raw of empty) expect(parseAnswer(field(type), raw)).toEqual({});
  });

  it.each(types)('survives hostile input to %s, and the check judges what is left', (type) => {
    for (const raw of hostile) {
      const { answer } = parseAnswer(field(type), raw);
      expect(Array.isArray(checkAnswer(field(type), answer, { today: '2025-03-29' }))).toBe(true);
    }
  });
});
