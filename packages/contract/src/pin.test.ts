import { expect, it } from 'vitest';
import { checkPin } from './pin.js';

it.each([
  ['493027', undefined],
  ['12345', 'not_six_digits'],
  ['1234567', 'not_six_digits'],
  ['12345a', 'not_six_digits'],
  ['１２３４５６', 'not_six_digits'],
  ['000000', 'repeated_digits'],
  ['121212', 'repeated_digits'],
  ['123123', 'repeated_digits'],
  ['123456', 'sequence'],
  ['987654', 'sequence'],
  ['890123', 'sequence'],
  ['210987', 'sequence'],
  ['120390', 'birth_date'],
  ['900312', 'birth_date'],
  ['031290', 'birth_date'],
  ['120391', undefined],
])('judges %s', (pin, problem) => {
  expect(checkPin(pin, { bornOn: '1990-03-12' })).toBe(problem);
});

it('needs no birth date, and ignores a broken one', () => {
  expect(checkPin('120390')).toBeUndefined();
  expect(checkPin('120390', { bornOn: 'x' })).toBeUndefined();
});
