import { describe, expect, it } from 'vitest';
import { explainNik, formatNik, maskNik, parseNik } from './nik.js';

describe('parseNik', () => {
  it.each([
    ['5171041203909001', '5171041203909001'],
    [' 5171 0412 0390 9001 ', '5171041203909001'],
    ['NIK : 5171-0412-0390-9001', '5171041203909001'],
    ['No. KTP 517104.120390.9001', '5171041203909001'],
    ['\u200e5171041203909001\ufeff', '5171041203909001'],
    ['５１７１０４１２０３９０９００１', '5171041203909001'],
    ['517104120390900', undefined],
    ['51710412039090011', undefined],
    ['5171O41203909001', undefined],
    ['', undefined],
  ])('reads %j', (typed, canonical) => {
    expect(parseNik(typed)).toBe(canonical);
  });
});

it('reads no endless number', () => {
  expect(parseNik('9'.repeat(100_000))).toBeUndefined();
  expect(explainNik('9'.repeat(100_000)).errors).toEqual(['wrong_length']);
});

describe('explainNik', () => {
  it.each([
    ['a man', '5171041203909001', 'male', ['1990-03-12', '2090-03-12']],
    ['a woman, day plus 40', '5171045203909002', 'female', ['1990-03-12', '2090-03-12']],
    ['a woman on the 31st', '5171047112909002', 'female', ['1990-12-31', '2090-12-31']],
    ['29 February 2000 but not 1900', '5171042902009003', 'male', ['2000-02-29']],
    ['29 February in both centuries', '5171042902049003', 'male', ['1904-02-29', '2004-02-29']],
    ['a region code of another island', '9171010101019004', 'male', ['1901-01-01', '2001-01-01']],
  ] as const)('understands %s', (_, nik, sex, dates) => {
    const { errors, parts } = explainNik(nik);
    expect(errors).toEqual([]);
    expect(parts).toMatchObject({ kind: 'resident', sex, birthDates: [...dates] });
  });

  it.each([
    ['no such day', '5171043202909001', 'impossible_date'],
    ['no such day for a woman', '5171047202909001', 'impossible_date'],
    ['day 40', '5171044001909001', 'impossible_date'],
    ['29 February in no leap year', '5171042902019001', 'impossible_date'],
    ['month 13', '5171040113909001', 'impossible_date'],
    ['serial 0000', '5171041203900000', 'impossible_serial'],
    ['district 00', '5171001203909001', 'impossible_region'],
    ['city 00', '5100041203909001', 'impossible_region'],
    ['province 10', '1071041203909001', 'impossible_region'],
    ['letters', 'abcdefghijklmnop', 'not_digits'],
    ['too few', '517104', 'wrong_length'],
    ['nothing', '  ', 'empty'],
  ] as const)('refuses %s', (_, nik, error) => {
    expect(explainNik(nik).errors).toContain(error);
  });

  it('warns, but does not refuse, when the known birth date or sex differs', () => {
    expect(explainNik('5171041203909001', { bornOn: '1990-03-13', sex: 'female' })).toMatchObject({ errors: [], warnings: ['birth_date_differs', 'sex_differs'] });
    expect(explainNik('5171045203909001', { bornOn: '1990-03-12', sex: 'female' }).warnings).toEqual([]);
  });

  it('warns of a province that does not exist and of one digit throughout', () => {
    expect(explainNik('9971041203909001').warnings).toEqual(['unknown_province']);
    expect(explainNik('1111111111111111')).toMatchObject({ errors: [], warnings: ['repeated_digits'] });
  });

  it('knows the temporary number of a village', () => {
    expect(explainNik('0517104200190001')).toEqual({
      canonical: '0517104200190001',
      errors: [],
      warnings: ['temporary_number'],
      parts: { kind: 'temporary', villageCode: '51.71.04.2001', serial: '90001' },
    });
    expect(explainNik('0517104200100000').errors).toEqual(['impossible_serial']);
    expect(explainNik('0000000000000000').errors).toContain('impossible_region');
  });
});

it('shows a NIK in groups and hides its middle', () => {
  expect(formatNik('5171041203909001')).toBe('5171 0412 0390 9001');
  expect(maskNik('5171041203900003')).toBe('5171••••••••0003');
  expect(maskNik('5171')).toBe('••••');
  expect(maskNik('')).toBe('');
});
