import { regions as known, type Region } from '@e-sewaka/catalog';
import { searchRegions } from '@e-sewaka/contract';
import type { components } from '@e-sewaka/contract';
import type { HandlersOf } from '../../handlers.js';
import { problem } from '../../problems.js';
import { reply } from '../../reply.js';
import { sha256 } from '../../secrets.js';
import { positionOf, readPage, toPage } from '../paging.js';

const headers = { etag: `"g${sha256(JSON.stringify(known)).slice(0, 20)}"`, 'cache-control': 'public, max-age=3600' };

/** The city, its districts and its villages. */
export const regions = {
  async 'regions.list'({ query }, ctx) {
    const filters = { query: query.query, level: query.level, parent: query.parent };
    const page = readPage(ctx, query, filters);
    const within = known
      .filter((region) => query.level === undefined || region.level === query.level)
      .filter((region) => query.parent === undefined || region.parentCode === query.parent);
    const found = query.query === undefined ? within : searchRegions(within, query.query);
    const at = positionOf(page);
    const shown = found.slice(at, at + page.limit + 1);
    const end = String(at + Math.min(shown.length, page.limit));
    return reply(200, toPage(shown, page, { item: toRegion, keys: () => [end] }), headers);
  },

  async 'regions.get'({ path }) {
    const region = known.find((each) => each.code === path.code);
    if (region === undefined) throw problem('not_found');
    return reply(200, toRegion(region), headers);
  },
} satisfies HandlersOf<'regions.list' | 'regions.get'>;

function toRegion(region: Region): components['schemas']['Region'] {
  const { code, level, kind, name, parentCode, aliases } = region;
  return { code, level, ...(kind === undefined ? {} : { kind }), name, parentCode: parentCode ?? null, aliases };
}
