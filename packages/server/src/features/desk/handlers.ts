import { statuses, witaDate, type DueState, type Status } from '@e-sewaka/contract';
import type { Context } from '../../context.js';
import type { Reader, Tx } from '../../db/index.js';
import type { HandlersOf } from '../../handlers.js';
import { problem } from '../../problems.js';
import { eventStream, file, reply } from '../../reply.js';
import { etagOf } from '../applications/shape.js';
import { serviceOf } from '../applications/stages.js';
import { previewNumber } from '../documents/number.js';
import { documentTag, toDocument } from '../documents/shape.js';
import { readDocument, revoke } from '../documents/store.js';
import { openClean } from '../uploads/files.js';
import { noteAccess, recordRequest } from '../audit.js';
import { readPage, toPage, type Page } from '../paging.js';
import { decides, deskUser, isHead, lettersOf, type DeskUser } from './access.js';
import { act, prepare } from './act.js';
import { claim, release } from './claims.js';
import { permitNik, soughtBy } from './search.js';
import { dueOf, toDeskApplication, toDeskItem } from './shape.js';
import { countAtDesk, listAtDesk, lockAtDesk, readAtDesk, type DeskRow, type Sought } from './store.js';
import { deskEvents } from './stream.js';

/** The work of officers: only ever on what lies at their own office. */
export const desk = {
  async 'desk.list'({ query }, ctx) {
    const user = deskUser(ctx.principal);
    const { status, due, mine, serviceId } = query;
    const filters = { status, due, mine, serviceId };
    const page = readPage(ctx, query, filters);
    const rows = await listed(ctx, user, filters, { kind: 'words', words: [] }, page);
    return toPage(rows, page, { item: (row) => toDeskItem(ctx, row, user), keys: (row) => [row.due_on, row.id] });
  },

  async 'desk.search'({ body }, ctx) {
    const user = deskUser(ctx.principal);
    const { status, due, mine, serviceId } = body;
    const sought = soughtBy(ctx, body.query);
    if (sought.kind === 'nik') await permitNik(ctx, user);
    // A cursor lies about in logs and memories of clients: it must not hold what was searched for.
    const filters = ctx.secrets.hash('desk-search', JSON.stringify({ status, due, mine, serviceId, query: body.query }));
    const page = readPage(ctx, body, filters);
    const rows = await listed(ctx, user, { status, due, mine, serviceId }, sought, page);
    // Whom an officer looks for by NIK is on record, also when nobody is found.
    if (sought.kind === 'nik') await noteAccess(ctx, ...(rows.length > 0 ? rows.map(({ id }) => id) : ['nik']));
    return toPage(rows, page, { item: (row) => toDeskItem(ctx, row, user), keys: (row) => [row.due_on, row.id] });
  },

  async 'desk.summary'(_, ctx) {
    const user = deskUser(ctx.principal);
    const { groups, mine } = await countAtDesk(ctx.db.read, user, user.accountId);
    const today = witaDate(ctx.clock());
    const sum = (matches: (group: (typeof groups)[number]) => boolean): number =>
      groups.filter(matches).reduce((total, group) => total + group.count, 0);
    const byDue = { overdue: 0, today: 0, this_week: 0, later: 0 };
    for (const group of groups) byDue[dueOf(group, today)] += group.count;
    const byStatus = Object.fromEntries(statuses.map((status) => [status, sum((group) => group.status === status)]));
    return { byStatus: byStatus as Record<Status, number>, byDue, mine, serverTime: ctx.clock().toISOString() };
  },

  async 'desk.get'({ path }, ctx) {
    const user = deskUser(ctx.principal);
    const row = await readAtDesk(ctx.db.read, user, path.applicationId);
    if (row !== undefined) await noteAccess(ctx, row.id);
    return shown(ctx, ctx.db.read, user, row);
  },

  async 'desk.claim'({ path }, ctx) {
    const user = writer(ctx);
    return ctx.db.transaction(async (tx) => {
      const row = await lockAtDesk(tx, ctx.db, user, path.applicationId);
      if (row === undefined) throw problem('not_found');
      ctx.requireRevision(row.revision);
      if (row.ended_at !== null) throw problem('action_not_allowed');
      await claim(tx, row.id, user, ctx.clock().toISOString());
      await recordRequest(tx, ctx, row.id);
      return shown(ctx, tx, user, await readAtDesk(tx, user, row.id));
    });
  },

  async 'desk.release'({ path }, ctx) {
    const user = writer(ctx);
    return ctx.db.transaction(async (tx) => {
      const row = await lockAtDesk(tx, ctx.db, user, path.applicationId);
      if (row === undefined) throw problem('not_found');
      await release(tx, row.id, user);
      await recordRequest(tx, ctx, row.id);
      return shown(ctx, tx, user, await readAtDesk(tx, user, row.id));
    });
  },

  async 'desk.act'({ path, body }, ctx) {
    const user = deskUser(ctx.principal);
    const letter = await prepare(ctx, user, path.applicationId, body.action);
    return ctx.once(async (tx) => {
      const row = await lockAtDesk(tx, ctx.db, user, path.applicationId);
      if (row === undefined) throw problem('not_found');
      ctx.requireRevision(row.revision);
      await act(tx, ctx, user, row, body, letter);
      // It may have moved on to another office: whoever moved it sees the outcome this once.
      return shown(ctx, tx, user, await readAtDesk(tx, { office: undefined }, row.id));
    });
  },

  async 'desk.previewNumber'({ path }, ctx) {
    const user = deskUser(ctx.principal);
    const row = await readAtDesk(ctx.db.read, user, path.applicationId);
    const number = row === undefined ? undefined : await previewNumber(ctx.db.read, ctx, row, serviceOf(ctx, row));
    if (number === undefined) throw problem('not_found');
    return number;
  },

  async 'desk.downloadFile'({ path }, ctx) {
    const user = deskUser(ctx.principal);
    const row = await readAtDesk(ctx.db.read, user, path.applicationId);
    const upload = row === undefined ? undefined : await openClean(ctx, row.id, path.uploadId);
    if (upload === undefined) throw problem('not_found');
    await noteAccess(ctx, path.uploadId);
    return file(upload.content, { mediaType: upload.mediaType, name: upload.name });
  },

  async 'desk.revokeDocument'({ path, body }, ctx) {
    const user = deskUser(ctx.principal);
    return ctx.once(async (tx) => {
      const row = await readDocument(tx, lettersOf(user), path.documentId);
      if (row === undefined) throw problem('not_found');
      // Only who may sign may unsign.
      if (!isHead(user)) throw problem('action_not_allowed');
      const at = ctx.clock().toISOString();
      if (!(await revoke(tx, row.id, { at, by: user.accountId, reason: body.reason }))) throw problem('already_revoked');
      await recordRequest(tx, ctx, row.id);
      const revoked = { ...row, revoked_at: at, revoke_reason: body.reason };
      return reply(200, toDocument(revoked), { etag: documentTag(revoked) });
    });
  },

  async 'desk.stream'(_, ctx) {
    return eventStream(deskEvents(ctx, deskUser(ctx.principal)));
  },
} satisfies HandlersOf<
  | 'desk.list'
  | 'desk.search'
  | 'desk.summary'
  | 'desk.get'
  | 'desk.claim'
  | 'desk.release'
  | 'desk.act'
  | 'desk.previewNumber'
  | 'desk.downloadFile'
  | 'desk.revokeDocument'
  | 'desk.stream'
>;

/** What an inbox is narrowed to. */
interface Filters {
  readonly status: readonly Status[] | undefined;
  readonly due: DueState | undefined;
  readonly mine: boolean | undefined;
  readonly serviceId: string | undefined;
}

function listed(ctx: Context, user: DeskUser, { status, due, mine, serviceId }: Filters, sought: Sought, page: Page): Promise<DeskRow[]> {
  const claimedBy = mine === true ? user.accountId : undefined;
  return listAtDesk(ctx.db.read, { reach: user, statuses: status, serviceId, due, claimedBy, sought, today: witaDate(ctx.clock()), page });
}

/** Claims are for those who decide at an office. */
function writer(ctx: Context): DeskUser {
  const user = deskUser(ctx.principal);
  if (!decides(user)) throw problem('action_not_allowed');
  return user;
}

async function shown(ctx: Context, reader: Reader | Tx, user: DeskUser, row: DeskRow | undefined) {
  if (row === undefined) throw problem('not_found');
  return reply(200, await toDeskApplication(ctx, reader, row, user), { etag: etagOf(row.revision) });
}
