import { dateFrom, daysInMonth, monthNumber } from './dates.js';
import { parseEmail } from './identity/email.js';
import { parseKk } from './identity/kk.js';
import { parseNib } from './identity/nib.js';
import { parseNik } from './identity/nik.js';
import { parseNpwp } from './identity/npwp.js';
import { parsePhone } from './identity/phone.js';
import { parseRegionCode } from './identity/region-code.js';
import { pointerTo } from './pointer.js';
import { parseInteger, parseMoney, parseTime } from './numbers.js';
import type { Address, AddressField, Answer, AnswerProblem, AnswerProblemCode, Field, Option } from './service.js';
import { cleanLine, cleanLines, foldText } from './text.js';

/** What native inputs give: one string, several (checkboxes), or named parts (date, address). */
export type RawInput = string | readonly string[] | Readonly<Record<string, string>> | undefined;

/** A typed answer in canonical spelling, or why it cannot be read; neither when nothing was typed. */
export interface ParsedAnswer {
  readonly answer?: Answer;
  readonly problem?: AnswerProblem;
}

/**
 * Turns what was typed or pasted into a canonical answer: spaces, dots, dashes, case, month names, `Rp` and the many
 * spellings of a phone number are understood. What it returns still has to pass `checkAnswers`.
 */
export function parseAnswer(field: Field, raw: RawInput): ParsedAnswer {
  if (field.type === 'checkboxes') return parseOptions(field.options, raw);
  if (field.type === 'address') return parseAddress(field, raw);
  if (field.type === 'date') return parseDate(field.name, raw);
  const typed = typeof raw === 'string' ? raw : isList(raw) ? (raw[0] ?? '') : '';
  const line = cleanLine(typed);
  if (line === '') return {};
  return parseText(field, typed, line);
}

function parseText(field: Exclude<Field, { type: 'checkboxes' | 'address' | 'date' }>, typed: string, line: string): ParsedAnswer {
  switch (field.type) {
    case 'text':
    case 'name':
    case 'banjar':
      return { answer: line };
    case 'textarea':
      return { answer: cleanLines(typed) };
    case 'nik':
      return found(field, parseNik(line), line);
    case 'kk':
      return found(field, parseKk(line), line);
    case 'npwp':
      return found(field, parseNpwp(line), line);
    case 'nib':
      return found(field, parseNib(line), line);
    case 'phone':
      return found(field, parsePhone(line), line);
    case 'email':
      return found(field, parseEmail(line), line);
    case 'time':
      return found(field, parseTime(line), line);
    case 'integer':
      return found(field, parseInteger(line, field.unit), line);
    case 'money':
      return found(field, parseMoney(line), line);
    case 'radios':
    case 'select':
      return found(field, optionValue(field.options, typed), line, 'not_an_option');
    case 'confirm':
      return /^(?:false|off|0|no|tidak)$/iu.test(line) ? {} : { answer: true };
    case 'village':
      return found(field, parseRegionCode(line), line);
  }
}

// How many digits were typed tells a person more than "wrong format".
function found(field: Field, answer: Answer | undefined, line: string, code: AnswerProblemCode = 'wrong_format'): ParsedAnswer {
  if (answer !== undefined) return { answer };
  const digits = code === 'wrong_format' ? line.replace(/[^0-9]+/gu, '').length : 0;
  return { problem: { pointer: pointerTo(field.name), code, ...(digits > 0 && { params: { digits } }) } };
}

function parseOptions(options: readonly Option[], raw: RawInput): ParsedAnswer {
  const given = typeof raw === 'string' ? [raw] : isList(raw) ? raw : [];
  const values = given.filter((value) => cleanLine(value) !== '').map((value) => optionValue(options, value) ?? value);
  return values.length === 0 ? {} : { answer: [...new Set(values)] };
}

function optionValue(options: readonly Option[], typed: string): string | undefined {
  const exact = options.find((option) => option.value === typed || option.value === typed.trim());
  if (exact) return exact.value;
  const folded = foldText(typed);
  return options.find(({ value, label }) => [value, label.id, label.en, label.ban ?? ''].some((word) => foldText(word) === folded && folded !== ''))?.value;
}

