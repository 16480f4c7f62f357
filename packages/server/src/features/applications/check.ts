import { checkAnswers, checkDocuments, checkPin, isOffered, witaDate, type AnswerProblem, type Answers, type Service } from '@e-sewaka/contract';
import type { App } from '../../context.js';
import { problem, type FieldProblem } from '../../problems.js';
import type { Contact, SubmittedDocuments } from './row.js';

/** What is checked by a service's rules. */
export interface Content {
  readonly answers: Answers;
  readonly documents?: SubmittedDocuments | undefined;
}

/** What a submission holds, whatever its service. */
export interface Submission extends Content {
  readonly serviceId: string;
  readonly serviceVersion?: number | undefined;
  readonly villageCode: string;
  readonly contact: Contact;
  readonly trackingFactor: { readonly kind: 'phone' | 'born_on' | 'pin'; readonly value: string };
  readonly locale?: string | undefined;
  readonly declaration: { readonly accepted: boolean; readonly textVersion: string };
  readonly draftId?: string | undefined;
}

/** Finds the service a village is asked for. @throws when there is no such village or it does not offer the service. */
export function findOffered(app: App, wanted: { serviceId: string; serviceVersion?: number | undefined; villageCode: string }): Service {
  const village = app.villages.find(wanted.villageCode);
  if (village === undefined) throw problem('unknown_village', { errors: [{ pointer: '/villageCode', code: 'unknown_village' }] });
  const service = app.catalog.get(wanted.serviceId);
  if (service === undefined || service.channel === 'counter' || !isOffered(service, village)) {
    throw problem('service_not_offered', { errors: [{ pointer: '/serviceId', code: 'service_not_offered' }] });
  }
  requireVersion(service, wanted.serviceVersion);
  return service;
}

/** A form that was opened before the service changed asks for other things: it is never guessed at. */
export function requireVersion(service: Service, version: number | undefined): void {
  if (version !== undefined && version !== service.version) throw problem('service_version_outdated');
}

/** Checks answers and documents by the service's rules; pointers are relative to the request body. */
export function checkContent(
  service: Service,
  { answers, documents = {} }: Content,
  given: { readonly now: Date; readonly isReady: (uploadId: string) => boolean },
): FieldProblem[] {
  const today = witaDate(given.now);
  const { isReady } = given;
  return [
    ...checkAnswers(service, answers, { today }).map((found) => below('/answers', found)),
    ...checkDocuments(service, answers, documents, { today, isReady }).map((found) => below('/documents', found)),
  ];
}

/** Checks a whole submission. @throws `validation_failed` or `weak_pin`. */
export function requireAcceptable(service: Service, submission: Submission, given: Parameters<typeof checkContent>[2]): void {
  const errors = [...checkContent(service, submission, given), ...checkFactor(service, submission)];
  if (errors.length > 0) throw problem('validation_failed', { errors });
  const { kind, value } = submission.trackingFactor;
  const bornOn = textAnswer(submission.answers, service.applicant.bornOn);
  if (kind === 'pin' && checkPin(value, bornOn === undefined ? {} : { bornOn }) !== undefined) {
    throw problem('weak_pin', { errors: [{ pointer: '/trackingFactor/value', code: 'weak_pin' }] });
  }
}

/** A text among the answers, by the name the service gives it. */
export function textAnswer(answers: Answers, name: string | undefined): string | undefined {
  const answer = name === undefined ? undefined : answers[name];
  return typeof answer === 'string' ? answer : undefined;
}

/** Phone and birth date are known already; a different one would lock the applicant out. */
function checkFactor(service: Service, { trackingFactor, contact, answers }: Submission): FieldProblem[] {
  const expected = { phone: contact.phone, born_on: textAnswer(answers, service.applicant.bornOn), pin: trackingFactor.value };
  const matches = expected[trackingFactor.kind] === trackingFactor.value;
  return matches ? [] : [{ pointer: '/trackingFactor/value', code: 'does_not_match' }];
}

function below(root: string, found: AnswerProblem): FieldProblem {
  return { ...found, pointer: `${root}${found.pointer}` };
}
