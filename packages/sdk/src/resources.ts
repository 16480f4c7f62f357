import type { Input, Ok } from '@e-sewaka/contract';
import { bearer, type Auth } from './auth.js';
import * as generated from './generated/resources.js';
import type { LetterKeys, OfflineCheck } from './offline.js';
import type { RunningUpload, UploadOptions } from './uploads.js';
import { watchOf, type Watch, type WatchOptions } from './watch.js';

/** Which application to follow: by its code and second factor, or by the token of an opened tracker. */
export type TrackingSubject = Input<'tracking.open'> | { readonly accessToken: string };

/** Following one application, live. */
export class Tracking extends generated.Tracking {
  /**
   * The application now and after every change, until nothing can happen any more. Survives lost connections, pauses
   * in hidden tabs, and looks every few seconds where streaming is not possible.
   *
   * @example for await (const state of client.tracking.watch({ code, factor })) show(state.status);
   */
  watch(subject: TrackingSubject, options: WatchOptions = {}): Watch<Ok<'tracking.get'>> {
    const caller = this.caller.with({
      auth: 'accessToken' in subject ? bearer(subject.accessToken) : this.#opener(subject),
    });
    return watchOf(async (loop) => {
      const { trackingWatch } = await import('./tracking-watch.js');
      return trackingWatch(
        {
          get: (asked) => caller.call('tracking.get', {}, asked),
          open: (lastEventId, signal) =>
            caller.open(
              'tracking.stream',
              {},
              { signal, headers: lastEventId ? { 'last-event-id': lastEventId } : {} },
            ),
        },
        loop,
      );
    }, options);
  }

  #opener(subject: Input<'tracking.open'>): Auth {
    return { getToken: () => this.open(subject) };
  }
}

/** Files that belong to an application. */
export class Uploads extends generated.Uploads {
  /** Sends a file, goes on where it broke off, and waits for the server's verdict on its content. */
  start(file: Blob, options: UploadOptions = {}): RunningUpload<Ok<'uploads.get'>> {
    const { url, headers } = this.caller.address('uploads.create');
    const server = {
      endpoint: url,
      headers: () => headers,
      get: (uploadId: string, signal: AbortSignal) => this.get({ uploadId }, { signal }),
    };
    const running = import('./uploads.js').then(({ startUpload }) => startUpload(file, server, options));
    return {
      done: running.then((upload) => upload.done),
      pause: () => void running.then((upload) => upload.pause()),
      resume: () => void running.then((upload) => upload.resume()),
      abort: () => running.then((upload) => upload.abort()),
    };
  }
}

/** Issued letters. */
export class Documents extends generated.Documents {
  /** Checks the text of a letter's QR code without a network, against keys fetched earlier with `keys()`. */
  async checkOffline(qrText: string, keys: LetterKeys, today?: string): Promise<OfflineCheck> {
    const { checkOffline } = await import('./offline.js');
    return checkOffline(qrText, keys, today);
  }
}

/** What the desk's stream says about an application. */
export type DeskNews = Ok<'desk.stream'>;

/** The work of officers. */
export class Desk extends generated.Desk {
  /** Says which application of the office has changed, until ended; where streaming is not possible it throws `StreamError`. */
  watch(options: WatchOptions = {}): Watch<DeskNews> {
    return watchOf(async (loop) => {
      const { deskWatch } = await import('./desk-watch.js');
      const open = (lastEventId: string | null, signal: AbortSignal): Promise<Response> =>
        this.caller.open('desk.stream', {}, { signal, headers: lastEventId ? { 'last-event-id': lastEventId } : {} });
      return deskWatch<DeskNews>(open, loop);
    }, options);
  }
}
