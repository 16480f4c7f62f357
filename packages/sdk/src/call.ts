import type { Quota } from './quotas.js';

/** An answer together with what the HTTP layer knew about it. */
export interface Answered<T> {
  readonly data: T;
  /** Status and headers; the body has already been read. */
  readonly response: Response;
  readonly requestId: string | null;
  readonly etag: string | null;
  /** The rate limits this call was counted against, the tightest first; empty when the server told none. */
  readonly quotas: readonly Quota[];
}

/** A running call: await it for the data, or ask for the response as well. */
export interface Call<T> extends Promise<T> {
  withResponse(): Promise<Answered<T>>;
}

/** Turns an answer on its way into a call. */
export function callOf<T>(answered: Promise<Answered<T>>): Call<T> {
  const data = answered.then((answer) => answer.data);
  return Object.assign(data, {
    withResponse: (): Promise<Answered<T>> => {
      // Whoever takes the response handles its failure there; the unused twin must not count as unhandled.
      data.catch(() => undefined);
      return answered;
    },
  });
}
