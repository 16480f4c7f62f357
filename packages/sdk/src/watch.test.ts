import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  json,
  problem,
  reset,
  startChaosServer,
  type ChaosServer,
  type SeenRequest,
  type Treatment,
} from './chaos/server.js';
import { createClient, type StreamState } from './index.js';

let server: ChaosServer;
beforeAll(async () => {
  server = await startChaosServer();
});
afterAll(() => server.close());

const client = () => createClient({ baseUrl: server.url, retries: 0 });
const state = (revision: number, status = 'in_review') => ({
  status,
  revision,
  events: Array.from({ length: revision }, (_, index) => ({ sequence: index + 1 })),
});

/** A tracked application that others move, told by streams that end as the test says. */
class Village {
  revision = 1;
  status = 'in_review';
  streams: SeenRequest[] = [];
  reads = 0;
  refuseStreams = false;

  readonly onStream: (village: Village, response: ServerResponse, count: number) => void;

  constructor(onStream: (village: Village, response: ServerResponse, count: number) => void = () => undefined) {
    this.onStream = onStream;
  }

  readonly treat: Treatment = (response, request, count) => {
    if (request.url.endsWith('/sessions'))
      return json(200, { accessToken: 'set_1', expiresAt: '2099-01-01T00:00:00Z' })(response, request, count);
    if (request.url.endsWith('/stream')) return this.#stream(response, request);
    this.reads++;
    const etag = `"r${this.revision}"`;
    if (request.headers['if-none-match'] === etag) return json(304, undefined, { etag })(response, request, count);
    return json(200, state(this.revision, this.status), { etag })(response, request, count);
  };

  move(response: ServerResponse | undefined, status = 'in_review'): void {
    this.revision++;
    this.status = status;
    response?.write(`event: status\nid: ${this.revision}\ndata: {}\n\n`);
  }

  #stream(response: ServerResponse, request: SeenRequest): void {
    this.streams.push(request);
    if (this.refuseStreams) return void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>cache</p>');
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('retry: 100\n\n');
    this.onStream(this, response, this.streams.length);
  }
}

async function follow(
  village: Village,
  options: object = {},
): Promise<{ readonly seen: string[]; readonly states: StreamState[] }> {
  const states: StreamState[] = [];
  server.treat(village.treat);
  const seen: string[] = [];
  const watch = client().tracking.watch({ accessToken: 'set_1' }, { onState: (next) => states.push(next), ...options });
  for await (const { status, revision } of watch) seen.push(`${status} ${revision}`);
  return { seen, states };
}