function parseAddress(field: AddressField, raw: RawInput): ParsedAnswer {
  const parts = isParts(raw) ? raw : { street: typeof raw === 'string' ? raw : '' };
  const read = (name: keyof Address): string => cleanLine(Object.hasOwn(parts, name) ? (parts[name] ?? '') : '');
  const names = field.scope === 'any' ? (['street', 'city', 'postalCode'] as const) : (['street', 'banjar', 'villageCode', 'postalCode'] as const);
  const postalCode = read('postalCode').replace(/\s+/gu, '');
  if (postalCode !== '' && !/^[0-9]{5}$/u.test(postalCode)) return { problem: { pointer: pointerTo(field.name, 'postalCode'), code: 'wrong_format' } };
  const given: Partial<Record<keyof Address, string>> = {};
  for (const name of names) {
    const value = name === 'postalCode' ? postalCode : read(name);
    if (value !== '') given[name] = name === 'villageCode' ? (parseRegionCode(value) ?? value) : value;
  }
  // An empty street stays, so that the check can name the missing part.
  return Object.keys(given).length === 0 ? {} : { answer: { ...given, street: given.street ?? '' } };
}

/** Reads three typed parts, or one text in the usual orders (day first; ISO; `March 29, 2025`). */
function parseDate(name: string, raw: RawInput): ParsedAnswer {
  const parts = isParts(raw) ? partsFromInputs(raw) : partsFromText(cleanLine(typeof raw === 'string' ? raw : isList(raw) ? (raw[0] ?? '') : ''));
  const problem = (code: AnswerProblemCode, part?: string): ParsedAnswer => ({
    problem: { pointer: pointerTo(name), code, ...(part !== undefined && { params: { part } }) },
  });
  if (parts === undefined) return problem('wrong_format');
  const { day, month, year } = parts;
  if (day === '' && month === '' && year === '') return {};
  const missing = (['day', 'month', 'year'] as const).find((part) => parts[part] === '');
  if (missing) return problem('required', missing);
  const [d, m, y] = [/^[0-9]{1,2}$/u.test(day) ? Number(day) : NaN, monthNumber(month), /^[0-9]{4}$/u.test(year) ? Number(year) : NaN];
  if (!(d >= 1 && d <= 31)) return problem('impossible_date', 'day');
  if (m === undefined) return problem('impossible_date', 'month');
  if (!(y >= 1800 && y <= 2199)) return problem('impossible_date', 'year');
  const date = dateFrom(y, m, d);
  return date === undefined ? problem('impossible_date', d > daysInMonth(y, m) ? 'day' : 'month') : { answer: date };
}

interface TypedDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

function partsFromInputs(raw: Readonly<Record<string, string>>): TypedDate {
  const read = (part: string): string => cleanLine(Object.hasOwn(raw, part) ? (raw[part] ?? '') : '').normalize('NFKC');
  return { day: read('day'), month: read('month'), year: read('year') };
}

function partsFromText(line: string): TypedDate | undefined {
  if (line === '') return { day: '', month: '', year: '' };
  if (line.length > 60) return undefined;
  // A weekday before the comma says nothing that the date does not.
  const text = line.normalize('NFKC').replace(/^\p{L}[\p{L}\p{M}']*\s*,\s*(?=[0-9])/u, '').replace(/([0-9])(?:st|nd|rd|th)\b/iu, '$1');
  const compact = /^([0-9]{2})([0-9]{2})([0-9]{4})$/u.exec(text);
  if (compact) return typedDate(compact[1], compact[2], compact[3]);
  const words = text.split(/[\s/.,\-‐-―]+/u).filter((word) => word !== '');
  const [a = '', b = '', c = ''] = words;
  if (words.length !== 3) return undefined;
  if (/^[0-9]{4}$/u.test(a)) return typedDate(c, b, a);
  return /^[0-9]/u.test(a) ? typedDate(a, b, c) : typedDate(b, a, c);
}

function typedDate(day = '', month = '', year = ''): TypedDate {
  return { day, month, year };
}

function isList(raw: RawInput): raw is readonly string[] {
  return Array.isArray(raw);
}

function isParts(raw: RawInput): raw is Readonly<Record<string, string>> {
  return typeof raw === 'object' && !Array.isArray(raw);
}
