import { describe, expect, it } from 'vitest';
import { explainBpjs, formatBpjs, maskBpjs, parseBpjs } from './bpjs.js';
import { maskMiddle, passesLuhn } from './digits.js';
import { explainKk, formatKk, maskKk, parseKk } from './kk.js';
import { explainNib, formatNib, maskNib, parseNib } from './nib.js';
import { explainNip, formatNip, maskNip, parseNip } from './nip.js';
import { explainNpwp, formatNpwp, isSameNpwp, maskNpwp, parseNpwp } from './npwp.js';

// 12345678 with its Luhn digit 2.
const OLD = '123456782012345';

it('hides at least four characters, or all', () => {
  expect(maskMiddle('123456789', 2, 3)).toBe('12••••789');
  expect(maskMiddle('12345678', 2, 3)).toBe('••••••••');
});

describe('family card number', () => {
  it.each([
    ['5171041501209001', []],
    ['5171045501209001', ['unusual_date']],
    ['9971041501209001', ['unknown_province']],
    ['0517104200190001', ['temporary_number']],
  ])('accepts %s with warnings %j', (kk, warnings) => {
    expect(explainKk(kk)).toMatchObject({ errors: [], warnings });
  });
  it.each([
    ['5171041501200000', 'impossible_serial'],
    ['5100041501209001', 'impossible_region'],
    ['51710415012', 'wrong_length'],
  ])('refuses %s', (kk, error) => {
    expect(explainKk(kk).errors).toEqual([error]);
  });
  it('reads, shows and hides', () => {
    expect(parseKk('No. KK: 5171 0415 0120 9001')).toBe('5171041501209001');
    expect(formatKk('5171041501209001')).toBe('5171 0415 0120 9001');
    expect(maskKk('5171041501209001')).toBe('5171••••••••9001');
  });
});

describe('tax number', () => {
  it.each([
    ['12.345.678.2-012.345', OLD],
    ['NPWP 12.345.678.2-012.345', OLD],
    [`0${OLD}`, `0${OLD}`],
    ['12345', undefined],
  ])('reads %s', (typed, canonical) => {
    expect(parseNpwp(typed)).toBe(canonical);
  });
  it.each([
    [OLD, [], ['old_format'], 'numbered'],
    [`0${OLD}`, [], [], 'numbered'],
    ['123456789012345', ['wrong_check_digit'], ['old_format'], 'numbered'],
    ['0123456789012345', ['wrong_check_digit'], [], 'numbered'],
    ['000000000012345', ['impossible_number'], ['old_format'], 'numbered'],
    ['5171041203909001', [], [], 'nik'],
    ['5171043202909001', ['impossible_date'], [], 'nik'],
  ])('explains %s', (typed, errors, warnings, kind) => {
    expect(explainNpwp(typed)).toMatchObject({ errors, warnings, parts: { kind } });
  });
  it('notices every single wrong digit', () => {
    for (let at = 0; at < 9; at += 1) {
      const wrong = OLD.slice(0, at) + ((Number(OLD[at]) + 1) % 10) + OLD.slice(at + 1);
      expect(explainNpwp(wrong).errors).not.toEqual([]);
    }
    expect(passesLuhn('79927398713')).toBe(true);
  });
  it('compares both forms, shows and hides', () => {
    expect(isSameNpwp(OLD, `0${OLD}`)).toBe(true);
    expect(isSameNpwp('x', 'x')).toBe(false);
    expect(formatNpwp(OLD)).toBe('12.345.678.2-012.345');
    expect(formatNpwp(`0${OLD}`)).toBe('0123 4567 8201 2345');
    expect(maskNpwp(OLD)).toBe('12••••••••••345');
  });
});

describe('business number', () => {
  it('has thirteen digits and nothing else', () => {
    expect(parseNib('NIB 9120 0012 3456 7')).toBe('9120001234567');
    expect(explainNib('9120001234567')).toMatchObject({ errors: [], warnings: [] });
    expect(explainNib('0000000000000').errors).toEqual(['impossible_number']);
    expect(explainNib('1111111111111').warnings).toEqual(['repeated_digits']);
    expect(explainNib('912000123456').errors).toEqual(['wrong_length']);
    expect(formatNib('9120001234567')).toBe('9120 0012 3456 7');
    expect(maskNib('9120001234567')).toBe('91••••••••567');
  });
});

describe('civil-servant number', () => {
  it.each([
    ['196807291993031006', [], { bornOn: '1968-07-29', appointed: '1993-03', employment: 'civil_servant', sex: 'male', serial: '006' }],
    ['199001012023212001', [], { employment: 'contract', sex: 'female' }],
    ['196813291993031006', ['impossible_date'], {}],
    ['196807291993131006', ['impossible_date'], {}],
    ['196807291960031006', ['impossible_date'], {}],
    ['196807291993033006', ['impossible_sex'], {}],
    ['196807291993031000', ['impossible_serial'], {}],
  ])('explains %s', (nip, errors, parts) => {
    expect(explainNip(nip)).toMatchObject({ errors, parts });
  });
  it('reads, shows and hides', () => {
    expect(parseNip('NIP. 19680729 199303 1 006')).toBe('196807291993031006');
    expect(formatNip('196807291993031006')).toBe('19680729 199303 1 006');
    expect(maskNip('196807291993031006')).toBe('1968•••••••••••006');
  });
});

describe('social-insurance number', () => {
  it.each([
    ['0001234567890', 'health'],
    ['12345678901', 'employment'],
    ['5171041203909001', 'nik'],
  ])('tells %s by its length', (typed, kind) => {
    expect(explainBpjs(typed)).toMatchObject({ errors: [], parts: { kind } });
  });
  it('refuses zeros and other lengths', () => {
    expect(explainBpjs('0000000000000').errors).toEqual(['impossible_number']);
    expect(explainBpjs('123').errors).toEqual(['wrong_length']);
    expect(parseBpjs('BPJS: 0001 2345 6789 0')).toBe('0001234567890');
    expect(formatBpjs('0001234567890')).toBe('0001 2345 6789 0');
    expect(maskBpjs('0001234567890')).toBe('00••••••••890');
  });
});
