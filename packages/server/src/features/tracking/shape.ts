import { allowedActions, isFinal, maskName, requirementsFor, witaDate, type Service, type Stage } from '@e-sewaka/contract';
import type { components } from '@e-sewaka/contract';
import type { App } from '../../context.js';
import type { Reader } from '../../db/index.js';
import { listEvents } from '../applications/events.js';
import { nested, statusOf, type ApplicationRow } from '../applications/row.js';
import { toLetter } from '../applications/shape.js';
import { serviceOf } from '../applications/stages.js';
import { findOffice, villageName } from '../villages/offices.js';

type Schemas = components['schemas'];
type Event = Schemas['ApplicationEvent'];

/** What the tracker shows: how far it is and what comes next, with a masked name and no answers. */
export async function toTracking(app: App, reader: Reader, row: ApplicationRow): Promise<Schemas['Tracking']> {
  const service = serviceOf(app, row);
  const status = statusOf(row);
  const events = await listEvents(reader, row.id, { audience: 'applicant' });
  const village = app.villages.find(row.village_code);
  const letter = toLetter(row);
  const correction = nested.correction(row);
  const rejection = nested.rejection(row);
  return {
    applicationId: row.id,
    serviceId: row.service_id,
    serviceTitle: service.title,
    villageCode: row.village_code,
    villageName: village === undefined ? row.village_code : villageName(village),
    status,
    revision: row.revision,
    submittedAt: row.submitted_at,
    updatedAt: row.updated_at,
    ...(isFinal(status) ? {} : { dueOn: row.due_on }),
    maskedName: maskName(row.applicant_name),
    steps: toSteps(service, row, events),
    events,
    ...(status === 'incomplete' && correction !== undefined ? { correction } : {}),
    ...(status === 'ready_for_pickup' ? { pickup: toPickup(app, service, row) } : {}),
    ...(letter === undefined ? {} : { letter }),
    ...(rejection === undefined ? {} : { rejection }),
    allowedActions: allowedActions({ status, actor: { role: 'applicant' } }),
    contactPhone: village?.phone ?? '',
    serverTime: app.clock().toISOString(),
  };
}

/** The stations of the way: those before the present one are done, and none is left out by an early end. */
function toSteps(service: Service, row: ApplicationRow, events: readonly Event[]): Schemas['TrackingStep'][] {
  const status = statusOf(row);
  const ended = isFinal(status);
  const reached = service.stages.findIndex((stage) => stage.id === row.stage_id);
  const finished = status === 'completed' || status === 'picked_up';
  const submitted = { id: 'submitted', title: { id: 'Diajukan', en: 'Submitted' }, state: 'done' as const, at: row.submitted_at };
  const stages = service.stages.map((stage, at): Schemas['TrackingStep'] => {
    if (finished || at < reached) return stage.post === 'kadus' ? passedKadus(stage, row, events) : passed(stage, leftAt(stage.status, events));
    if (ended) return { id: stage.id, title: stage.title, state: 'skipped' };
    return { id: stage.id, title: stage.title, state: at === Math.max(reached, 0) ? 'current' : 'upcoming' };
  });
  return [submitted, ...stages];
}

const passed = ({ id, title }: Stage, at: string | undefined): Schemas['TrackingStep'] => ({ id, title, state: 'done', ...(at === undefined ? {} : { at }) });

/** The Kadus has checked only if he said something; what he withheld stays between him and the office. */
function passedKadus(stage: Stage, { vouching }: ApplicationRow, events: readonly Event[]): Schemas['TrackingStep'] {
  if (vouching === 'vouched') return passed(stage, events.findLast((event) => event.action === 'vouch')?.at);
  return vouching === 'withheld' ? passed(stage, undefined) : { id: stage.id, title: stage.title, state: 'skipped' };
}

/** When an application last left a status for the next one. */
function leftAt(status: string, events: readonly Event[]): string | undefined {
  return events.findLast((event) => event.from === status && ['approve', 'sign', 'hand_over'].includes(event.action))?.at;
}

/** Where and when to fetch the letter, and which originals to bring. */
function toPickup(app: App, service: Service, row: ApplicationRow): Schemas['Pickup'] {
  const office = findOffice(app, row.office);
  const village = app.villages.find(row.office) ?? app.villages.find(row.village_code);
  const handedIn = nested.documents(row);
  const asked = requirementsFor(service, nested.answers(row), { today: witaDate(app.clock()) });
  return {
    place: office === undefined ? '' : `${office.name}, ${office.address}`.slice(0, 300),
    hours: village?.hours ?? [],
    bringOriginals: asked.filter((requirement) => handedIn[requirement.id] !== undefined).map((requirement) => requirement.label),
  };
}
