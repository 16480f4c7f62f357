import type { ServerResponse } from 'node:http';
import type { ServerEvent } from '../reply.js';
import { problem } from '../problems.js';

const heartbeatMilliseconds = 15_000;
const retryMilliseconds = 3_000;
const perSubject = 3;
const perNetwork = 20;
const inAll = 2_000;

/** Counts open streams, so that nobody can hold them all. */
export class StreamCounter {
  readonly #open = new Map<string, number>();

  /** Takes a place for this subject and network, or throws 429; returns the way to give it back. */
  take(subject: string, network: string): () => void {
    const places = [
      [`subject ${subject}`, perSubject],
      [`network ${network}`, perNetwork],
      ['all', inAll],
    ] as const;
    for (const [place, most] of places) {
      if ((this.#open.get(place) ?? 0) >= most) throw problem('too_many_streams', { retryAfter: 30 });
    }
    for (const [place] of places) this.#open.set(place, (this.#open.get(place) ?? 0) + 1);
    return () => {
      for (const [place] of places) {
        const left = (this.#open.get(place) ?? 1) - 1;
        if (left > 0) this.#open.set(place, left);
        else this.#open.delete(place);
      }
    };
  }

  /** How many streams are open. */
  get size(): number {
    return this.#open.get('all') ?? 0;
  }
}

const oneLine = (text: string): string => text.replaceAll(/[\r\n]/g, ' ');

/** One event in the wire's spelling. */
export const formatEvent = ({ event, id, data }: ServerEvent): string =>
  `${id === undefined ? '' : `id: ${oneLine(id)}\n`}event: ${oneLine(event)}\ndata: ${JSON.stringify(data)}\n\n`;

/** Writes events until the iterable ends, `signal` aborts or the listener may no longer listen; a heartbeat shows that the line lives. */
export async function sendEvents(
  response: ServerResponse,
  events: AsyncIterable<ServerEvent>,
  signal: AbortSignal,
  mayListen: () => Promise<boolean>,
): Promise<void> {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  response.write(`retry: ${retryMilliseconds}\n\n`);
  const beat = async (): Promise<void> => {
    if (!(await mayListen().catch(() => false))) response.end();
    else if (!response.writableEnded) response.write(': still here\n\n');
  };
  const heartbeat = setInterval(() => void beat(), heartbeatMilliseconds);
  try {
    for await (const event of events) {
      if (signal.aborted || !(await mayListen())) break;
      if (!response.write(formatEvent(event))) await drained(response, signal);
    }
  } finally {
    clearInterval(heartbeat);
    response.end();
  }
}

function drained(response: ServerResponse, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    response.once('drain', done);
    signal.addEventListener('abort', done, { once: true });
  });
}
