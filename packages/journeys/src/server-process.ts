import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../server/dist/main.js', import.meta.url));

/** The server as people run it, in a process of its own that can be killed and started again on the same data. */
export interface ServerProcess {
  readonly url: string;
  readonly folder: string;
  /** Starts it; resolves once it says that it is ready. */
  start(): Promise<void>;
  /** Kills it as the system does when memory runs out: at once, in the middle of whatever it does. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** Prepares a server on a free port and an empty folder. */
export async function serverProcess(env: NodeJS.ProcessEnv = {}): Promise<ServerProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'sewaka-killed-'));
  const port = await freePort();
  let running: ChildProcess | undefined;
  const kill = async (): Promise<void> => {
    const child = running;
    running = undefined;
    if (!child) return;
    child.removeAllListeners('exit');
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await gone;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    folder,
    kill,
    start() {
      const child = spawn(process.execPath, [main], {
        env: { ...process.env, PORT: String(port), SEWAKA_DATA_DIR: folder, SEWAKA_DEMO: 'off', SEWAKA_RATE_FACTOR: '1000', SEWAKA_LOG_LEVEL: 'error', ...env },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      running = child;
      return new Promise((done, fail) => {
        child.once('exit', (code) => fail(new Error(`The server ended with ${String(code)}.`)));
        child.stdout?.on('data', (words: Buffer) => words.toString().includes('is ready') && done());
      });
    },
    async close() {
      await kill();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
