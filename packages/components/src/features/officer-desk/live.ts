import type { Client } from '../../internal/client.js';
import type { DeskEvent } from '../../internal/client-desk.js';

/** How the desk learns of changes. */
export type Liveness = 'live' | 'polling' | 'offline';

export interface LiveListener {
  /** Something changed; undefined when it is only time to look. */
  news(event: DeskEvent | undefined): void;
  liveness(liveness: Liveness): void;
}

const pollEvery = 20_000;
const streamAgainAfter = 15;

/** Tells of changes at the desk until ended: by stream, or by looking now and then where no stream can be kept. */
export async function follow(client: Client, listener: LiveListener, signal: AbortSignal, every: number = pollEvery): Promise<void> {
  while (!signal.aborted) {
    await stream(client, listener, signal);
    for (let looks = 0; looks < streamAgainAfter && !signal.aborted; looks += 1) {
      listener.liveness(navigator.onLine ? 'polling' : 'offline');
      await pause(every, signal);
      if (!signal.aborted) listener.news(undefined);
    }
  }
}

async function stream(client: Client, listener: LiveListener, signal: AbortSignal): Promise<void> {
  const onState = (state: string): void => {
    if (state === 'live' || state === 'offline') listener.liveness(state);
  };
  try {
    for await (const event of client.desk.watch({ signal, onState })) {
      if (signal.aborted) return;
      listener.news(event);
    }
  } catch {
    // Whatever ended the stream, looking now and then goes on; a lost session shows itself there.
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
