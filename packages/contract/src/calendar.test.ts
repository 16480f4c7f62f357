import { describe, expect, it } from 'vitest';
import { addWorkingDays, afterNyepi, dueState, isNyepi, isWorkingDay, witaDate, witaInstant, witaTime, workingDaysBetween, type Calendar } from './calendar.js';

const name = { id: 'Libur', en: 'Holiday' };
const calendar: Calendar = {
  holidays: [
    { on: '2025-03-28', name, kind: 'joint_leave' },
    { on: '2025-03-29', name, kind: 'local' },
    { on: '2025-03-29', name, kind: 'nyepi' },
    { on: '2025-12-25', name, kind: 'national' },
    { on: '2026-01-01', name, kind: 'national' },
  ],
};

it.each([
  ['2025-03-28T15:59:59Z', '2025-03-28', '23:59'],
  ['2025-03-28T16:00:00Z', '2025-03-29', '00:00'],
  ['2024-12-31T20:00:00Z', '2025-01-01', '04:00'],
])('tells the date and time in Bali at %s', (instant, date, time) => {
  expect(witaDate(instant)).toBe(date);
  expect(witaDate(new Date(instant))).toBe(date);
  expect(witaTime(Date.parse(instant))).toBe(time);
  expect(Date.parse(witaInstant(date, time))).toBeLessThanOrEqual(Date.parse(instant));
});

it.each([
  ['Thursday', '2025-03-27', true],
  ['joint leave', '2025-03-28', false],
  ['Saturday', '2025-03-22', false],
  ['Sunday', '2025-03-23', false],
  ['Christmas', '2025-12-25', false],
])('knows a working day: %s', (_, date, works) => {
  expect(isWorkingDay(date, calendar)).toBe(works);
});

it('lets a village open and close on days of its own', () => {
  expect(isWorkingDay('2025-03-28', { ...calendar, open: ['2025-03-28'] })).toBe(true);
  expect(isWorkingDay('2025-03-27', { ...calendar, closed: ['2025-03-27'], open: ['2025-03-27'] })).toBe(false);
});

it.each([
  ['2025-03-24', 3, '2025-03-27'],
  ['2025-03-26', 2, '2025-03-31'],
  ['2025-03-27', 1, '2025-03-31'],
  ['2025-12-24', 1, '2025-12-26'],
  ['2025-12-31', 1, '2026-01-02'],
  ['2025-03-29', 0, '2025-03-31'],
  ['2025-03-27', 0, '2025-03-27'],
])('adds to %s %i working days', (date, days, expected) => {
  expect(addWorkingDays(date, days, calendar)).toBe(expected);
  if (days > 0) expect(workingDaysBetween(date, expected, calendar)).toBe(days);
});

it('refuses odd numbers of days', () => {
  for (const days of [-1, 1.5, Number.NaN, Infinity, 1e9]) expect(() => addWorkingDays('2025-01-01', days, calendar)).toThrow(RangeError);
});

it.each([
  ['2025-03-31', '2025-03-27', -1],
  ['2025-03-31', '2025-03-31', 0],
  ['2025-03-30', '2025-03-29', 0],
])('counts the working days from %s to %s', (from, to, days) => {
  expect(workingDaysBetween(from, to, calendar)).toBe(days);
});

it.each([
  ['2025-03-25', 'overdue'],
  ['2025-03-26', 'today'],
  ['2025-03-27', 'this_week'],
  ['2025-03-30', 'this_week'],
  ['2025-03-31', 'later'],
])('on Wednesday 26 March, %s is %s', (dueOn, state) => {
  expect(dueState(dueOn, '2025-03-26')).toBe(state);
});

it('ends the week on Sunday', () => {
  expect(dueState('2025-03-31', '2025-03-30')).toBe('later');
  expect(dueState('2025-03-30', '2025-03-29')).toBe('this_week');
});

describe('Nyepi', () => {
  it.each([
    ['2025-03-28T21:59:59Z', false],
    ['2025-03-28T22:00:00Z', true],
    ['2025-03-29T21:59:59Z', true],
    ['2025-03-29T22:00:00Z', false],
  ])('lasts from six to six: %s is %j', (instant, silent) => {
    expect(isNyepi(instant, calendar)).toBe(silent);
    expect(isNyepi(afterNyepi(instant, calendar), calendar)).toBe(false);
  });
  it('moves what would end in it to its end', () => {
    expect(afterNyepi('2025-03-29T04:00:00Z', calendar)).toBe('2025-03-29T22:00:00.000Z');
    expect(afterNyepi('2025-03-27T04:00:00Z', calendar)).toBe('2025-03-27T04:00:00.000Z');
  });
});
