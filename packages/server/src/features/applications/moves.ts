import { isFinal, untouchedLimits, type Action, type Service, type Stage } from '@e-sewaka/contract';
import type { App } from '../../context.js';
import type { ApplicationsTable, Tx } from '../../db/index.js';
import { problem } from '../../problems.js';
import { recordEvent, type Mover, type NewEvent } from './events.js';
import { statusOf, type ApplicationRow } from './row.js';
import { destination, officeOf, postFor, stageDueOn } from './stages.js';

/** One step of the lifecycle, by whoever takes it. */
export interface Move {
  readonly action: Action;
  readonly mover: Mover;
  readonly note?: string | undefined;
  readonly fields?: NewEvent['fields'];
  readonly visibleToApplicant?: boolean;
  /** Where it goes on instead, when a check has to be made again. */
  readonly stage?: Stage | undefined;
  /** Further columns that change with it. */
  readonly change?: Partial<ApplicationsTable>;
}

/** Channel on which an application's own changes are told. */
export const applicationChannel = (applicationId: string): string => `application:${applicationId}`;
/** Channel on which an office's desk hears of changes. */
export const deskChannel = (office: string): string => `desk:${office}`;
/** Channel on which the Kadus of a banjar hears of changes. */
export const kadusChannel = (office: string, banjarKey: string): string => `desk:${office}/${banjarKey}`;
/** Channel for those who may read every office. */
export const wholeCityChannel = 'desk:*';

/**
 * Moves an application: status, stage, office and clock change together, the event is recorded, and everyone who
 * watches or waits hears of it when `tx` commits. The only way an application ever changes its status.
 * @throws `action_not_allowed` when the lifecycle knows no such way, `precondition_failed` when somebody was faster.
 */
export async function move(tx: Tx, app: App, row: ApplicationRow, service: Service, step: Move): Promise<ApplicationRow> {
  const status = statusOf(row);
  const way = destination(service, { status, stageId: row.stage_id }, step.action);
  if (way === undefined) throw problem('action_not_allowed');
  const target = { ...way, stage: step.stage ?? way.stage };
  const now = app.clock();
  const ended = isFinal(target.status) ? now.toISOString() : null;
  const office = target.stage === undefined ? row.office : officeOf(target.stage.unit, row.village_code);
  const change: Partial<ApplicationsTable> = {
    status: target.status,
    stage_id: target.stage?.id ?? row.stage_id,
    office,
    needs_post: postFor(service, target, step.change?.banjar_key === undefined ? row.banjar_key : step.change.banjar_key),
    stage_due_on: target.status === 'incomplete' ? null : stageDueOn(target.stage, now),
    revision: row.revision + 1,
    updated_at: now.toISOString(),
    ended_at: ended,
    purge_after: ended === null ? null : daysAfter(now, service.retention.days),
    ...step.change,
  };
  await applyChange(tx, row, change);
  const { sequence } = await recordEvent(tx, {
    applicationId: row.id,
    at: now.toISOString(),
    mover: step.mover,
    action: step.action,
    from: status,
    to: target.status,
    note: step.note,
    fields: step.fields,
    ...(step.visibleToApplicant === undefined ? {} : { visibleToApplicant: step.visibleToApplicant }),
  });
  const moved = { ...row, ...change };
  await announce(tx, app, moved, { sequence, desks: new Set([...desksOf(row), ...desksOf(moved)]) });
  // A check within the same office changes nothing that a message could say.
  if (target.status !== status || office !== row.office) await app.outbox.add(tx, 'status-notice', { applicationId: row.id, sequence });
  await scheduleEnd(tx, app, moved, now);
  return moved;
}

/** The channels of the desks on which an application lies. */
export function desksOf({ office, banjar_key: banjarKey }: Pick<ApplicationRow, 'office' | 'banjar_key'>): string[] {
  return [deskChannel(office), ...(banjarKey === null ? [] : [kadusChannel(office, banjarKey)])];
}

/** Tells trackers and desks that an application changed. */
export async function announce(
  tx: Tx,
  app: Pick<App, 'events'>,
  row: ApplicationRow,
  news: { sequence: number; desks: ReadonlySet<string> },
): Promise<void> {
  const change = { applicationId: row.id, status: row.status, revision: row.revision, sequence: news.sequence, at: row.updated_at };
  await app.events.publish(tx, applicationChannel(row.id), change);
  for (const desk of news.desks) await app.events.publish(tx, desk, change);
  await app.events.publish(tx, wholeCityChannel, change);
}

/** Whoever is waited for is reminded halfway, and at the limit the application expires, unless it moves before. */
async function scheduleEnd(tx: Tx, app: Pick<App, 'outbox'>, row: ApplicationRow, now: Date): Promise<void> {
  const days = untouchedLimits[statusOf(row)];
  if (days === undefined) return;
  const payload = { applicationId: row.id, revision: row.revision };
  await app.outbox.add(tx, 'reminder', payload, { notBefore: new Date(daysAfter(now, days / 2)) });
  await app.outbox.add(tx, 'expiry', payload, { notBefore: new Date(daysAfter(now, days)) });
}

async function applyChange(tx: Tx, row: ApplicationRow, change: Partial<ApplicationsTable>): Promise<void> {
  const done = await tx
    .updateTable('applications')
    .set(change)
    .where('id', '=', row.id)
    .where('revision', '=', row.revision)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n) throw problem('precondition_failed');
}

function daysAfter(instant: Date, days: number): string {
  return new Date(instant.getTime() + days * 86_400_000).toISOString();
}
