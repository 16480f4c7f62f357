import { describe, expect, it } from 'vitest';
import { addDays, addMonths, ageOn, dateFrom, dateParts, daysBetween, formatDate, isDate, monthNumber, weekday } from './dates.js';

it.each([
  ['2024-02-29', true],
  ['2025-02-29', false],
  ['1900-02-29', false],
  ['2000-02-29', true],
  ['2025-04-31', false],
  ['2025-13-01', false],
  ['2025-00-10', false],
  ['2025-1-1', false],
  ['2025-01-01T00:00', false],
  ['', false],
])('knows whether %j is a day: %j', (date, is) => {
  expect(isDate(date)).toBe(is);
});

it.each([
  ['2024-12-31', 1, '2025-01-01'],
  ['2025-03-01', -1, '2025-02-28'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2025-01-01', 365, '2026-01-01'],
])('adds days to %s', (date, days, expected) => {
  expect(addDays(date, days)).toBe(expected);
  expect(daysBetween(date, expected)).toBe(days);
});

it.each([
  ['2025-01-31', 1, '2025-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2025-12-15', 1, '2026-01-15'],
  ['2025-01-15', -1, '2024-12-15'],
  ['2024-02-29', 12, '2025-02-28'],
])('adds months to %s', (date, months, expected) => {
  expect(addMonths(date, months)).toBe(expected);
});

it.each([
  ['2008-03-12', '2025-03-11', 16],
  ['2008-03-12', '2025-03-12', 17],
  ['2008-02-29', '2025-02-28', 16],
  ['2008-02-29', '2025-03-01', 17],
])('counts the years from %s to %s', (born, today, age) => {
  expect(ageOn(born, today)).toBe(age);
});

describe('words', () => {
  it('prints dates in three languages', () => {
    expect(formatDate('2025-03-29', 'id', { weekday: true })).toBe('Sabtu, 29 Maret 2025');
    expect(formatDate('2025-05-01', 'en')).toBe('1 May 2025');
    expect(formatDate('2025-12-07', 'ban', { weekday: true })).toBe('Redité, 7 Désémber 2025');
    expect(formatDate('besok', 'id')).toBe('besok');
  });
  it.each([
    ['3', 3], ['03', 3], ['12', 12], ['13', undefined], ['0', undefined],
    ['Januari', 1], ['PEBRUARI', 2], ['Pébruari', 2], ['Feb', 2], ['maret', 3], ['Mei', 5], ['Méi', 5], ['May', 5],
    ['Agustus', 8], ['Ags.', 8], ['Agt', 8], ['august', 8], ['Séptémber', 9], ['Sept', 9], ['Oktober', 10], ['Oct', 10],
    ['Nopember', 11], ['Nopémber', 11], ['Désémber', 12], ['December', 12], ['Foo', undefined], ['ja', undefined], ['__proto__', undefined],
  ])('reads the month %s', (typed, month) => {
    expect(monthNumber(typed)).toBe(month);
  });
});

it('refuses to count with what is no date', () => {
  expect(() => addDays('2025-02-30', 1)).toThrow(RangeError);
  expect(dateParts('2025-02-30')).toBeUndefined();
  expect(dateFrom(Number.NaN, 1, 1)).toBeUndefined();
  expect(weekday('2025-03-29')).toBe(6);
});
