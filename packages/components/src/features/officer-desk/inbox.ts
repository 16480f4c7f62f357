import { isFinal, isStatus, type DueState, type Status } from '@e-sewaka/contract';
import type { Client } from '../../internal/client.js';
import type { DeskItem, DeskQuery, DeskSummary } from '../../internal/client-desk.js';
import { typed } from '../../internal/typed.js';
import { dues } from './view.js';

/** What the list is narrowed to. */
export interface Filters {
  readonly status?: Status;
  readonly due?: DueState;
  readonly mine?: true;
  readonly serviceId?: string;
  readonly query?: string;
}

/** The list as shown: items in the order of the groups, and what was counted. */
export interface Inbox {
  readonly items: readonly DeskItem[];
  readonly nextCursor: string | null;
  readonly summary: DeskSummary;
}

const pageSize = 50;

/** What is typed goes in a body: names and numbers have no place in an address. */
function ask(client: Client, { query, status, ...rest }: Filters, cursor: string | undefined, signal: AbortSignal): ReturnType<Client['desk']['list']> {
  const narrowed: DeskQuery = { ...rest, ...(status ? { status: [status] } : {}), ...(cursor === undefined ? {} : { cursor }), limit: pageSize };
  return query ? client.desk.search({ ...narrowed, query }, { signal }) : client.desk.list(narrowed, { signal });
}

/** Fetches the list and its counts together. */
export async function loadInbox(client: Client, filters: Filters, signal: AbortSignal): Promise<Inbox> {
  const [page, summary] = await Promise.all([ask(client, filters, undefined, signal), client.desk.summary({}, { signal })]);
  return { items: byUrgency(page.data), nextCursor: page.nextCursor ?? null, summary };
}

/** The list with its next page. */
export async function loadMore(client: Client, filters: Filters, inbox: Inbox, signal: AbortSignal): Promise<Inbox> {
  if (inbox.nextCursor === null) return inbox;
  const page = await ask(client, filters, inbox.nextCursor, signal);
  const known = new Set(inbox.items.map(({ id }) => id));
  return { ...inbox, items: byUrgency([...inbox.items, ...page.data.filter(({ id }) => !known.has(id))]), nextCursor: page.nextCursor ?? null };
}

/** The group an item stands in: what has ended asks for nothing any more. */
export function groupOf({ status, due }: DeskItem): DueState | 'closed' {
  return isFinal(status) ? 'closed' : due;
}

/** Items in the order of the groups; within one the earlier due date first. */
export function byUrgency(items: readonly DeskItem[]): DeskItem[] {
  const rank = (item: DeskItem): number => (isFinal(item.status) ? dues.length : dues.indexOf(item.due));
  return [...items].sort((a, b) => rank(a) - rank(b) || (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') || a.submittedAt.localeCompare(b.submittedAt));
}

/** The item before or after another one, staying at the ends; the first when none is chosen. */
export function neighbour(items: readonly DeskItem[], id: string | undefined, step: 1 | -1): DeskItem | undefined {
  const at = items.findIndex((item) => item.id === id);
  return at < 0 ? items[0] : items[Math.min(Math.max(at + step, 0), items.length - 1)];
}

/** Filters as the form says them. */
export function readFilters(form: HTMLFormElement, before: Filters): Filters {
  const data = new FormData(form);
  const [status, serviceId, query] = [typed(data, 'status'), typed(data, 'service'), typed(data, 'query')];
  return {
    ...(before.due ? { due: before.due } : {}),
    ...(before.mine ? { mine: true } : {}),
    ...(isStatus(status) ? { status } : {}),
    ...(serviceId ? { serviceId } : {}),
    ...(query ? { query } : {}),
  };
}

/** Whether anything is narrowed. */
export function isFiltered(filters: Filters): boolean {
  return Object.keys(filters).length > 0;
}
