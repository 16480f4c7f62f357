import { kadusStage, requirementsFor, sameResident, witaDate } from '@e-sewaka/contract';
import type { Context } from '../../context.js';
import type { Tx } from '../../db/index.js';
import type { HandlersOf } from '../../handlers.js';
import { problem } from '../../problems.js';
import { reply } from '../../reply.js';
import { noteAccess } from '../audit.js';
import { positionOf, readPage, toPage } from '../paging.js';
import { allowedTo, applicantMover, ownerOf } from './access.js';
import { checkContent, findOffered, requireVersion } from './check.js';
import { listEvents } from './events.js';
import { attachFiles, namedFiles } from './files.js';
import { move } from './moves.js';
import { nested, type ApplicationRow } from './row.js';
import { etagOf, toApplication } from './shape.js';
import { promisedAfterCorrection, serviceOf, vouchingOf } from './stages.js';
import { listOwned, lockOwned, readApplication, readOwned, readyUploads } from './store.js';
import { banjarKeyOf, file, identityOf, matchApplicant } from './submit.js';

/** Every filing sends a message to the phone it names, which need not be the sender's. */
const filedPerPhone = { limit: 30, seconds: 3_600, counts: 'anybody' } as const;

/** The operations of the applicant: filing, reading, correcting and withdrawing. */
export const applications = {
  async 'applications.validate'({ body }, ctx) {
    const service = ctx.catalog.get(body.serviceId);
    if (service === undefined) throw problem('validation_failed', { errors: [{ pointer: '/serviceId', code: 'not_an_option' }] });
    requireVersion(service, body.serviceVersion);
    if (body.villageCode !== undefined) findOffered(ctx, { ...body, villageCode: body.villageCode });
    const ready = await readyUploads(ctx.db.read, namedFiles(body.documents).map((each) => each.uploadId), undefined);
    const problems = checkContent(service, body, { now: ctx.clock(), isReady: (id) => ready.has(id) });
    const requirements = requirementsFor(service, body.answers, { today: witaDate(ctx.clock()) });
    return { valid: problems.length === 0, problems, requirements };
  },

  async 'applications.submit'({ body }, ctx) {
    if (ctx.principal.kind !== 'machine') await ctx.limits.takeShared('submit-phone', body.contact.phone, filedPerPhone);
    const registryMatch = await matchApplicant(ctx, body);
    return ctx.once(async (tx) => {
      const { row, trackingCode } = await file(tx, ctx, body, registryMatch);
      const token = await ctx.sessions.issue(tx, { kind: 'applicant', applicationId: row.id });
      const application = toApplication(row, allowedTo(ctx.principal, row));
      const receipt = { application, trackingCode, accessToken: token.accessToken, accessTokenExpiresAt: token.expiresAt };
      return reply(201, receipt, { etag: etagOf(row.revision), location: `/v1/applications/${row.id}` });
    });
  },

  async 'applications.list'({ query }, ctx) {
    const filters = { status: query.status, serviceId: query.serviceId };
    const page = readPage(ctx, query, filters);
    const rows = await listOwned(ctx.db.read, ownerOf(ctx.principal), { statuses: query.status, serviceId: query.serviceId, page });
    await noteAccess(ctx, ...rows.slice(0, page.limit).map((row) => row.id));
    return toPage(rows, page, { item: (row) => toApplication(row, allowedTo(ctx.principal, row)), keys: (row) => [row.submitted_at, row.id] });
  },

  async 'applications.get'({ path }, ctx) {
    const row = found(await readOwned(ctx.db.read, ownerOf(ctx.principal), path.applicationId));
    await noteAccess(ctx, row.id);
    return shown(ctx, row);
  },

  async 'applications.correct'({ path, body }, ctx) {
    const before = found(await readOwned(ctx.db.read, ownerOf(ctx.principal), path.applicationId));
    const claim = { serviceId: before.service_id, answers: body.answers };
    const identity = identityOf(ctx, claim, await matchApplicant(ctx, claim), before);
    const row = await change(ctx, path.applicationId, isCorrected(body), async (tx, kept) => {
      if (!allowedTo(ctx.principal, kept).includes('correct')) throw problem('not_editable');
      const service = serviceOf(ctx, kept);
      const now = ctx.clock();
      const ready = await readyUploads(tx, namedFiles(body.documents).map((each) => each.uploadId), kept.id);
      const errors = checkContent(service, body, { now, isReady: (id) => ready.has(id) });
      if (errors.length > 0) throw problem('validation_failed', { errors });
      await attachFiles(tx, kept.id, body.documents, now.toISOString());
      const corrected = {
        answers: JSON.stringify(body.answers),
        documents: JSON.stringify(body.documents),
        ...identity,
        service_version: service.version,
        correction: null,
        banjar_key: banjarKeyOf(service, body.answers, kept.village_code),
      };
      // What the Kadus said was about who applies and where; said of somebody else it is worth nothing.
      const again = vouchingOf(service, kept) !== undefined && !sameResident(service, nested.answers(kept), body.answers);
      const from = again ? { stage: kadusStage(service), vouching: null } : { stage: undefined, vouching: kept.vouching };
      const due = promisedAfterCorrection(service, { ...kept, stage_id: from.stage?.id ?? kept.stage_id }, now);
      const change = { ...corrected, vouching: from.vouching, due_on: due };
      await move(tx, ctx, kept, service, { action: 'correct', mover: applicantMover(ctx.principal), stage: from.stage, change });
    });
    return shown(ctx, row);
  },

  async 'applications.withdraw'({ path, body }, ctx) {
    const row = await change(ctx, path.applicationId, isWithdrawn, async (tx, kept) => {
      if (!allowedTo(ctx.principal, kept).includes('withdraw')) throw problem('action_not_allowed');
      await move(tx, ctx, kept, serviceOf(ctx, kept), { action: 'withdraw', mover: applicantMover(ctx.principal), note: body.reason });
    });
    return shown(ctx, row);
  },

  async 'applications.listEvents'({ path, query }, ctx) {
    const row = found(await readOwned(ctx.db.read, ownerOf(ctx.principal), path.applicationId));
    const page = readPage(ctx, query, row.id);
    const after = positionOf(page);
    const events = await listEvents(ctx.db.read, row.id, { audience: 'applicant', after, limit: page.limit + 1 });
    return toPage(events, page, { item: (event) => event, keys: (event) => [String(event.sequence)] });
  },
} satisfies HandlersOf<
  | 'applications.validate'
  | 'applications.submit'
  | 'applications.list'
  | 'applications.get'
  | 'applications.correct'
  | 'applications.withdraw'
  | 'applications.listEvents'
