import { allFields, answerOf, visibleFields, type RawAnswers } from './conditions.js';
import { fieldRules, isRequired, semanticProblem, type FieldRule, type RuleContext, type StringRule } from './fields.js';
import type { IdentifierWarningCode } from './identity/explanation.js';
import { explainNik, type KnownPerson } from './identity/nik.js';
import { pointerTo } from './pointer.js';
import type { AnswerProblem, AnswerProblemCode, Field, Service } from './service.js';
import { semanticCodes } from './service.js';

// A hostile body must not buy a long reply.
const MOST_UNKNOWN = 20;
const patterns = new Map<string, RegExp>();

/** Something odd about the answers that officers should see; never a refusal. */
export interface AnswerWarning {
  readonly pointer: string;
  readonly code: IdentifierWarningCode;
}

/**
 * Checks canonical answers against a service: visibility, structure, then meaning.
 * Pointers are relative to the answers (`/nik`); unknown names, answers to hidden questions and missing ones are refused.
 */
export function checkAnswers(service: Pick<Service, 'steps'>, answers: unknown, context: RuleContext): AnswerProblem[] {
  if (!isObject(answers)) return [{ pointer: '', code: 'wrong_type' }];
  const asked = new Set(visibleFields(service, answers));
  const fields = allFields(service);
  const problems = fields.flatMap((field) => checkOne(field, answers, asked.has(field), context));
  const known = new Set(fields.map((field) => field.name));
  const unknown = Object.keys(answers).filter((name) => !known.has(name) && answers[name] !== undefined);
  return [...problems, ...sameAsNik(fields, answers, problems), ...sameAsOther(fields, answers, problems), ...unknown.slice(0, MOST_UNKNOWN).map((name) => at(name, 'unknown_field'))];
}

/** Checks one answer on its own, as if its field were asked; a missing one is a problem only when required. */
export function checkAnswer(field: Field, answer: unknown, context: RuleContext): AnswerProblem[] {
  if (answer === undefined) return isRequired(field) ? [at(field.name, 'required')] : [];
  const structural = checkRule(fieldRules(field), answer, pointerTo(field.name), field);
  if (structural.length > 0) return structural;
  const semantic = semanticProblem(field, answer, context);
  if (!semantic) return [];
  const pointer = semantic.path === undefined ? pointerTo(field.name) : pointerTo(field.name, semantic.path);
  return [{ pointer, code: semantic.code, ...(semantic.params && { params: semantic.params }) }];
}

/** What officers should look at in sound answers: a NIK whose date or region digits do not fit the birth date given. */
export function answerWarnings(service: Pick<Service, 'applicant'>, answers: RawAnswers): AnswerWarning[] {
  const { nik, bornOn } = service.applicant;
  const number = nik === undefined ? undefined : answerOf(answers, nik);
  if (nik === undefined || typeof number !== 'string') return [];
  const date = bornOn === undefined ? undefined : answerOf(answers, bornOn);
  const known: KnownPerson = typeof date === 'string' ? { bornOn: date } : {};
  return explainNik(number, known).warnings.map((code) => ({ pointer: pointerTo(nik), code }));
}

/** Whether a problem is one that the derived JSON Schema would find as well. */
export function isStructural(code: AnswerProblemCode): boolean {
  return !semanticCodes.some((semantic) => semantic === code);
}

function checkOne(field: Field, answers: RawAnswers, asked: boolean, context: RuleContext): AnswerProblem[] {
  const answer = answerOf(answers, field.name);
  if (asked) return checkAnswer(field, answer, context);
  return answer === undefined ? [] : [at(field.name, 'not_asked')];
}

function checkRule(rule: FieldRule, answer: unknown, pointer: string, field: Field): AnswerProblem[] {
  switch (rule.type) {
    case 'string':
      return checkString(rule, answer, pointer, isRequired(field));
    case 'integer':
      if (typeof answer !== 'number' || !Number.isInteger(answer)) return [{ pointer, code: 'wrong_type' }];
      if (answer < rule.minimum) return [{ pointer, code: 'too_small', params: { min: rule.minimum } }];
      return answer > rule.maximum ? [{ pointer, code: 'too_large', params: { max: rule.maximum } }] : [];
    case 'option':
      if (typeof answer !== 'string') return [{ pointer, code: 'wrong_type' }];
      return rule.options.includes(answer) ? [] : [{ pointer, code: 'not_an_option' }];
    case 'options':
      return checkOptions(rule, answer, pointer);
    case 'true':
      return answer === true ? [] : [{ pointer, code: 'wrong_type' }];
    case 'object':
      return checkObject(rule, answer, pointer);
  }
}

