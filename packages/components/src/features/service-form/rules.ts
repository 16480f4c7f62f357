import {
  checkAnswer,
  checkAnswers,
  checkDocuments,
  checkPin,
  parseAnswer,
  pointerTo,
  pruneAnswers,
  requirementsFor,
  structuralCodes,
  semanticCodes,
  type Answer,
  type AnswerProblem,
  type Answers,
  type Documents,
  type Field,
  type Requirement,
} from '@e-sewaka/contract';
import type { Failure } from '../../internal/failure.js';
import type { RuntimeServiceId, Submission } from '../../internal/client.js';
import type { FormProblem, FormState } from './form-state.js';
import { declarationVersion } from './own-fields.js';

/** Understands what was typed in these fields; the refusals are those of reading, not yet of the rules. */
export function understand(state: FormState, fields: readonly Field[]): ReadonlyMap<string, AnswerProblem> {
  const problems = new Map<string, AnswerProblem>();
  const values: Record<string, Answer | undefined> = {};
  for (const field of fields) {
    const { answer, problem } = parseAnswer(field, state.typed[field.name]);
    values[field.name] = answer;
    if (problem) problems.set(field.name, problem);
  }
  state.understand(values);
  return problems;
}

/** The answers of the service that are asked, without everything else the form knows. */
export function answersOf(state: FormState): Answers {
  return Object.fromEntries(
    Object.entries(pruneAnswers(state.service, state.values)).filter((entry): entry is [string, Answer] => entry[1] !== undefined),
  );
}

function pinProblem(state: FormState): FormProblem | undefined {
  const bornOn = state.textOf(state.service.applicant.bornOn ?? '');
  const problem = checkPin(state.textOf('factor.pin'), bornOn ? { bornOn } : {});
  if (problem === undefined) return undefined;
  return { pointer: pointerTo('factor.pin'), code: problem === 'not_six_digits' ? 'pin_not_six_digits' : 'pin_weak' };
}

/** Everything wrong with these fields, in their order; rules between fields of different pages are told on the later one. */
export function checkFields(state: FormState, fields: readonly Field[], today: string): FormProblem[] {
  const unread = understand(state, fields);
  const across = checkAnswers(state.service, answersOf(state), { today }).filter(({ code }) => code === 'same_as_nik' || code === 'same_as_other');
  return fields.flatMap((field): readonly FormProblem[] => {
    const problem = unread.get(field.name);
    if (problem) return [problem];
    const own = checkAnswer(field, state.values[field.name], { today });
    if (own.length > 0) return own;
    if (field.name === 'factor.pin') return [pinProblem(state) ?? []].flat();
    return across.filter(({ pointer }) => pointer === pointerTo(field.name));
  });
}

/** The documents that the answers ask for. */
export function askedDocuments(state: FormState, today: string): readonly Requirement[] {
  return requirementsFor(state.service, answersOf(state), { today });
}

/** What is wrong with the documents as provided. */
export function checkProvided(state: FormState, documents: Documents, pending: ReadonlySet<string>, today: string): FormProblem[] {
  const problems = checkDocuments(state.service, answersOf(state), documents, { today }).filter(({ code }) => code !== 'document_not_asked');
  const waiting = [...pending].map((id): FormProblem => ({ pointer: pointerTo(`doc.${id}`), code: 'document_pending' }));
  const told = problems.map((problem): FormProblem => ({ ...problem, pointer: `/doc.${problem.pointer.slice(1).split('/')[0] ?? ''}` }));
  return [...waiting, ...told.filter(({ pointer }) => !waiting.some((other) => other.pointer === pointer))];
}

function factorOf(state: FormState): Submission['trackingFactor'] {
  const kind = state.textOf('factor.kind');
  if (kind === 'pin') return { kind, value: state.textOf('factor.pin') };
  if (kind === 'born_on') return { kind, value: state.textOf(state.service.applicant.bornOn ?? '') };
  return { kind: 'phone', value: state.textOf('contact.phone') };
}

/** What is sent. */
export function submissionOf(state: FormState, documents: Documents, locale: Submission['locale'], today: string): Submission {
  const phone = state.textOf('contact.phone');
  const email = state.textOf('contact.email');
  const asked = new Set(askedDocuments(state, today).map(({ id }) => id));
  return {
    // The union's members are known services; this one was read from the server a moment ago.
    serviceId: state.service.id as RuntimeServiceId,
    serviceVersion: state.service.version,
    villageCode: state.villageCode ?? state.textOf('villageCode'),
    answers: answersOf(state),
    documents: Object.fromEntries(Object.entries(documents).filter(([id]) => asked.has(id))),
    contact: { phone, ...(email ? { email } : {}), ...(state.values['contact.whatsapp'] === true ? { whatsapp: true } : {}) },
    trackingFactor: factorOf(state),
    locale,
    declaration: { accepted: true, textVersion: declarationVersion },
    draftId: state.draftId,
  };
}

const ruleCodes: readonly string[] = [...structuralCodes, ...semanticCodes];

function isRuleCode(code: string): code is AnswerProblem['code'] {
  return ruleCodes.includes(code);
}

function ownPointer(pointer: string, state: FormState): string {
  const [, part = '', name = '', ...rest] = pointer.split('/');
  if (part === 'answers') return `/${[name, ...rest].join('/')}`;
  if (part === 'contact') return `/contact.${name}`;
  if (part === 'documents') return `/doc.${name}`;
  if (part !== 'trackingFactor') return `/${part}`;
  const kind = state.textOf('factor.kind');
  return kind === 'pin' ? '/factor.pin' : kind === 'phone' ? '/contact.phone' : pointerTo(state.service.applicant.bornOn ?? 'factor.kind');
}

/** The server's refusals as the form's own: pointers of the request body become those of its fields. */
export function problemsOf(failure: Failure, state: FormState): FormProblem[] {
  if (failure.code === 'weak_pin') return [{ pointer: '/factor.pin', code: 'pin_weak' }];
  return failure.issues.map(({ pointer, code, params }) => ({
    pointer: ownPointer(pointer, state),
    code: isRuleCode(code) ? code : code === 'weak_pin' ? 'pin_weak' : 'generic',
    ...(params ? { params } : {}),
  }));
}

/** Whether the server has an application of this draft already. */
export function isSentBefore({ code, issues }: Failure): boolean {
  return code === 'idempotency_key_reused' || issues.some((issue) => issue.code === 'already_submitted');
}
