import type { Locale } from './service.js';

const DAY = 86_400_000;
const MONTHS: Record<Locale, string> = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember',
  en: 'January February March April May June July August September October November December',
  ban: 'Januari Pébruari Maret April Méi Juni Juli Agustus Séptémber Oktober Nopémber Désémber',
};
const WEEKDAYS: Record<Locale, string> = {
  id: 'Minggu Senin Selasa Rabu Kamis Jumat Sabtu',
  en: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday',
  ban: 'Redité Soma Anggara Buda Wraspati Sukra Saniscara',
};
// First three letters of each month in the three languages, with the usual Indonesian abbreviations.
const MONTH_STEMS = ['jan', 'feb peb', 'mar', 'apr', 'mei may', 'jun', 'jul', 'agu agt ags aug', 'sep', 'okt oct', 'nov nop', 'des dec'];

/** A date split into numbers. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days in a month of the Gregorian calendar; months count from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Writes `YYYY-MM-DD` when such a day exists. */
export function dateFrom(year: number, month: number, day: number): string | undefined {
  if (!(year >= 1000 && year <= 9999 && month >= 1 && month <= 12)) return undefined;
  if (!(day >= 1 && day <= daysInMonth(year, month))) return undefined;
  return `${year}-${pad(month)}-${pad(day)}`;
}

/** Reads `YYYY-MM-DD` strictly; undefined when it is not a day that exists. */
export function dateParts(date: string): DateParts | undefined {
  const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/u.exec(date);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return dateFrom(year, month, day) === date ? { year, month, day } : undefined;
}

/** Whether a text is a day that exists, written `YYYY-MM-DD`. */
export function isDate(date: string): boolean {
  return dateParts(date) !== undefined;
}

/** Adds days (or takes them away) to a date. */
export function addDays(date: string, days: number): string {
  return new Date(dayNumber(date) * DAY + days * DAY).toISOString().slice(0, 10);
}

/** Adds months; the day is held within the month, so 31 January plus one is 28 or 29 February. */
export function addMonths(date: string, months: number): string {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  return `${y}-${pad(m)}-${pad(Math.min(day, daysInMonth(y, m)))}`;
}

/** Whole days from one date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** Completed years on a given day; someone born on 29 February turns a year older on 1 March of common years. */
export function ageOn(bornOn: string, today: string): number {
  const [born, now] = [partsOf(bornOn), partsOf(today)];
  const before = now.month < born.month || (now.month === born.month && now.day < born.day);
  return now.year - born.year - (before ? 1 : 0);
}

/** Day of the week, 0 = Sunday. */
export function weekday(date: string): number {
  return new Date(dayNumber(date) * DAY).getUTCDay();
}

/** Prints a date in words: `29 Maret 2025`, with the weekday when asked: `Sabtu, 29 Maret 2025`. */
export function formatDate(date: string, locale: Locale, options: { readonly weekday?: boolean } = {}): string {
  const parts = dateParts(date);
  if (!parts) return date;
  const words = `${parts.day} ${MONTHS[locale].split(' ')[parts.month - 1]} ${parts.year}`;
  return options.weekday ? `${WEEKDAYS[locale].split(' ')[weekday(date)]}, ${words}` : words;
}

/** The month number of a typed month: a number, or a name or abbreviation in Indonesian, English or Balinese. */
export function monthNumber(typed: string): number | undefined {
  if (/^[0-9]{1,2}$/u.test(typed)) {
    const month = Number(typed);
    return month >= 1 && month <= 12 ? month : undefined;
  }
  const word = typed.normalize('NFKD').replace(/\p{M}|\.$/gu, '').toLowerCase();
  if (!/^[a-z]{3,12}$/u.test(word)) return undefined;
  const index = MONTH_STEMS.findIndex((stems) => stems.split(' ').includes(word.slice(0, 3)));
  return index < 0 ? undefined : index + 1;
}

function partsOf(date: string): DateParts {
  const parts = dateParts(date);
  if (!parts) throw new RangeError('not a date: expected an existing day written YYYY-MM-DD');
  return parts;
}

function dayNumber(date: string): number {
  const { year, month, day } = partsOf(date);
  return Date.UTC(year, month - 1, day) / DAY;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
