import { randomBytes } from 'node:crypto';
import { banjarKey, banjarOf, createTrackingCode, formatTrackingCode, kadusStage, type Answers, type Service } from '@e-sewaka/contract';
import type { App, Context, RequestFacts } from '../../context.js';
import type { ApplicationsTable, Tx } from '../../db/index.js';
import { newId } from '../../ids.js';
import { databaseRegistry } from '../../population/database.js';
import { compareClaim, type RegistryMatch } from '../../population/registry.js';
import { subjectOf } from '../../principal.js';
import { problem } from '../../problems.js';
import { residentRef } from '../identity/resident-ref.js';
import { factorHash, trackingHash } from '../tracking/secrets.js';
import { findOffered, requireAcceptable, textAnswer, type Submission } from './check.js';
import { applicantMover } from './access.js';
import { recordEvent } from './events.js';
import { attachFiles, namedFiles } from './files.js';
import { announce, desksOf } from './moves.js';
import { insertApplication, readyUploads } from './store.js';
import { firstStage, officeOf, postFor, promisedOn, stageDueOn } from './stages.js';

/** What filing needs to know: the server's parts, who files, and from which site. */
export type Filing = App & Pick<Context, 'principal'> & { readonly request: Pick<RequestFacts, 'siteKey'> };

/** Answers, and the service whose rules say which of them name the applicant. */
export type Claim = Pick<Submission, 'serviceId' | 'answers'>;

/** A filed application and the code that opens it, which is never to be seen again. */
export interface Filed {
  readonly row: ApplicationsTable;
  readonly trackingCode: string;
}

/** Compares who the applicant says to be with the registry; nothing of it is told to the applicant. */
export async function matchApplicant(ctx: Pick<App, 'catalog' | 'db'>, submission: Claim): Promise<RegistryMatch> {
  const named = ctx.catalog.get(submission.serviceId)?.applicant;
  const [nik, kk, bornOn] = [named?.nik, named?.kk, named?.bornOn].map((name) => textAnswer(submission.answers, name));
  return compareClaim(databaseRegistry(ctx.db), {
    ...(nik === undefined ? {} : { nik }),
    ...(kk === undefined ? {} : { kk }),
    ...(bornOn === undefined ? {} : { bornOn }),
  });
}

/**
 * Who the applicant says to be, and what the registry says to it: told anew with every set of answers. With another NIK
 * it is no longer in the list of whoever it was matched to before.
 */
export function identityOf(
  ctx: Pick<Context, 'catalog' | 'secrets' | 'principal'>,
  { serviceId, answers }: Claim,
  registryMatch: RegistryMatch,
  before?: Pick<ApplicationsTable, 'applicant_nik_hash' | 'resident_ref'>,
): Pick<ApplicationsTable, 'applicant_name' | 'applicant_nik_hash' | 'resident_ref' | 'registry_match'> {
  const named = ctx.catalog.get(serviceId)?.applicant;
  const nik = textAnswer(answers, named?.nik);
  const nikRef = nik === undefined ? null : residentRef(ctx, nik);
  const matched = registryMatch === 'match' ? nikRef : null;
  const kept = before?.applicant_nik_hash === nikRef ? before.resident_ref : null;
  return {
    applicant_name: textAnswer(answers, named?.name) ?? '',
    applicant_nik_hash: nikRef,
    resident_ref: ctx.principal.kind === 'resident' ? ctx.principal.residentRef : (kept ?? matched),
    registry_match: registryMatch,
  };
}

/** The banjar whose Kadus checks, as it is compared; null where no Kadus does or the applicant names none of the village. */
export function banjarKeyOf(service: Service, answers: Answers, villageCode: string): string | null {
  const banjar = kadusStage(service) === undefined ? undefined : banjarOf(service, answers, villageCode);
  return banjar === undefined ? null : banjarKey(banjar) || null;
}

