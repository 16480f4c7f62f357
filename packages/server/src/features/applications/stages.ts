import { holidays } from '@e-sewaka/catalog';
import { addWorkingDays, nextStatus, totalWorkingDays, vouchState, witaDate, type Action, type Post, type Service, type Stage, type Status, type Unit, type VouchState } from '@e-sewaka/contract';
import type { App } from '../../context.js';
import type { ApplicationsTable } from '../../db/index.js';
import { problem } from '../../problems.js';

const deciders: ReadonlySet<Post> = new Set(['operator', 'secretary', 'head']);

/** The working calendar that due dates are counted by. */
export const calendar = { holidays };

/** The office that works for a unit on an application of this village. */
export function officeOf(unit: Unit, villageCode: string): string {
  switch (unit) {
    case 'village':
      return villageCode;
    case 'kecamatan':
      return villageCode.split('.').slice(0, 3).join('.');
    case 'dukcapil':
    case 'dpmptsp':
      return unit;
  }
}

/** Where an action leads: the status, and the stage that goes with it (none when the application rests or has ended). */
export interface Destination {
  readonly status: Status;
  readonly stage: Stage | undefined;
}

/** Says where an action leads from a stage; undefined when the lifecycle does not know the way. */
export function destination(service: Service, from: { status: Status; stageId: string | null }, action: Action): Destination | undefined {
  const status = nextStatus({ status: from.status, action, delivery: service.delivery });
  if (status === undefined) return undefined;
  const at = service.stages.findIndex((stage) => stage.id === from.stageId);
  const current = service.stages[at];
  const before = service.stages.slice(0, Math.max(at, 0));
  const after = service.stages.slice(at + 1);
  switch (action) {
    case 'approve': {
      // One approval covers every check of the same office; a second office takes over without the review ending.
      const next = after.find((stage) => stage.status === 'awaiting_signature' || (stage.status === 'in_review' && stage.unit !== current?.unit));
      return next?.status === 'in_review' ? { status: 'in_review', stage: next } : { status, stage: signing(after) ?? current };
    }
    case 'return_to_review':
      return { status, stage: before.findLast((stage) => stage.status === 'in_review') ?? current };
    case 'sign':
      return { status, stage: after.find((stage) => stage.status === status) };
    case 'vouch':
    case 'withhold':
      // Said later than in his own stage, the word of the Kadus moves nothing.
      return { status, stage: current?.post === 'kadus' ? (after.find((stage) => stage.status === 'in_review' && stage.unit === current.unit) ?? current) : current };
    case 'correct':
    case 'request_correction':
      return { status, stage: current };
    case 'withdraw':
    case 'hand_over':
    case 'reject':
    case 'expire':
      return { status, stage: undefined };
  }
}

/** The stage an application starts in. */
export function firstStage(service: Service): Stage | undefined {
  return service.stages.find((stage) => stage.status === 'in_review') ?? service.stages[0];
}

/** How the Kadus's check of a stored application stands. */
export const vouchingOf = (service: Service, row: { stage_id: string | null; vouching: ApplicationsTable['vouching'] }): VouchState | undefined =>
  vouchState(service, { stageId: row.stage_id, record: row.vouching });

/** The post that has to act in a stage; where the applicant named no banjar, no Kadus can, and the officer who follows does. */
export function postFor(service: Service, { stage, status }: Destination, banjarKey: string | null): Post | null {
  if (status === 'awaiting_signature') return 'head';
  if (status === 'ready_for_pickup') return 'operator';
  if (status !== 'in_review') return null;
  if (stage?.post === 'kadus' && banjarKey !== null) return 'kadus';
  const here = service.stages.slice(Math.max(0, service.stages.findIndex((each) => each.id === stage?.id)));
  const deciding = here.find((each) => each.status === 'in_review' && each.unit === stage?.unit && deciders.has(each.post));
  return deciding?.post ?? 'operator';
}

/** The office that signs a service's letter. */
export function signingOffice(service: Service, villageCode: string): string {
  const stage = signing(service.stages);
  return officeOf(stage?.unit ?? 'village', villageCode);
}

/** The day by which a new application is promised. */
export function promisedOn(service: Service, at: Date): string {
  return addWorkingDays(witaDate(at), totalWorkingDays(service), calendar);
}

/** The day by which a stage is to be done when it starts now. */
export function stageDueOn(stage: Stage | undefined, at: Date): string | null {
  return stage === undefined ? null : addWorkingDays(witaDate(at), stage.workingDays, calendar);
}

/** After a correction the office has the remaining stages' time again, and never less than before. */
export function promisedAfterCorrection(service: Service, row: { stage_id: string | null; due_on: string }, at: Date): string {
  const rest = service.stages.slice(Math.max(0, service.stages.findIndex((stage) => stage.id === row.stage_id)));
  const again = addWorkingDays(witaDate(at), totalWorkingDays({ stages: rest }), calendar);
  return again > row.due_on ? again : row.due_on;
}

function signing(stages: readonly Stage[]): Stage | undefined {
  const waiting = stages.filter((stage) => stage.status === 'awaiting_signature');
  return waiting.find((stage) => stage.post === 'head') ?? waiting[0];
}

/** The definition an application is handled by. A village that took its own service file away has made it unavailable. */
export function serviceOf(app: Pick<App, 'catalog'>, row: { service_id: string }): Service {
  const service = app.catalog.get(row.service_id);
  if (service === undefined) throw problem('unavailable', { detail: 'the service file of this application is missing' });
  return service;
}
