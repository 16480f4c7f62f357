import { describe, expect, it } from 'vitest';
import { pagesOf, type ListBody } from './pages.js';

/** Ten numbers in pages of four, counting how often they are fetched. */
function numbers() {
  const fetched: (string | null)[] = [];
  const list = () =>
    pagesOf<number>(async (cursor) => {
      fetched.push(cursor);
      const from = Number(cursor ?? 0);
      const data: ListBody<number> = {
        data: [0, 1, 2, 3].map((index) => from + index).filter((value) => value < 10),
        page: { next: from + 4 < 10 ? String(from + 4) : null },
      };
      return { data, response: new Response(), requestId: 'r', etag: null, quotas: [] };
    });
  return { fetched, list };
}

describe('a list', () => {
  it('is its first page when awaited', async () => {
    const { fetched, list } = numbers();
    const page = await list();
    expect(page).toMatchObject({ data: [0, 1, 2, 3], nextCursor: '4', hasNext: true });
    expect((await page.next())?.data).toEqual([4, 5, 6, 7]);
    expect(fetched).toEqual([null, '4']);
  });

  it('is every item when iterated, fetching no page twice', async () => {
    const { fetched, list } = numbers();
    const seen: number[] = [];
    for await (const item of list()) seen.push(item);
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(fetched).toEqual([null, '4', '8']);
  });

  it('fetches no more than is looked at', async () => {
    const { fetched, list } = numbers();
    for await (const item of list()) if (item === 2) break;
    expect(fetched).toEqual([null]);
  });

  it('gives its pages and its response', async () => {
    const { list } = numbers();
    const sizes: number[] = [];
    for await (const page of list().pages()) sizes.push(page.data.length);
    expect(sizes).toEqual([4, 4, 2]);
    expect(await list().withResponse()).toMatchObject({ requestId: 'r', data: { hasNext: true } });
  });

  it('fails where it is used', async () => {
    const broken = () => pagesOf<number>(() => Promise.reject(new Error('down')));
    await expect(broken()).rejects.toThrow('down');
    await expect(broken()[Symbol.asyncIterator]().next()).rejects.toThrow('down');
    await expect(broken().withResponse()).rejects.toThrow('down');
  });
});
