import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from './index.js';
import { startTestServer, type TestServer } from './testing.js';

/** A line to the server that can be cut and joined again. */
class Line {
  #server: Server | undefined;
  #port = 0;
  readonly #target: number;
  readonly #sockets = new Set<Socket>();

  constructor(target: number) {
    this.#target = target;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async join(): Promise<void> {
    if (this.#server?.listening) return;
    const server = createServer((near) => {
      const far = connect(this.#target, '127.0.0.1');
      for (const socket of [near, far]) {
        this.#sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => this.#sockets.delete(socket));
      }
      near.pipe(far).pipe(near);
    });
    this.#server = server;
    await new Promise<void>((done) => server.listen(this.#port, '127.0.0.1', done));
    const address = server.address();
    if (typeof address === 'object' && address !== null) this.#port = address.port;
  }

  cut(): void {
    this.#server?.close();
    for (const socket of this.#sockets) socket.destroy();
  }
}

const noise = new Blob([new Uint8Array(6_000_000).map((_, index) => (index * 7919) % 251)]);

describe('an upload over a broken line', () => {
  let server: TestServer;
  let line: Line;
  beforeAll(async () => void (server = await startTestServer()));
  afterAll(() => server.close());
  afterEach(() => line.cut());

  it('waits when it is patient, and goes on once the line is back', async () => {
    line = new Line(Number(new URL(server.url).port));
    await line.join();
    const client = createClient({ baseUrl: line.url, retries: 0 });
    const waits: boolean[] = [];
    let cut = false;
    const upload = client.uploads.start(noise, {
      patient: true,
      onWaiting: (waiting) => {
        waits.push(waiting);
        if (waiting) setTimeout(() => void line.join(), 700);
      },
      onProgress: () => {
        if (!cut) line.cut();
        cut = true;
      },
    });
    // All bytes arrive; the content is none that is accepted.
    await expect(upload.done).rejects.toThrow(/^upload: type_/);
    expect(waits[0]).toBe(true);
    expect(waits.at(-1)).toBe(false);
  });

  it('is given up when it is thrown away while it waits', async () => {
    line = new Line(Number(new URL(server.url).port));
    await line.join();
    const client = createClient({ baseUrl: line.url, retries: 0 });
    line.cut();
    const waiting = new Promise<void>((done) => {
      const upload = client.uploads.start(noise, { patient: true, onWaiting: () => void upload.abort().then(done) });
      upload.done.catch(() => undefined);
    });
    await expect(waiting).resolves.toBeUndefined();
  });

  it('goes on only when it is told to, once paused while it waits', async () => {
    line = new Line(Number(new URL(server.url).port));
    await line.join();
    const client = createClient({ baseUrl: line.url, retries: 0 });
    line.cut();
    let sent = 0;
    let paused = false;
    const upload = client.uploads.start(noise, {
      patient: true,
      onProgress: (progress) => (sent = progress.sent),
      onWaiting: (waiting) => {
        if (!waiting || paused) return;
        paused = true;
        upload.pause();
        void line.join();
      },
    });
    await new Promise((done) => setTimeout(done, 2_500));
    expect(sent).toBe(0);
    upload.resume();
    await expect(upload.done).rejects.toThrow(/^upload: type_/);
  });
});
