import type { Readable } from 'node:stream';

/** A JSON answer with a status or headers of its own. */
export class Reply<Body> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: number, body: Body, headers: Readonly<Record<string, string>>) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** An answer that is a file. */
export class FileReply {
  readonly content: Uint8Array | Readable;
  readonly mediaType: string;
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    content: Uint8Array | Readable,
    file: { readonly mediaType: string; readonly name: string; readonly headers?: Readonly<Record<string, string>> },
  ) {
    this.content = content;
    this.mediaType = file.mediaType;
    this.name = file.name;
    this.headers = file.headers ?? {};
  }
}

/** One server-sent event; `data` becomes JSON. */
export interface ServerEvent {
  readonly event: string;
  readonly id?: string;
  readonly data: unknown;
}

/** An answer that is a stream of events. The router sends heartbeats, `retry:` and the end. */
export class EventReply {
  readonly events: AsyncIterable<ServerEvent>;
  constructor(events: AsyncIterable<ServerEvent>) {
    this.events = events;
  }
}

/** An answer that a protocol library writes itself (tus). */
export class RawReply {
  readonly write: () => Promise<void>;
  constructor(write: () => Promise<void>) {
    this.write = write;
  }
}

/** Answers with a status or headers: `reply(201, body, { location })`. */
export const reply = <Body>(status: number, body: Body, headers: Readonly<Record<string, string>> = {}): Reply<Body> =>
  new Reply(status, body, headers);

/** Answers with a file, always as an attachment. */
export const file = (...args: ConstructorParameters<typeof FileReply>): FileReply => new FileReply(...args);

/** Answers with server-sent events, as long as the iterable lasts. */
export const eventStream = (events: AsyncIterable<ServerEvent>): EventReply => new EventReply(events);

/** Leaves the answer to `write`, which uses `ctx.request.raw`. */
export const raw = (write: () => Promise<void>): RawReply => new RawReply(write);