function checkString(rule: StringRule, answer: unknown, pointer: string, required: boolean): AnswerProblem[] {
  if (typeof answer !== 'string') return [{ pointer, code: 'wrong_type' }];
  if (answer === '' && required) return [{ pointer, code: 'required' }];
  const { minLength = 0, maxLength } = rule;
  // A code point takes at most two units: a text twice too long need not be counted.
  const length = maxLength === undefined || answer.length > 2 * maxLength ? answer.length : countCodePoints(answer);
  if (maxLength !== undefined && length > maxLength) return [{ pointer, code: 'too_long', params: { max: maxLength, length } }];
  if (length < minLength) return [{ pointer, code: 'too_short', params: { min: minLength, length } }];
  return compiled(rule.pattern).test(answer) ? [] : [{ pointer, code: 'wrong_format' }];
}

function checkOptions(rule: Extract<FieldRule, { type: 'options' }>, answer: unknown, pointer: string): AnswerProblem[] {
  if (!Array.isArray(answer)) return [{ pointer, code: 'wrong_type' }];
  if (answer.length < rule.minItems) return [{ pointer, code: 'required' }];
  // One item more than there are options is already wrong, so a longer list need not be read.
  const items: unknown[] = answer.slice(0, rule.options.length + 1);
  const strange = items.findIndex((item) => typeof item !== 'string' || !rule.options.includes(item));
  if (strange >= 0) return [{ pointer: `${pointer}/${strange}`, code: typeof items[strange] === 'string' ? 'not_an_option' : 'wrong_type' }];
  if (new Set(items).size < items.length) return [{ pointer, code: 'repeated' }];
  const alone = items.length > 1 && items.some((item) => rule.exclusive.some((value) => value === item));
  return alone ? [{ pointer, code: 'exclusive_option' }] : [];
}

function checkObject(rule: Extract<FieldRule, { type: 'object' }>, answer: unknown, pointer: string): AnswerProblem[] {
  if (!isObject(answer)) return [{ pointer, code: 'wrong_type' }];
  const problems = Object.entries(rule.properties).flatMap(([name, property]): AnswerProblem[] => {
    const value = answerOf(answer, name);
    if (value !== undefined) return checkString(property.rule, value, `${pointer}/${name}`, property.required);
    return property.required ? [{ pointer: `${pointer}/${name}`, code: 'required' }] : [];
  });
  const unknown = Object.keys(answer).filter((name) => !Object.hasOwn(rule.properties, name) && answer[name] !== undefined);
  return [...problems, ...unknown.slice(0, MOST_UNKNOWN).map((name): AnswerProblem => ({ pointer: pointer + pointerTo(name), code: 'unknown_field' }))];
}

// People copy the wrong number from the card: a family card number never equals a NIK.
function sameAsNik(fields: readonly Field[], answers: RawAnswers, problems: readonly AnswerProblem[]): AnswerProblem[] {
  const values = (type: Field['type']): Field[] => fields.filter((field) => field.type === type && answerOf(answers, field.name) !== undefined);
  const niks = values('nik').map((field) => answerOf(answers, field.name));
  return values('kk')
    .filter((field) => niks.includes(answerOf(answers, field.name)) && !problems.some((problem) => problem.pointer === `/${field.name}`))
    .map((field) => at(field.name, 'same_as_nik'));
}

// One person cannot stand twice where two are asked for.
function sameAsOther(fields: readonly Field[], answers: RawAnswers, problems: readonly AnswerProblem[]): AnswerProblem[] {
  return fields
    .filter((field) => {
      const answer = answerOf(answers, field.name);
      const others = 'differs' in field ? (field.differs ?? []) : [];
      return answer !== undefined && others.some((name) => answerOf(answers, name) === answer);
    })
    .filter((field) => !problems.some((problem) => problem.pointer === pointerTo(field.name)))
    .map((field) => at(field.name, 'same_as_other'));
}

function at(name: string, code: AnswerProblemCode): AnswerProblem {
  return { pointer: pointerTo(name), code };
}

function isObject(value: unknown): value is RawAnswers {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Unicode code points, the unit in which JSON Schema and the limits of fields count. */
export function countCodePoints(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}

function compiled(pattern: string): RegExp {
  let expression = patterns.get(pattern);
  if (!expression) patterns.set(pattern, (expression = new RegExp(pattern, 'u')));
  return expression;
}