>;

function found(row: ApplicationRow | undefined): ApplicationRow {
  if (row === undefined) throw problem('not_found');
  return row;
}

function shown(ctx: Context, row: ApplicationRow) {
  return reply(200, toApplication(row, allowedTo(ctx.principal, row)), { etag: etagOf(row.revision) });
}

const isWithdrawn = (row: ApplicationRow): boolean => row.status === 'cancelled';
const isCorrected =
  ({ answers, documents }: { answers: unknown; documents: unknown }) =>
  (row: ApplicationRow): boolean =>
    row.status === 'in_review' && row.answers === JSON.stringify(answers) && row.documents === JSON.stringify(documents);

/**
 * Locks an own application, checks that the caller saw its present state, changes it, and reads it again. What is done
 * already is not refused: the answer to the first request may have been lost on the way.
 */
async function change(
  ctx: Context,
  id: string,
  isDone: (row: ApplicationRow) => boolean,
  work: (tx: Tx, row: ApplicationRow) => Promise<void>,
): Promise<ApplicationRow> {
  const owner = ownerOf(ctx.principal);
  return ctx.db.transaction(async (tx) => {
    const row = found(await lockOwned(tx, ctx.db, owner, id));
    if (!isDone(row)) {
      ctx.requireRevision(row.revision);
      await work(tx, row);
    }
    return found(await readApplication(tx, id));
  });
}
