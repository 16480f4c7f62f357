import { villages as known } from '@e-sewaka/catalog';
import { searchRegions } from '@e-sewaka/contract';
import type { HandlersOf } from '../../handlers.js';
import { problem } from '../../problems.js';
import { reply } from '../../reply.js';
import { sha256 } from '../../secrets.js';
import { readPage, toPage } from '../paging.js';

const headers = { etag: `"v${sha256(JSON.stringify(known)).slice(0, 20)}"`, 'cache-control': 'public, max-age=300' };

/** The profiles of the village offices. */
export const villages = {
  async 'villages.list'({ query }) {
    const filters = { query: query.query, district: query.district };
    const page = readPage(query, filters);
    const within = known.filter((village) => query.district === undefined || village.districtCode === query.district);
    const found = query.query === undefined ? within : searchRegions(within, query.query);
    const at = Number(page.after[0] ?? 0);
    const shown = found.slice(at, at + page.limit + 1);
    const end = String(at + Math.min(shown.length, page.limit));
    return reply(200, toPage(shown, page, filters, { item: (village) => village, keys: () => [end] }), headers);
  },

  async 'villages.get'({ path }) {
    const village = known.find((each) => each.code === path.villageCode);
    if (village === undefined) throw problem('not_found');
    return reply(200, village, headers);
  },
} satisfies HandlersOf<'villages.list' | 'villages.get'>;
