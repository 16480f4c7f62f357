import type { Post, Service, Stage } from './service.js';
import type { VouchState } from './vouching.js';

/** Every status of an application; the Indonesian words stand in the locale files. */
export const statuses = [
  'incomplete',
  'in_review',
  'awaiting_signature',
  'ready_for_pickup',
  'picked_up',
  'cancelled',
  'rejected',
  'completed',
  'expired',
] as const;
export type Status = (typeof statuses)[number];

/** Statuses in which nothing can happen any more. */
export const finalStatuses = ['picked_up', 'cancelled', 'rejected', 'completed', 'expired'] as const satisfies readonly Status[];

/** Every action that moves an application. */
export const actions = [
  'request_correction',
  'correct',
  'withdraw',
  'approve',
  'return_to_review',
  'sign',
  'hand_over',
  'reject',
  'expire',
  'vouch',
  'withhold',
] as const;
export type Action = (typeof actions)[number];

export type ActorRole = 'applicant' | 'officer' | 'system' | 'machine';

/** Who acts. A machine with a post acts as that post; without one it acts for its applicants. */
export interface Actor {
  readonly role: ActorRole;
  readonly post?: Post;
}

export type Delivery = Service['delivery'];

/** One row of the lifecycle: which action leads where, who may do it and what it must carry. */
export interface Transition {
  readonly action: Action;
  readonly from: readonly Status[];
  /** The next status; for a signature it depends on how the product is delivered. */
  readonly to: Status | Readonly<Record<Delivery, Status>>;
  readonly by: readonly (Post | 'applicant' | 'system')[];
  /** What must come with the action, as names in the request. */
  readonly needs?: 'note' | 'answers';
}

const deciders = ['operator', 'secretary', 'head'] as const;

/** The lifecycle, read by server and desk alike. A new application starts `in_review`. */
export const transitions: readonly Transition[] = [
  { action: 'request_correction', from: ['in_review'], to: 'incomplete', by: deciders, needs: 'note' },
  { action: 'correct', from: ['incomplete'], to: 'in_review', by: ['applicant'], needs: 'answers' },
  { action: 'withdraw', from: ['incomplete', 'in_review'], to: 'cancelled', by: ['applicant'] },
  { action: 'approve', from: ['in_review'], to: 'awaiting_signature', by: deciders },
  { action: 'return_to_review', from: ['awaiting_signature'], to: 'in_review', by: ['head', 'secretary'] },
  { action: 'sign', from: ['awaiting_signature'], to: { pickup: 'ready_for_pickup', download: 'completed' }, by: ['head'] },
  { action: 'hand_over', from: ['ready_for_pickup'], to: 'picked_up', by: ['operator'] },
  { action: 'reject', from: ['in_review', 'awaiting_signature'], to: 'rejected', by: deciders, needs: 'note' },
  { action: 'expire', from: ['incomplete', 'ready_for_pickup'], to: 'expired', by: ['system'] },
  // The Kadus says what he knows of a resident; the status stays, the stage goes on.
  { action: 'vouch', from: ['in_review'], to: 'in_review', by: ['kadus'] },
  { action: 'withhold', from: ['in_review'], to: 'in_review', by: ['kadus'], needs: 'note' },
];

/** When the Kadus may still say something: his word stands once given, but a word withheld may be given later. */
const vouchable: Readonly<Partial<Record<Action, readonly VouchState[]>>> = {
  vouch: ['awaited', 'withheld', 'waived'],
  withhold: ['awaited', 'waived'],
};

/** Calendar days after which an untouched application expires. */
export const untouchedLimits: Readonly<Partial<Record<Status, number>>> = { incomplete: 30, ready_for_pickup: 90 };

/** Whether an application in this status has ended. */
export function isFinal(status: Status): boolean {
  return finalStatuses.some((final) => final === status);
}

/** Narrows any text to a status. */
export function isStatus(value: string): value is Status {
  return statuses.some((status) => status === value);
}

/**
 * What an actor may do with an application now. How the product is delivered changes where a signature leads, not who may
 * sign; `vouching` is how the Kadus's check stands, without which there is nothing for a Kadus to do.
 */
export function allowedActions(given: { readonly status: Status; readonly actor: Actor; readonly delivery?: Delivery; readonly vouching?: VouchState | undefined }): Action[] {
  const { status, actor, vouching } = given;
  const isOpen = ({ action }: Transition): boolean => !(action in vouchable) || (vouching !== undefined && (vouchable[action]?.includes(vouching) ?? false));
  return transitions.filter((row) => row.from.includes(status) && mayAct(row, actor) && isOpen(row)).map((row) => row.action);
}

/** Whether an action must carry words of the officer: approving does where the Kadus has not vouched, to say why it goes on without him. */
export function needsNote(action: Action, vouching?: VouchState): boolean {
  if (action === 'approve') return vouching === 'awaited' || vouching === 'withheld';
  return transitions.some((row) => row.action === action && row.needs === 'note');
}

/** Where an action leads; undefined when it is not allowed from this status or, if an actor is given, for that actor. */
export function nextStatus(given: {
  readonly status: Status;
  readonly action: Action;
  readonly delivery: Delivery;
  readonly actor?: Actor;
}): Status | undefined {
  const row = transitions.find((candidate) => candidate.action === given.action && candidate.from.includes(given.status));
  if (!row || (given.actor && !mayAct(row, given.actor))) return undefined;
  return typeof row.to === 'string' ? row.to : row.to[given.delivery];
}

/** The first stage of a service that is worked in this status, if any. */
export function stageFor(service: Pick<Service, 'stages'>, status: Status): Stage | undefined {
  return service.stages.find((stage) => stage.status === status);
}

/** Working days that all stages of a service may take together. */
export function totalWorkingDays(service: Pick<Service, 'stages'>): number {
  return service.stages.reduce((sum, stage) => sum + stage.workingDays, 0);
}

function mayAct(row: Transition, actor: Actor): boolean {
  const acting = actor.role === 'officer' ? actor.post : actor.role === 'machine' ? (actor.post ?? 'applicant') : actor.role;
  return acting !== undefined && row.by.includes(acting);
}
