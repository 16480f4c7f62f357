import type { Condition, Field, RequirementCondition, Service, SimpleCondition, Step } from './service.js';

/** Answers as they arrived, before anything was checked. */
export type RawAnswers = Readonly<Record<string, unknown>>;

/** One answer by field name; names such as `constructor` never reach the prototype. */
export function answerOf(answers: RawAnswers, name: string): unknown {
  return Object.hasOwn(answers, name) ? answers[name] : undefined;
}

/** Whether one test holds: exact equality, and never for a missing answer or a list. */
export function testHolds(test: SimpleCondition, answers: RawAnswers): boolean {
  const given = answerOf(answers, test.field);
  if (given === undefined) return false;
  return 'in' in test ? test.in.some((value) => value === given) : test.equals === given;
}

/** Whether a condition holds for the answers as given. */
export function conditionHolds(condition: Condition, answers: RawAnswers): boolean {
  if ('all' in condition) return condition.all.every((test) => testHolds(test, answers));
  if ('any' in condition) return condition.any.some((test) => testHolds(test, answers));
  return testHolds(condition, answers);
}

/** Whether a step, field or row with an optional `when` is shown. */
export function isVisible(item: { readonly when?: Condition }, answers: RawAnswers): boolean {
  return item.when === undefined || conditionHolds(item.when, answers);
}

/** The steps that are asked, each with only the fields that are asked; steps without any field are left out. */
export function visibleSteps(service: Pick<Service, 'steps'>, answers: RawAnswers): Step[] {
  return service.steps
    .filter((step) => isVisible(step, answers))
    .map((step) => ({ ...step, fields: step.fields.filter((field) => isVisible(field, answers)) }))
    .filter((step) => step.fields.length > 0);
}

/** The fields that are asked, in order. */
export function visibleFields(service: Pick<Service, 'steps'>, answers: RawAnswers): Field[] {
  return visibleSteps(service, answers).flatMap((step) => step.fields);
}

/** Every field of a service, asked or not. */
export function allFields(service: Pick<Service, 'steps'>): Field[] {
  return service.steps.flatMap((step) => step.fields);
}

/** Drops answers to fields that are not asked, again and again until nothing more falls away; unknown names go too. */
export function pruneAnswers<T>(service: Pick<Service, 'steps'>, answers: Readonly<Record<string, T>>): Record<string, T> {
  let kept = Object.entries(answers);
  for (;;) {
    const asked = new Set(visibleFields(service, Object.fromEntries(kept)).map((field) => field.name));
    const next = kept.filter(([name]) => asked.has(name));
    if (next.length === kept.length) return Object.fromEntries(kept);
    kept = next;
  }
}

/** Names of the fields that a condition reads, for checking a service file. */
export function conditionFields(condition: Condition | RequirementCondition): string[] {
  if ('all' in condition) return condition.all.map((test) => test.field);
  if ('any' in condition) return condition.any.map((test) => test.field);
  return [condition.field];
}
