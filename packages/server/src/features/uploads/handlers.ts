import type { components } from '@e-sewaka/contract';
import type { Context } from '../../context.js';
import type { UploadsTable } from '../../db/index.js';
import type { HandlersOf } from '../../handlers.js';
import { problem } from '../../problems.js';
import { raw, reply } from '../../reply.js';
import { removeClean } from './files.js';
import { judge } from './judge.js';
import { deleteUnclaimed, readUpload } from './store.js';
import { readIncoming, receiverOf, type Incoming } from './tus.js';

type Upload = components['schemas']['Upload'];

const startsPerNetwork = { limit: 200, seconds: 3_600, counts: 'caller' } as const;
const metadataShape = /^[^\s,]{1,60}(?: [A-Za-z0-9+/]*={0,2})?(?:,[^\s,]{1,60}(?: [A-Za-z0-9+/]*={0,2})?)*$/;

/**
 * Files on their way in, by tus 1.0. The library moves the bytes; what it would refuse in its own words is refused
 * here first, as a problem like any other.
 */
export const uploads = {
  async 'uploads.create'(_, ctx) {
    const { headers } = ctx.request.raw.request;
    if (Number(headers['upload-length']) > ctx.config.uploadLimit) throw problem('payload_too_large');
    const metadata = headers['upload-metadata'];
    if (typeof metadata === 'string' && metadata !== '' && !metadataShape.test(metadata)) {
      throw problem('invalid_request', { errors: [{ pointer: '', code: 'wrong_format' }], detail: 'Upload-Metadata is not a list of pairs.' });
    }
    await ctx.limits.takeShared('uploads', ctx.request.network, startsPerNetwork);
    return relay(ctx);
  },

  async 'uploads.get'({ path }, ctx) {
    const row = await readUpload(ctx.db.read, path.uploadId);
    if (row !== undefined) return toUpload(unclaimed(row));
    const incoming = await arriving(ctx, path.uploadId);
    const whole = incoming.received === incoming.size;
    if (whole) void judge(ctx, incoming).catch(() => undefined);
    const { id, name, size, received } = incoming;
    return { id, name, size, received, state: whole ? 'checking' : 'receiving' };
  },

  async 'uploads.status'({ path }, ctx) {
    const row = await readUpload(ctx.db.read, path.uploadId);
    if (row === undefined) {
      await arriving(ctx, path.uploadId);
      return relay(ctx);
    }
    const size = String(unclaimed(row).size);
    return reply(200, undefined, { 'tus-resumable': '1.0.0', 'upload-offset': size, 'upload-length': size });
  },

  async 'uploads.append'({ path }, ctx) {
    const offset = Number(ctx.request.raw.request.headers['upload-offset']);
    const row = await readUpload(ctx.db.read, path.uploadId);
    const received = row === undefined ? (await arriving(ctx, path.uploadId)).received : Number(unclaimed(row).size);
    if (offset !== received || row !== undefined) throw problem('upload_offset_mismatch', { headers: { 'upload-offset': String(received) } });
    return relay(ctx);
  },

  async 'uploads.remove'({ path }, ctx) {
    const row = await readUpload(ctx.db.read, path.uploadId);
    if (row === undefined) {
      await arriving(ctx, path.uploadId);
      return relay(ctx);
    }
    if (!(await ctx.db.transaction((tx) => deleteUnclaimed(tx, row.id)))) throw problem('not_found');
    await removeClean(ctx, row.id);
    return reply(204, undefined, { 'tus-resumable': '1.0.0' });
  },
} satisfies HandlersOf<'uploads.create' | 'uploads.get' | 'uploads.status' | 'uploads.append' | 'uploads.remove'>;

function relay(ctx: Context) {
  const { request, response } = ctx.request.raw;
  return raw(async () => (await receiverOf(ctx)).server.handle(request, response));
}

async function arriving(ctx: Context, id: string): Promise<Incoming> {
  const incoming = await readIncoming(ctx, id);
  if (incoming === undefined) throw problem('not_found');
  return incoming;
}

/** Once an application has it, knowing the id is no permission any more. */
function unclaimed(row: UploadsTable): UploadsTable {
  if (row.application_id !== null) throw problem('not_found');
  return row;
}

function toUpload(row: UploadsTable): Upload {
  const size = Number(row.size);
  return {
    id: row.id,
    name: row.name,
    ...(row.media_type === null ? {} : { mediaType: row.media_type as NonNullable<Upload['mediaType']> }),
    size,
    received: size,
    state: row.state,
    ...(row.refusal === null ? {} : { refusal: row.refusal as NonNullable<Upload['refusal']> }),
  };
}
