import { isDate, addDays } from './dates.js';
import { emailPattern, explainEmail } from './identity/email.js';
import { explainKk } from './identity/kk.js';
import { explainNib } from './identity/nib.js';
import { explainNik } from './identity/nik.js';
import { explainNpwp } from './identity/npwp.js';
import { explainPhone } from './identity/phone.js';
import type { AnswerProblemCode, DateField, Field } from './service.js';

/** A text: its length in code points and a pattern for `new RegExp(pattern, 'u')`, also valid in JSON Schema. */
export interface StringRule {
  readonly type: 'string';
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern: string;
}

/** What is structurally right for an answer: nothing here that JSON Schema 2020-12 cannot say as well. */
export type FieldRule =
  | StringRule
  | { readonly type: 'integer'; readonly minimum: number; readonly maximum: number }
  | { readonly type: 'option'; readonly options: readonly string[] }
  | { readonly type: 'options'; readonly options: readonly string[]; readonly exclusive: readonly string[]; readonly minItems: 0 | 1 }
  | { readonly type: 'true' }
  | { readonly type: 'object'; readonly properties: Readonly<Record<string, { readonly required: boolean; readonly rule: StringRule }>> };

/** What the semantic rules need to know beyond the answer. */
export interface RuleContext {
  /** Today's date in Bali, `YYYY-MM-DD`. */
  readonly today: string;
  /** Dotted codes of all villages; without it `unknown_village` is not checked. */
  readonly villages?: ReadonlySet<string>;
}

