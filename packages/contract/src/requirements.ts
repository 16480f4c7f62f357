import { answerOf, testHolds, type RawAnswers } from './conditions.js';
import { addDays, ageOn, isDate } from './dates.js';
import { pointerTo } from './pointer.js';
import type { AgeCondition, AnswerProblem, AnswerProblemCode, Requirement, RequirementCondition, Service, SimpleCondition } from './service.js';

/** How one requirement is met. */
export type ProvidedDocument =
  | { readonly way: 'upload'; readonly uploadIds: readonly string[] }
  | { readonly way: 'bring_original' };

/** Provided documents by requirement id. */
export type Documents = Readonly<Record<string, ProvidedDocument>>;

export interface DocumentContext {
  readonly today: string;
  /** Whether an upload is there and clean; without it `document_not_ready` is not checked. */
  readonly isReady?: (uploadId: string) => boolean;
}

/** The documents that these answers ask for, in order; optional ones included. */
export function requirementsFor(service: Pick<Service, 'requirements'>, answers: RawAnswers, context: { readonly today: string }): Requirement[] {
  return service.requirements.filter((requirement) => requirement.when === undefined || holds(requirement.when, answers, context.today));
}

/** Checks provided documents; pointers are relative to the documents (`/kartu-keluarga`). */
export function checkDocuments(service: Pick<Service, 'requirements'>, answers: RawAnswers, documents: Documents, context: DocumentContext): AnswerProblem[] {
  const asked = requirementsFor(service, answers, context);
  const problems = asked.flatMap((requirement): AnswerProblem[] => {
    const given = Object.hasOwn(documents, requirement.id) ? documents[requirement.id] : undefined;
    if (given) return checkDocument(requirement, given, context);
    return requirement.required === false ? [] : [at(requirement.id, 'document_required')];
  });
  const ids = new Set(asked.map((requirement) => requirement.id));
  const strange = Object.keys(documents).filter((id) => !ids.has(id));
  return [...problems, ...strange.slice(0, 20).map((id) => at(id, 'document_not_asked'))];
}

function checkDocument(requirement: Requirement, given: ProvidedDocument, context: DocumentContext): AnswerProblem[] {
  if (!requirement.ways.includes(given.way)) return [at(requirement.id, 'document_way_not_accepted')];
  if (given.way === 'bring_original') return [];
  const { uploadIds } = given;
  const max = requirement.maxFiles ?? 1;
  if (uploadIds.length === 0) return [at(requirement.id, 'document_required')];
  if (uploadIds.length > max) return [{ ...at(requirement.id, 'too_many_files'), params: { max } }];
  if (new Set(uploadIds).size < uploadIds.length) return [at(requirement.id, 'repeated')];
  const { isReady } = context;
  if (!isReady) return [];
  return uploadIds.flatMap((id, index): AnswerProblem[] =>
    isReady(id) ? [] : [{ pointer: pointerTo(requirement.id, 'uploadIds', index), code: 'document_not_ready' }],
  );
}

function holds(condition: RequirementCondition, answers: RawAnswers, today: string): boolean {
  if ('all' in condition) return condition.all.every((test) => oneHolds(test, answers, today));
  if ('any' in condition) return condition.any.some((test) => oneHolds(test, answers, today));
  return oneHolds(condition, answers, today);
}

// "Older than 5 years" starts the day after the fifth birthday, "older than 60 days" on day 61.
function oneHolds(test: SimpleCondition | AgeCondition, answers: RawAnswers, today: string): boolean {
  if (!('olderThanYears' in test || 'olderThanDays' in test)) return testHolds(test, answers);
  const date = answerOf(answers, test.field);
  if (typeof date !== 'string' || !isDate(date)) return false;
  if ('olderThanDays' in test) return addDays(date, test.olderThanDays) < today;
  return ageOn(date, addDays(today, -1)) >= test.olderThanYears;
}

function at(id: string, code: AnswerProblemCode): AnswerProblem {
  return { pointer: pointerTo(id), code };
}
