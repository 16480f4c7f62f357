import { foldText, isFor, isOffered, requirementsFor, totalWorkingDays, witaDate, type Service, type Text } from '@e-sewaka/contract';
import type { components } from '@e-sewaka/contract';
import type { HandlersOf } from '../../handlers.js';
import { problem } from '../../problems.js';
import { reply } from '../../reply.js';
import { positionOf, readPage, refuseIdentifiers, toPage } from '../paging.js';
import { catalogTag } from './tag.js';

const cacheControl = 'public, max-age=60';

/** The catalogue of services: served from memory, the database is never asked. */
export const services = {
  async 'services.list'({ query }, ctx) {
    refuseIdentifiers(query.query);
    const filters = { query: query.query, village: query.village, category: query.category, audience: query.audience };
    const page = readPage(ctx, query, filters);
    const village = query.village === undefined ? undefined : ctx.villages.find(query.village);
    const offered = ctx.catalog
      .list()
      .filter((service) => query.village === undefined || (village !== undefined && isOffered(service, village)))
      .filter((service) => query.category === undefined || service.category === query.category)
      .filter((service) => query.audience === undefined || isFor(service, query.audience));
    const found = query.query === undefined ? offered : search(offered, query.query);
    const at = positionOf(page);
    const shown = found.slice(at, at + page.limit + 1);
    const end = String(at + Math.min(shown.length, page.limit));
    const answer = toPage(shown, page, { item: toSummary, keys: () => [end] });
    return reply(200, answer, { etag: catalogTag(ctx), 'cache-control': cacheControl });
  },

  async 'services.get'({ path, query }, ctx) {
    const service = ctx.catalog.get(path.serviceId);
    const village = query.village === undefined ? undefined : ctx.villages.find(query.village);
    if (service === undefined) throw problem('not_found');
    if (query.village !== undefined && (village === undefined || !isOffered(service, village))) throw problem('not_found');
    return reply(200, service, { etag: catalogTag(ctx), 'cache-control': cacheControl });
  },

  async 'services.checkRequirements'({ path, body }, ctx) {
    const service = ctx.catalog.get(path.serviceId);
    if (service === undefined) throw problem('not_found');
    const requirements = requirementsFor(service, body.answers, { today: witaDate(ctx.clock()) });
    return { serviceId: service.id, serviceVersion: service.version, requirements };
  },
} satisfies HandlersOf<'services.list' | 'services.get' | 'services.checkRequirements'>;

/** A service as the catalogue lists it. */
export function toSummary(service: Service): components['schemas']['ServiceSummary'] {
  const { id, version, title, summary, category, keywords, channel, fee, offered, audience = [] } = service;
  return { id, version, title, summary, category, keywords, channel, fee, workingDays: totalWorkingDays(service), offered, audience: [...audience] };
}

/** Every typed word must begin a word of title, summary or keywords; titles come before the rest. */
function search(services: readonly Service[], typed: string): Service[] {
  const wanted = foldText(typed).split(' ').filter(Boolean);
  const rank = (service: Service): number => {
    const title = words(textsOf(service.title));
    const all = [...title, ...words([...service.keywords, ...textsOf(service.summary), service.id.replaceAll('-', ' ')])];
    const hits = (pool: readonly string[]): boolean => wanted.every((word) => pool.some((each) => each.startsWith(word)));
    return hits(title) ? 0 : hits(all) ? 1 : 2;
  };
  return services
    .map((service) => ({ service, rank: rank(service) }))
    .filter((each) => each.rank < 2)
    .sort((one, other) => one.rank - other.rank)
    .map((each) => each.service);
}

const textsOf = ({ id, en, ban = '' }: Text): string[] => [id, en, ban];

const words = (texts: readonly string[]): string[] => texts.flatMap((text) => foldText(text).split(' '));