/** Files an application: everything it is made of is stored in `tx`, or nothing is. */
export async function file(tx: Tx, ctx: Filing, submission: Submission, registryMatch: RegistryMatch): Promise<Filed> {
  requireOwnVillage(ctx, submission.villageCode);
  const service = findOffered(ctx, submission);
  const ready = await readyUploads(tx, namedFiles(submission.documents).map((each) => each.uploadId), undefined);
  requireAcceptable(service, submission, { now: ctx.clock(), isReady: (id) => ready.has(id) });
  const trackingCode = createTrackingCode(randomBytes(16));
  const row = toRow(ctx, submission, { service, registryMatch, trackingCode });
  if (!(await insertApplication(tx, row))) {
    throw problem('validation_failed', { errors: [{ pointer: '/draftId', code: 'already_submitted' }] });
  }
  await attachFiles(tx, row.id, submission.documents, row.submitted_at);
  const { sequence } = await recordEvent(tx, {
    applicationId: row.id,
    at: row.submitted_at,
    mover: applicantMover(ctx.principal),
    action: 'submit',
    from: null,
    to: row.status,
  });
  await announce(tx, ctx, row, { sequence, desks: new Set(desksOf(row)) });
  await ctx.outbox.add(tx, 'status-notice', { applicationId: row.id, sequence });
  return { row, trackingCode: formatTrackingCode(trackingCode) };
}

/** A program that works for one village files there alone. @throws `forbidden` */
function requireOwnVillage({ principal, villages }: Pick<Context, 'principal' | 'villages'>, villageCode: string): void {
  if (principal.kind !== 'machine' || principal.office === undefined) return;
  if (villages.find(principal.office) !== undefined && principal.office !== villageCode) throw problem('forbidden');
}

/** One draft makes one application, per subject: a second net below the idempotency key. */
function draftKey(ctx: Pick<Context, 'principal' | 'secrets'>, submission: Submission): string | null {
  const { draftId } = submission;
  // A guest's draft is told apart from another guest's by the phone, which only its author knows to repeat.
  return draftId === undefined
    ? null
    : ctx.secrets.hash('draft', [subjectOf(ctx.principal), submission.contact.phone, submission.serviceId, draftId].join('\n'));
}

function toRow(
  ctx: Filing,
  submission: Submission,
  made: { service: Service; registryMatch: RegistryMatch; trackingCode: string },
): ApplicationsTable {
  const { service, registryMatch } = made;
  const { principal } = ctx;
  const now = ctx.clock();
  const stage = firstStage(service);
  const banjar = banjarKeyOf(service, submission.answers, submission.villageCode);
  const code = trackingHash(ctx, made.trackingCode);
  return {
    id: newId('app'),
    tracking_hash: code,
    factor_kind: submission.trackingFactor.kind,
    factor_hash: factorHash(ctx, code, submission.trackingFactor),
    draft_key: draftKey(ctx, submission),
    service_id: service.id,
    service_version: service.version,
    village_code: submission.villageCode,
    office: officeOf(stage?.unit ?? 'village', submission.villageCode),
    needs_post: postFor(service, { stage, status: 'in_review' }, banjar),
    stage_id: stage?.id ?? null,
    banjar_key: banjar,
    vouching: null,
    status: 'in_review',
    revision: 1,
    answers: JSON.stringify(submission.answers),
    documents: JSON.stringify(submission.documents ?? {}),
    contact: JSON.stringify(submission.contact),
    declaration: JSON.stringify({ ...submission.declaration, at: now.toISOString(), locale: submission.locale ?? 'id' }),
    locale: submission.locale ?? 'id',
    correction: null,
    rejection: null,
    ...identityOf(ctx, submission, registryMatch),
    machine_client: principal.kind === 'machine' ? principal.clientId : null,
    site_id: ctx.request.siteKey ?? null,
    letter_number: null,
    letter_sequence: null,
    letter_office: null,
    document_id: null,
    submitted_at: now.toISOString(),
    updated_at: now.toISOString(),
    due_on: promisedOn(service, now),
    stage_due_on: stageDueOn(stage, now),
    ended_at: null,
    purge_after: null,
  };
}