describe('tracking.watch', () => {
  it('gives the state now, after every change, and ends with the application', async () => {
    const village = new Village((self, response) => {
      self.move(response, 'awaiting_signature');
      setTimeout(() => self.move(response, 'completed'), 50);
    });
    const { seen, states } = await follow(village);
    expect(seen).toEqual(['in_review 1', 'awaiting_signature 2', 'completed 3']);
    expect(states).toEqual(['live', 'ended']);
    const headers = village.streams[0]?.headers;
    expect(headers).toMatchObject({ 'last-event-id': '1', authorization: 'Bearer set_1' });
    expect(headers?.accept).toContain('text/event-stream');
  });

  it('does not open a stream for what has already ended', async () => {
    const village = new Village();
    village.status = 'rejected';
    expect((await follow(village)).seen).toEqual(['rejected 1']);
    expect(village.streams).toHaveLength(0);
  });

  it('comes back after a clean end and after a break, from where it was', async () => {
    const village = new Village((self, response, count) => {
      self.move(response, count === 3 ? 'picked_up' : 'in_review');
      if (count === 1) response.end();
      if (count === 2) setTimeout(() => response.destroy(), 20);
    });
    const { seen } = await follow(village);
    expect(seen).toEqual(['in_review 1', 'in_review 2', 'in_review 3', 'picked_up 4']);
    expect(village.streams.map((request) => request.headers['last-event-id'])).toEqual(['1', '2', '3']);
  });

  it('gives up a connection that has fallen silent', async () => {
    const village = new Village((self, response, count) => {
      if (count === 2) self.move(response, 'cancelled');
    });
    const { seen } = await follow(village, { silence: 150 });
    expect(seen).toEqual(['in_review 1', 'cancelled 2']);
    expect(village.streams).toHaveLength(2);
  });

  it('stays with a quiet connection whose heart beats', async () => {
    const village = new Village((self, response) => {
      const beat = setInterval(() => response.write(':\n\n'), 50);
      setTimeout(() => (clearInterval(beat), self.move(response, 'cancelled')), 500);
    });
    expect((await follow(village, { silence: 200 })).seen).toEqual(['in_review 1', 'cancelled 2']);
    expect(village.streams).toHaveLength(1);
  });

  it('looks again and again where something in between swallows streams', async () => {
    const village = new Village();
    village.refuseStreams = true;
    const states: StreamState[] = [];
    const onState = (next: StreamState): void => {
      states.push(next);
      if (next !== 'polling') return;
      setTimeout(() => village.move(undefined, 'ready_for_pickup'), 100);
      setTimeout(() => village.move(undefined, 'picked_up'), 600);
    };
    expect((await follow(village, { pollEvery: 100, onState })).seen).toEqual([
      'in_review 1',
      'ready_for_pickup 2',
      'picked_up 3',
    ]);
    expect(states).toEqual(['polling', 'ended']);
    expect(village.reads).toBeGreaterThan(4);
  }, 20_000);

  it('opens the tracker by code and second factor, again when its access ends', async () => {
    let opened = 0;
    server.treat((response, request, count) => {
      if (request.url.endsWith('/sessions'))
        return json(200, { accessToken: `set_${++opened}`, expiresAt: '2099-01-01T00:00:00Z' })(
          response,
          request,
          count,
        );
      const refused = request.headers.authorization === 'Bearer set_1';
      return (refused ? problem(401, 'unauthenticated') : json(200, state(1, 'completed')))(response, request, count);
    });
    const watch = client().tracking.watch({
      code: 'AAAA-BBBB-CCCC-DDDD-EEEE',
      factor: { kind: 'pin', value: '482915' },
    });
    const seen: unknown[] = [];
    for await (const now of watch) seen.push(now.status);
    expect(seen).toEqual(['completed']);
    expect(opened).toBe(2);
  });

  it('throws what the server refuses for good', async () => {
    server.treat(problem(404, 'tracking_not_found'));
    const watch = client().tracking.watch({
      code: 'AAAA-BBBB-CCCC-DDDD-EEEE',
      factor: { kind: 'pin', value: '482915' },
    });
    await expect(watch[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      name: 'NotFoundError',
      code: 'tracking_not_found',
    });
    expect(watch.state).toBe('ended');
  });

  it('ends without an error when closed', async () => {
    const village = new Village();
    server.treat(village.treat);
    const watch = client().tracking.watch({ accessToken: 'set_1' });
    setTimeout(() => watch.close(), 200);
    const seen: number[] = [];
    for await (const now of watch) seen.push(now.revision);
    expect(seen).toEqual([1]);
  });

  it('survives a server that restarts', async () => {
    const village = new Village((self, response) => self.move(response, 'cancelled'));
    server.treat((response, request, count) =>
      (count === 2 || count === 3 ? reset : village.treat)(response, request, count),
    );
    const seen: string[] = [];
    for await (const now of client().tracking.watch({ accessToken: 'set_1' })) seen.push(now.status);
    expect(seen).toEqual(['in_review', 'cancelled']);
  }, 20_000);
});

describe('desk.watch', () => {
  it('tells which application changed', async () => {
    server.treat((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(
        'id: 1\nevent: application\ndata: {"applicationId":"app_1","status":"in_review","revision":1}\n\n',
      );
      response.write('event: application\ndata: {"applicationId":"app_2","status":"rejected","revision":4}\n\n');
    });
    const watch = client().desk.watch();
    const told: string[] = [];
    for await (const news of watch) {
      told.push(news.applicationId);
      if (told.length === 2) watch.close();
    }
    expect(told).toEqual(['app_1', 'app_2']);
  });
});
