import { describe, expect, it } from 'vitest';
import { explainEmail, maskEmail, parseEmail } from './email.js';
import { maskName } from './name.js';
import { explainPhone, formatPhone, maskPhone, nationalPhone, parsePhone } from './phone.js';

describe('phone', () => {
  it.each([
    ['081200001234', '+6281200001234'],
    ['0812-0000-1234', '+6281200001234'],
    ['62 812 0000 1234', '+6281200001234'],
    ['+62 (0) 812 0000 1234', '+6281200001234'],
    ['62 0812 0000 1234', '+6281200001234'],
    ['0062 812 0000 1234', '+6281200001234'],
    ['81200001234', '+6281200001234'],
    ['wa.me/6281200001234', '+6281200001234'],
    ['https://wa.me/6281200001234', '+6281200001234'],
    ['tel:+6281200001234', '+6281200001234'],
    ['WA: 0812 0000 1234', '+6281200001234'],
    ['(0361) 000123', '+62361000123'],
    ['+1 (202) 555-0123', '+12025550123'],
    ['０８１２００００１２３４', '+6281200001234'],
    ['112', undefined],
    ['telepon', undefined],
    ['0812 abc', undefined],
    ['+', undefined],
  ])('reads %j', (typed, canonical) => {
    expect(parsePhone(typed)).toBe(canonical);
  });
  it.each([
    ['+62812000012', [], 'mobile'],
    ['+62812000012345', [], 'mobile'],
    ['+628120000', ['wrong_length'], 'mobile'],
    ['+62361000123', [], 'landline'],
    ['+62150012345', ['impossible_number'], 'landline'],
    ['+12025550123', [], 'foreign'],
  ])('explains %s', (phone, errors, kind) => {
    expect(explainPhone(phone)).toMatchObject({ errors, parts: { kind } });
  });
  it('refuses what is no number', () => {
    expect(parsePhone('0'.repeat(100_000))).toBeUndefined();
    expect(explainPhone('').errors).toEqual(['empty']);
    expect(explainPhone('x').errors).toEqual(['wrong_format']);
  });
  it('shows, prints and hides', () => {
    expect(formatPhone('+6281200001234')).toBe('+62 812-0000-1234');
    expect(formatPhone('+62361000123')).toBe('+62 361 000123');
    expect(formatPhone('+622100001234')).toBe('+62 21 00001234');
    expect(formatPhone('+12025550123')).toBe('+12025550123');
    expect(nationalPhone('+6281200001234')).toBe('081200001234');
    expect(maskPhone('+6281200001234')).toBe('+62••••••••234');
  });
});

describe('email', () => {
  it('reads no endless address', () => {
    expect(parseEmail(`${'a'.repeat(300)}@contoh.id`)).toBeUndefined();
    expect(parseEmail(`a@${'a'.repeat(186)}.${'b'.repeat(63)}${' '.repeat(700)}`)).toHaveLength(252);
    expect(parseEmail(`aaaa@${'a'.repeat(186)}.${'b'.repeat(63)}`)).toBeUndefined();
  });
  it.each([
    [' Ketut@Contoh.ID ', 'Ketut@contoh.id'],
    ['mailto:ketut@contoh.id', 'ketut@contoh.id'],
    ['<ketut@contoh.id>', 'ketut@contoh.id'],
    ['ketut+surat@mail.contoh.co.id', 'ketut+surat@mail.contoh.co.id'],
    ['ketut@contoh', undefined],
    ['ketut contoh@contoh.id', undefined],
    ['@contoh.id', undefined],
  ])('reads %j', (typed, canonical) => {
    expect(parseEmail(typed)).toBe(canonical);
  });
  it.each(['a..b@contoh.id', '.a@contoh.id', 'a@contoh..id', 'a@-contoh.id', 'a@.contoh.id'])('refuses %s', (typed) => {
    expect(explainEmail(typed).errors).toEqual(['wrong_format']);
  });
  it('says when there is nothing', () => {
    expect(explainEmail(' ').errors).toEqual(['empty']);
    expect(explainEmail('x').errors).toEqual(['wrong_format']);
  });
  it('hides all but the first letter', () => {
    expect(maskEmail('ketut@contoh.id')).toBe('k•••@contoh.id');
    expect(maskEmail('kosong')).toBe('•••');
  });
});

it.each([
  ['I Made Surya', 'I M••• S••••'],
  ['Sukarno', 'S••••••'],
  ['  Ni   Luh  ', 'N• L••'],
  ['Ida Ayu O’Neil', 'I•• A•• O•••••'],
  ['Se\u0301te', 'S•••'],
  ['ᬓᬾᬢᬸᬢ᭄', 'ᬓᬾ••'],
  ['😀a', '😀•'],
  ['', ''],
])('hides the name %j', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});
