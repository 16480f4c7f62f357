import { eventStream } from './event-stream.js';
import type { WatchOptions } from './watch.js';

/** Yields the data of every event of the desk's stream. */
export async function* deskWatch<T extends { readonly applicationId: string }>(
  open: (lastEventId: string | null, signal: AbortSignal) => Promise<Response>,
  options: WatchOptions & { readonly signal: AbortSignal },
): AsyncGenerator<T, void, undefined> {
  const { signal, onState, silence } = options;
  for await (const event of eventStream({ open, signal, onState, silence })) {
    const news: unknown = JSON.parse(event.data);
    if (isNews<T>(news)) yield news;
  }
}

function isNews<T extends { readonly applicationId: string }>(news: unknown): news is T {
  return typeof news === 'object' && news !== null && 'applicationId' in news && typeof news.applicationId === 'string';
}
