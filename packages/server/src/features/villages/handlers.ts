import type { Village } from '@e-sewaka/catalog';
import { searchRegions } from '@e-sewaka/contract';
import type { HandlersOf } from '../../handlers.js';
import { problem } from '../../problems.js';
import { reply } from '../../reply.js';
import { sha256 } from '../../secrets.js';
import { positionOf, readPage, toPage } from '../paging.js';

const tags = new WeakMap<readonly Village[], string>();

/** Profiles change while the server runs: the tag is of all of them as they are now. */
function headersFor(known: readonly Village[]): Record<string, string> {
  const etag = tags.get(known) ?? `"v${sha256(JSON.stringify(known)).slice(0, 20)}"`;
  tags.set(known, etag);
  return { etag, 'cache-control': 'public, max-age=300' };
}

/** The profiles of the village offices. */
export const villages = {
  async 'villages.list'({ query }, ctx) {
    const known = ctx.villages.list();
    const filters = { query: query.query, district: query.district };
    const page = readPage(ctx, query, filters);
    const within = known.filter((village) => query.district === undefined || village.districtCode === query.district);
    const found = query.query === undefined ? within : searchRegions(within, query.query);
    const at = positionOf(page);
    const shown = found.slice(at, at + page.limit + 1);
    const end = String(at + Math.min(shown.length, page.limit));
    return reply(200, toPage(shown, page, { item: (village) => village, keys: () => [end] }), headersFor(known));
  },

  async 'villages.get'({ path }, ctx) {
    const village = ctx.villages.find(path.villageCode);
    if (village === undefined) throw problem('not_found');
    return reply(200, village, headersFor(ctx.villages.list()));
  },
} satisfies HandlersOf<'villages.list' | 'villages.get'>;
