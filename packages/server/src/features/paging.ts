import type { Context } from '../context.js';
import { findUnstorable } from '../http/json.js';
import { problem } from '../problems.js';
import { sha256 } from '../secrets.js';

/** Where a list goes on, and how much of it is wanted. */
export interface Page {
  readonly limit: number;
  /** The sort keys of the last item seen; empty on the first page. */
  readonly after: readonly string[];
  /** Stands for the list and its filters. */
  readonly asked: string;
}

const usualLimit = 50;

/**
 * Reads limit and cursor. A cursor also remembers what was asked for, so that it fits no other list and no other filters.
 * @throws `invalid_cursor`
 */
export function readPage(
  { request }: Pick<Context, 'request'>,
  query: { limit?: number | undefined; cursor?: string | undefined },
  filters: unknown,
): Page {
  const asked = askedFor(request.operationId, filters);
  const limit = query.limit ?? usualLimit;
  if (query.cursor === undefined) return { limit, after: [], asked };
  const [kept, after] = decode(query.cursor);
  if (kept !== asked || !Array.isArray(after) || !after.every((key) => typeof key === 'string') || findUnstorable(after)) {
    throw problem('invalid_cursor');
  }
  return { limit, after, asked };
}

/** What a cursor remembers of a list and its filters: always as short, and nothing that was searched for. */
export const askedFor = (list: string, filters: unknown): string => sha256(JSON.stringify([list, filters])).slice(0, 24);

/** Where a list that is counted goes on. A cursor is the client's to keep, and to tamper with. @throws `invalid_cursor` */
export function positionOf({ after: [at = '0'] }: Page): number {
  if (!/^\d{1,9}$/.test(at)) throw problem('invalid_cursor');
  return Number(at);
}

/** Cuts one page out of up to `limit + 1` rows and says where the list goes on. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  page: Page,
  shape: { item: (row: Row) => Item; keys: (row: Row) => readonly string[] },
): { data: Item[]; page: { next: string | null } } {
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  const more = rows.length > page.limit && last !== undefined;
  const next = more ? Buffer.from(JSON.stringify([page.asked, shape.keys(last)])).toString('base64url') : null;
  return { data: shown.map(shape.item), page: { next } };
}

function decode(cursor: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parsed)) return parsed;
  } catch {
    // Falls through: an unreadable cursor is an invalid one.
  }
  throw problem('invalid_cursor');
}

/** Refuses searches that hold what looks like a NIK or KK: such numbers must not stand in a URL. @throws `identifier_in_query` */
export function refuseIdentifiers(query: string | undefined): void {
  if (query !== undefined && /\d{15,}/.test(query.replace(/[\s.-]/g, ''))) throw problem('identifier_in_query');
}
