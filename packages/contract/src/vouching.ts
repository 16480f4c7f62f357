import { foldText } from './text.js';
import type { Answers, Answer, Service, Stage } from './service.js';

/** What is recorded of the Kadus's check: his word, or that an officer went on without it. */
export const vouchRecords = ['vouched', 'withheld', 'waived'] as const;
export type VouchRecord = (typeof vouchRecords)[number];

/** How the Kadus's check stands; `awaited` while nothing is recorded. */
export type VouchState = VouchRecord | 'awaited';

/** Where an application is, as far as the Kadus's check is concerned. */
export interface VouchPlace {
  readonly stageId: string | null;
  readonly record: VouchRecord | null;
}

const prefixes: ReadonlySet<string> = new Set(['banjar', 'br', 'dusun', 'dsn', 'lingkungan', 'lingk', 'link', 'dinas']);

/** Narrows any text to a record. */
export function isVouchRecord(value: unknown): value is VouchRecord {
  return vouchRecords.some((record) => record === value);
}

/** The stage in which the Kadus checks, if the service has one. */
export function kadusStage(service: Pick<Service, 'stages'>): Stage | undefined {
  return service.stages.find((stage) => stage.post === 'kadus');
}

/**
 * How the Kadus's check stands for whoever works on the application now; undefined where the service has none, or where
 * another office has taken over: what the village has settled is not asked again.
 */
export function vouchState(service: Pick<Service, 'stages'>, { stageId, record }: VouchPlace): VouchState | undefined {
  const own = kadusStage(service);
  const here = service.stages.find((stage) => stage.id === stageId);
  if (own === undefined || here === undefined || here.unit !== own.unit || here.status === 'ready_for_pickup') return undefined;
  return service.stages.indexOf(here) < service.stages.indexOf(own) ? undefined : (record ?? 'awaited');
}

/** A banjar's name as it is compared: `Br. Kaja` and `Banjar Dinas Kaja` are one. Empty when nothing is left of it. */
export function banjarKey(name: string): string {
  const words = foldText(name).split(' ').filter((word) => word !== '');
  while (words.length > 1 && prefixes.has(words[0] ?? '')) words.shift();
  return words.join(' ');
}

/** The banjar of this village that the applicant names as home, as written; undefined when none of it is named. */
export function banjarOf(service: Pick<Service, 'applicant'>, answers: Answers, villageCode: string): string | undefined {
  const answer = valueOf(answers, service.applicant.banjar);
  if (typeof answer === 'string') return answer;
  if (typeof answer !== 'object' || !('banjar' in answer) || !('villageCode' in answer)) return undefined;
  return answer.villageCode === villageCode && typeof answer.banjar === 'string' ? answer.banjar : undefined;
}

/** Whether answers still say the same about who applies and where they live: the Kadus vouched for that and for nothing else. */
export function sameResident(service: Pick<Service, 'applicant'>, before: Answers, after: Answers): boolean {
  return Object.values(service.applicant).every((name) => spelled(valueOf(before, name)) === spelled(valueOf(after, name)));
}

function valueOf(answers: Answers, name: string | undefined): Answer | undefined {
  return name !== undefined && Object.hasOwn(answers, name) ? answers[name] : undefined;
}

// The order of an address's parts is how a form happened to write them.
function spelled(value: Answer | undefined): string {
  return JSON.stringify(typeof value === 'object' && !Array.isArray(value) ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : [value]);
}
