import type { Answered } from './call.js';

/** The envelope in which the server sends lists. */
export interface ListBody<T> {
  readonly data: readonly T[];
  readonly page: { readonly next?: string | null; readonly prev?: string | null };
}

/** One page of a list. */
export interface Page<T> {
  readonly data: readonly T[];
  readonly nextCursor: string | null;
  readonly hasNext: boolean;
  /** Fetches the following page; null on the last. */
  next(): Promise<Page<T> | null>;
}

/** A list: await it for the first page, or iterate it for every item. */
export interface PagePromise<T> extends Promise<Page<T>>, AsyncIterable<T> {
  /** Every page, one after another. */
  pages(): AsyncIterable<Page<T>>;
  withResponse(): Promise<Answered<Page<T>>>;
}

/** Makes a list from a function that fetches the page behind a cursor. */
export function pagesOf<T>(fetchPage: (cursor: string | null) => Promise<Answered<ListBody<T>>>): PagePromise<T> {
  const first = load(fetchPage, null);
  const page = first.then((answer) => answer.data);
  // Iterating or asking for the response handles the failure elsewhere.
  const quietly = (): void => void page.catch(() => undefined);
  return Object.assign(page, {
    withResponse: () => (quietly(), first),
    pages: () => (quietly(), walk(page)),
    [Symbol.asyncIterator]: () => (quietly(), items(page)),
  });
}

async function load<T>(
  fetchPage: (cursor: string | null) => Promise<Answered<ListBody<T>>>,
  cursor: string | null,
): Promise<Answered<Page<T>>> {
  const answer = await fetchPage(cursor);
  const nextCursor = answer.data.page.next ?? null;
  const next = async (): Promise<Page<T> | null> =>
    nextCursor === null ? null : (await load(fetchPage, nextCursor)).data;
  return { ...answer, data: { data: answer.data.data, nextCursor, hasNext: nextCursor !== null, next } };
}

async function* walk<T>(first: Promise<Page<T>>): AsyncGenerator<Page<T>, void, undefined> {
  for (let page: Page<T> | null = await first; page; page = await page.next()) yield page;
}

async function* items<T>(first: Promise<Page<T>>): AsyncGenerator<T, void, undefined> {
  for await (const page of walk(first)) yield* page.data;
}
