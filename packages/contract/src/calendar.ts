import { addDays, daysBetween, weekday } from './dates.js';
import type { Text } from './service.js';

const HOUR = 3_600_000;
/** WITA, Asia/Makassar: UTC+8 without summer time. */
const WITA = 8 * HOUR;
const LONGEST = 3_650;

/** A day on which offices are closed. `nyepi` also silences the mobile network, 06.00 to 06.00 the next day. */
export interface Holiday {
  readonly on: string;
  readonly name: Text;
  readonly kind: 'national' | 'joint_leave' | 'local' | 'nyepi';
}

/** Working-day data: yearly holidays and what one village does differently. */
export interface Calendar {
  readonly holidays: readonly Holiday[];
  /** Dates on which this village works although others do not. */
  readonly open?: readonly string[];
  /** Dates on which this village is closed beyond the holidays. */
  readonly closed?: readonly string[];
}

export type DueState = 'overdue' | 'today' | 'this_week' | 'later';

/** The calendar date in Bali at an instant. */
export function witaDate(instant: Date | string | number): string {
  return new Date(instantOf(instant) + WITA).toISOString().slice(0, 10);
}

/** The time of day in Bali at an instant, `HH:MM`. */
export function witaTime(instant: Date | string | number): string {
  return new Date(instantOf(instant) + WITA).toISOString().slice(11, 16);
}

/** The instant at which a wall-clock time in Bali happens, as UTC ISO text. */
export function witaInstant(date: string, time: string): string {
  return new Date(Date.parse(`${date}T${time}:00.000Z`) - WITA).toISOString();
}

/** The holidays on a date; a national and a local one may share a day. */
export function holidaysOn(date: string, calendar: Calendar): Holiday[] {
  return calendar.holidays.filter((holiday) => holiday.on === date);
}

/** Whether offices work on a date: Monday to Friday, no holiday, and what the village says differently. */
export function isWorkingDay(date: string, calendar: Calendar): boolean {
  if (calendar.closed?.includes(date)) return false;
  if (calendar.open?.includes(date)) return true;
  const day = weekday(date);
  return day !== 0 && day !== 6 && holidaysOn(date, calendar).length === 0;
}

/** The n-th working day after a date; 0 is the date itself, or the next working day when offices are closed on it. */
export function addWorkingDays(date: string, days: number, calendar: Calendar): string {
  if (!Number.isInteger(days) || days < 0 || days > LONGEST) throw new RangeError(`working days must be a whole number from 0 to ${LONGEST}`);
  let current = date;
  let left = days;
  if (left === 0) left = isWorkingDay(current, calendar) ? 0 : 1;
  for (let step = 0; left > 0; step += 1) {
    if (step > LONGEST * 3) throw new RangeError('the calendar has no working days');
    current = addDays(current, 1);
    if (isWorkingDay(current, calendar)) left -= 1;
  }
  return current;
}

/** Working days after one date up to and including another; negative when the second is earlier. */
export function workingDaysBetween(from: string, to: string, calendar: Calendar): number {
  if (to < from) return 0 - workingDaysBetween(to, from, calendar);
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) count += 1;
  return count;
}

/** How near a due date is; the week ends on Sunday. */
export function dueState(dueOn: string, today: string): DueState {
  const days = daysBetween(today, dueOn);
  if (days < 0) return 'overdue';
  if (days === 0) return 'today';
  return days <= (7 - weekday(today)) % 7 ? 'this_week' : 'later';
}

/** Whether Bali is silent at an instant: from 06.00 on Nyepi to 06.00 the next day, without mobile data. */
export function isNyepi(instant: Date | string | number, calendar: Calendar): boolean {
  const shifted = instantOf(instant) - 6 * HOUR;
  return holidaysOn(witaDate(shifted), calendar).some((holiday) => holiday.kind === 'nyepi');
}

/** The same instant, or the end of Nyepi when it falls into it: no deadline or code may end while the network is off. */
export function afterNyepi(instant: Date | string | number, calendar: Calendar): string {
  let at = instantOf(instant);
  while (isNyepi(at, calendar)) at = Date.parse(witaInstant(addDays(witaDate(at - 6 * HOUR), 1), '06:00'));
  return new Date(at).toISOString();
}

function instantOf(instant: Date | string | number): number {
  const time = typeof instant === 'number' ? instant : instant instanceof Date ? instant.getTime() : Date.parse(instant);
  if (!Number.isFinite(time)) throw new RangeError('not an instant');
  return time;
}