/** A semantic refusal of one answer; `path` points inside it. */
export interface SemanticProblem {
  readonly path?: string;
  readonly code: AnswerProblemCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

// Controls, line and paragraph separators, direction overrides, byte-order mark, lone surrogates: none belongs in a letter.
const ODD = '\\u007f-\\u009f\\u200b\\u2028-\\u202e\\u2066-\\u2069\\ufeff\\ud800-\\udfff';
const LINE = `^[^\\s\\u0000-\\u001f${ODD}][^\\u0000-\\u001f${ODD}]*$`;
const LINES = `^[^\\s\\u0000-\\u001f${ODD}][^\\u0000-\\u0009\\u000b-\\u001f${ODD}]*$`;
// Letters of any script, apostrophes, dots, commas, hyphens, slashes and brackets: no digits or other ASCII signs.
const NAME = `^[^\\s\\u0000-\\u0026\\u0028-@\\[-_\\{-~${ODD}][^\\u0000-\\u001f!-&*+0-9:-@\\[-_\\{-~${ODD}]*$`;
const VILLAGE = '^51\\.71\\.[0-9]{2}\\.[12][0-9]{3}$';

const digits = (count: number): StringRule => ({ type: 'string', pattern: `^[0-9]{${count}}$` });
const line = (maxLength: number): StringRule => ({ type: 'string', minLength: 1, maxLength, pattern: LINE });

/** Largest amount of money a field takes without its own bound. */
export const MAX_MONEY = 999_999_999_999;
/** Largest whole number a field takes without its own bound. */
export const MAX_INTEGER = 999_999_999;

/** The structural rule of a field: the one source for the check, the derived JSON Schema and the form. */
export function fieldRules(field: Field): FieldRule {
  switch (field.type) {
    case 'text':
      return { type: 'string', minLength: Math.max(1, field.minLength ?? 1), maxLength: field.maxLength ?? 200, pattern: LINE };
    case 'textarea':
      return { type: 'string', minLength: Math.max(1, field.minLength ?? 1), maxLength: field.maxLength ?? 2_000, pattern: LINES };
    case 'name':
      return { type: 'string', minLength: 1, maxLength: 100, pattern: NAME };
    case 'nik':
    case 'kk':
      return digits(16);
    case 'npwp':
      return { type: 'string', pattern: '^[0-9]{15,16}$' };
    case 'nib':
      return digits(13);
    case 'phone':
      return { type: 'string', pattern: '^\\+[1-9][0-9]{7,14}$' };
    case 'email':
      return { type: 'string', maxLength: 254, pattern: emailPattern };
    case 'date':
      return { type: 'string', pattern: '^(1[89]|2[01])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' };
    case 'time':
      return { type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' };
    case 'integer':
      return { type: 'integer', minimum: field.min ?? 0, maximum: field.max ?? MAX_INTEGER };
    case 'money':
      return { type: 'integer', minimum: field.min ?? 0, maximum: field.max ?? MAX_MONEY };
    case 'radios':
    case 'select':
      return { type: 'option', options: field.options.map((option) => option.value) };
    case 'checkboxes':
      return {
        type: 'options',
        options: field.options.map((option) => option.value),
        exclusive: field.options.filter((option) => option.exclusive).map((option) => option.value),
        minItems: isRequired(field) ? 1 : 0,
      };
    case 'confirm':
      return { type: 'true' };
    case 'village':
      return { type: 'string', pattern: VILLAGE };
    case 'banjar':
      return line(80);
    case 'address':
      return { type: 'object', properties: addressProperties(field.scope ?? 'city') };
    default:
      return unreachable(field);
  }
}

/** What a structurally sound answer still has wrong: dates, check digits, reference data. */
export function semanticProblem(field: Field, answer: unknown, context: RuleContext): SemanticProblem | undefined {
  switch (field.type) {
    case 'nik':
      return identifierProblem(explainNik(String(answer)).errors);
    case 'kk':
      return identifierProblem(explainKk(String(answer)).errors);
    case 'npwp':
      return identifierProblem(explainNpwp(String(answer)).errors);
    case 'nib':
      return identifierProblem(explainNib(String(answer)).errors);
    case 'phone':
      return identifierProblem(explainPhone(String(answer)).errors);
    case 'email':
      return identifierProblem(explainEmail(String(answer)).errors);
    case 'date':
      return dateProblem(field, String(answer), context.today);
    case 'village':
      return villageProblem(answer, context);
    case 'address':
      return typeof answer === 'object' && answer !== null && 'villageCode' in answer ? villageProblem(answer.villageCode, context, 'villageCode') : undefined;
    default:
      return undefined;
  }
}

/** Whether a field that is asked must be answered. */
export function isRequired(field: { readonly required?: boolean }): boolean {
  return field.required !== false;
}

/** Whether a field holds personal data: identifiers, names and addresses always, others when marked. */
export function isPersonal(field: Field): boolean {
  return ['nik', 'kk', 'npwp', 'nib', 'phone', 'email', 'name', 'address'].includes(field.type) || field.pii === true;
}

/** The earliest and latest day a date field takes, where it has bounds; numbers count days from today. */
export function dateBounds(field: DateField, today: string): { readonly min?: string; readonly max?: string } {
  const day = (bound: string | number): string => (typeof bound === 'number' ? addDays(today, bound) : bound);
  return { ...(field.min !== undefined && { min: day(field.min) }), ...(field.max !== undefined && { max: day(field.max) }) };
}

function addressProperties(scope: 'city' | 'any'): Record<string, { required: boolean; rule: StringRule }> {
  const street = { required: true, rule: line(200) };
  const postalCode = { required: false, rule: digits(5) };
  return scope === 'city'
    ? { street, banjar: { required: false, rule: line(80) }, villageCode: { required: true, rule: { type: 'string', pattern: VILLAGE } }, postalCode }
    : { street, city: { required: true, rule: line(80) }, postalCode };
}

function identifierProblem(errors: readonly string[]): SemanticProblem | undefined {
  return errors[0] === undefined ? undefined : { code: 'impossible_identifier', params: { reason: errors[0] } };
}

function dateProblem(field: DateField, date: string, today: string): SemanticProblem | undefined {
  if (!isDate(date)) return { code: 'impossible_date' };
  const { min, max } = dateBounds(field, today);
  if (min !== undefined && date < min) return { code: 'date_too_early', params: { min } };
  return max !== undefined && date > max ? { code: 'date_too_late', params: { max } } : undefined;
}

function villageProblem(code: unknown, context: RuleContext, path?: string): SemanticProblem | undefined {
  if (!context.villages || context.villages.has(String(code))) return undefined;
  return { code: 'unknown_village', ...(path !== undefined && { path }) };
}

function unreachable(field: never): never {
  throw new TypeError(`no rule for field ${JSON.stringify(field)}`);
}
