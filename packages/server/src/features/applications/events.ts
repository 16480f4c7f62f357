import type { components } from '@e-sewaka/contract';
import type { ApplicationEventsTable, Reader, Tx } from '../../db/index.js';
import { newId } from '../../ids.js';
import { record } from '../audit.js';

type Event = components['schemas']['ApplicationEvent'];

/** Who made a move, for the record. `name` is only ever shown to officers. */
export interface Mover {
  readonly role: ApplicationEventsTable['actor_role'];
  readonly name?: string;
  readonly ref?: string;
  readonly post?: string;
}

/** A move about to be recorded. */
export interface NewEvent {
  readonly applicationId: string;
  readonly at: string;
  readonly mover: Mover;
  readonly action: Event['action'];
  readonly from: string | null;
  readonly to: string;
  readonly note?: string | undefined;
  readonly fields?: readonly { readonly pointer: string; readonly note: string }[] | undefined;
  readonly visibleToApplicant?: boolean;
}

/** Records a move as the next event of its application, and for longer when an office made it. The caller holds the row. */
export async function recordEvent(tx: Tx, event: NewEvent): Promise<{ sequence: number }> {
  const last = await tx
    .selectFrom('application_events')
    .select((kept) => kept.fn.max('sequence').as('sequence'))
    .where('application_id', '=', event.applicationId)
    .executeTakeFirst();
  const sequence = Number(last?.sequence ?? 0) + 1;
  await tx
    .insertInto('application_events')
    .values({
      id: newId('evt'),
      application_id: event.applicationId,
      sequence,
      at: event.at,
      actor_role: event.mover.role,
      actor_name: event.mover.name ?? null,
      actor_ref: event.mover.ref ?? null,
      post: event.mover.post ?? null,
      action: event.action,
      from_status: event.from,
      to_status: event.to,
      note: event.note ?? null,
      fields: event.fields === undefined ? null : JSON.stringify(event.fields),
      visible_to_applicant: event.visibleToApplicant === false ? 0 : 1,
    })
    .execute();
  const { role, ref } = event.mover;
  if ((role === 'officer' || role === 'machine') && ref !== undefined) {
    await record(tx, [{ at: event.at, actor: `${role}:${ref}`, action: `applications.${event.action}`, object: event.applicationId }]);
  }
  return { sequence };
}

/** Reads the events of an application in order, from after a sequence number. */
export async function listEvents(
  reader: Reader,
  applicationId: string,
  options: { audience: 'applicant' | 'officer'; after?: number; limit?: number },
): Promise<Event[]> {
  let query = reader
    .selectFrom('application_events')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('sequence', '>', options.after ?? 0);
  if (options.audience === 'applicant') query = query.where('visible_to_applicant', '=', 1);
  const rows = await query.orderBy('sequence').limit(options.limit ?? 200).execute();
  return rows.map((row) => toEvent(row, options.audience));
}

function toEvent(row: ApplicationEventsTable, audience: 'applicant' | 'officer'): Event {
  const event = {
    id: row.id,
    sequence: row.sequence,
    at: row.at,
    actorRole: row.actor_role,
    ...(row.post === null ? {} : { post: row.post }),
    action: row.action,
    ...(row.from_status === null ? {} : { from: row.from_status }),
    ...(row.to_status === null ? {} : { to: row.to_status }),
    ...(row.note === null ? {} : { note: row.note }),
    ...(row.fields === null ? {} : { fields: JSON.parse(row.fields) as Event['fields'] }),
  };
  const forOfficers = {
    ...(row.actor_name === null ? {} : { actorName: row.actor_name }),
    visibleToApplicant: row.visible_to_applicant === 1,
  };
  // Text columns hold only what `recordEvent` wrote; the response schema checks the enumerations once more.
  return (audience === 'officer' ? { ...event, ...forOfficers } : event) as Event;
}
