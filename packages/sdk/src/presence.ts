import { AbortedError } from './errors.js';

/** Resolves once there is someone to look and a network to use, at once outside of a browser; throws `AbortedError` on abort. */
export async function awake(
  onState: ((state: 'paused' | 'offline') => void) | undefined,
  signal?: AbortSignal,
): Promise<void> {
  if (typeof document === 'undefined') return;
  for (;;) {
    if (document.visibilityState === 'hidden') {
      onState?.('paused');
      await once(document, 'visibilitychange', signal);
    } else if (!navigator.onLine) {
      onState?.('offline');
      await once(globalThis, 'online', signal);
    } else return;
  }
}

/** A signal that follows another one and is also aborted when the page is hidden; release it after use. */
export function untilHidden(outer?: AbortSignal): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const signal = outer ? AbortSignal.any([outer, controller.signal]) : controller.signal;
  if (typeof document === 'undefined') return { signal, release: () => undefined };
  const look = (): void => {
    if (document.visibilityState === 'hidden') controller.abort();
  };
  document.addEventListener('visibilitychange', look);
  return { signal, release: () => document.removeEventListener('visibilitychange', look) };
}

function once(target: EventTarget, type: string, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new AbortedError());
    if (signal?.aborted) return stop();
    target.addEventListener(
      type,
      () => {
        signal?.removeEventListener('abort', stop);
        resolve();
      },
      { once: true },
    );
    signal?.addEventListener('abort', stop, { once: true });
  });
}
