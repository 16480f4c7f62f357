import { answerWarnings, banjarKey, banjarOf, dueState, isFinal, maskName, witaDate, type DueState } from '@e-sewaka/contract';
import type { components } from '@e-sewaka/contract';
import type { App } from '../../context.js';
import type { Reader } from '../../db/index.js';
import { listEvents } from '../applications/events.js';
import { nested, statusOf, type ApplicationRow } from '../applications/row.js';
import { toApplication } from '../applications/shape.js';
import { serviceOf, vouchingOf } from '../applications/stages.js';
import { previewNumber } from '../documents/number.js';
import { allowedAtDesk, type DeskUser } from './access.js';
import { runningStatuses, type DeskRow } from './store.js';

type Schemas = components['schemas'];

/** How urgent an application is for the office; one that waits for somebody else is not. */
export function dueOf(row: Pick<ApplicationRow, 'status' | 'due_on'>, today: string): DueState {
  return runningStatuses.some((status) => status === row.status) ? dueState(row.due_on, today) : 'later';
}

/** An application as the inbox lists it. */
export function toDeskItem(app: App, row: DeskRow, user: DeskUser): Schemas['DeskItem'] {
  const status = statusOf(row);
  const claim = toClaim(row, user);
  return {
    id: row.id,
    serviceId: row.service_id,
    serviceTitle: app.catalog.get(row.service_id)?.title ?? { id: row.service_id, en: row.service_id },
    maskedName: maskName(row.applicant_name),
    villageCode: row.village_code,
    ...homeOf(app, row),
    status,
    revision: row.revision,
    submittedAt: row.submitted_at,
    updatedAt: row.updated_at,
    ...(isFinal(status) ? {} : { dueOn: row.due_on }),
    due: dueOf(row, witaDate(app.clock())),
    ...(claim === null ? {} : { claimedBy: claim }),
    ...needsPost(row),
  };
}

function homeOf(app: App, row: DeskRow): { banjar?: string } {
  const service = app.catalog.get(row.service_id);
  const banjar = service === undefined ? undefined : banjarOf(service, nested.answers(row), row.village_code);
  return banjar === undefined ? {} : { banjar };
}

/** Everything an officer needs to decide. */
export async function toDeskApplication(app: App, reader: Reader, row: DeskRow, user: DeskUser): Promise<Schemas['DeskApplication']> {
  const service = serviceOf(app, row);
  // An approval may pass the application on to another office: from then on nothing is to be done here.
  const state = vouchingOf(service, row);
  const actions = user.office === undefined || user.office === row.office ? allowedAtDesk(user, statusOf(row), state) : [];
  const number = await previewNumber(reader, app, row, service);
  return {
    application: toApplication(row, actions),
    registryMatch: row.registry_match,
    warnings: answerWarnings(service, nested.answers(row)).map((warning) => ({ ...warning, pointer: `/answers${warning.pointer}` })),
    events: await listEvents(reader, row.id, { audience: 'officer', limit: 500 }),
    files: await listFiles(reader, row.id),
    claim: toClaim(row, user),
    allowedActions: actions,
    ...needsPost(row),
    ...(state === undefined ? {} : { vouching: { state, ...whoseKadus(app, row, banjarOf(service, nested.answers(row), row.village_code)) } }),
    due: dueOf(row, witaDate(app.clock())),
    ...(number === undefined ? {} : { letterNumberPreview: number.number }),
    service,
  };
}

/** The banjar as the applicant wrote it, and who heads it by the village's own list. */
function whoseKadus(app: App, row: ApplicationRow, banjar: string | undefined): { banjar?: string; kadus?: string } {
  if (banjar === undefined || row.banjar_key === null) return {};
  const heads = app.villages.find(row.village_code)?.officers ?? [];
  const kadus = heads.find((officer) => officer.post === 'kadus' && officer.banjar !== undefined && banjarKey(officer.banjar) === row.banjar_key)?.name;
  return { banjar, ...(kadus === undefined ? {} : { kadus }) };
}

function toClaim(row: DeskRow, user: DeskUser): Schemas['Claim'] | null {
  if (row.claim_account === null) return null;
  return { name: row.claim_name ?? '', mine: row.claim_account === user.accountId, ...(row.claim_at === null ? {} : { at: row.claim_at }) };
}

function needsPost(row: ApplicationRow): { needsPost?: Schemas['Post'] } {
  return row.needs_post === null ? {} : { needsPost: row.needs_post as Schemas['Post'] };
}

async function listFiles(reader: Reader, applicationId: string): Promise<Schemas['DeskFile'][]> {
  const rows = await reader
    .selectFrom('application_files')
    .innerJoin('uploads', 'uploads.id', 'application_files.upload_id')
    .select(['application_files.requirement_id', 'uploads.id', 'uploads.name', 'uploads.media_type', 'uploads.size', 'uploads.state'])
    .where('application_files.application_id', '=', applicationId)
    .orderBy('application_files.requirement_id')
    .orderBy('application_files.position')
    .execute();
  return rows.map((row) => ({
    requirementId: row.requirement_id,
    uploadId: row.id,
    name: row.name,
    mediaType: row.media_type as Schemas['DeskFile']['mediaType'],
    size: Number(row.size),
    state: row.state,
  }));
}
