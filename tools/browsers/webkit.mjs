/** Starts WebKitGTK's driver on a display of its own, and ends both. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { endTree } from './process-tree.mjs';

const startLimit = 20_000;

/**
 * @param {{driver: string, display: string}} found paths of WebKitWebDriver and Xvfb
 * @returns {Promise<{port: number, stop: () => void}>}
 */
export async function startWebKit(found) {
  const started = [];
  const stop = () => started.splice(0).reverse().forEach(({ pid }) => endTree(pid));
  const start = (command, args, options) => {
    const child = spawn(command, args, options);
    started.push(child);
    return child;
  };
  try {
    // Without a display the driver waits for ever and says nothing: it starts only once the display has named itself.
    const display = await displayOf(start(found.display, ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    }));
    const port = await freePort();
    start(found.driver, [`--port=${port}`, '--host=127.0.0.1'], {
      stdio: 'ignore',
      env: { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1', LIBGL_ALWAYS_SOFTWARE: '1' },
    });
    await ready(port);
    return { port, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

function displayOf(server) {
  return new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`Xvfb opened no display: ${why}`));
    const limit = setTimeout(() => fail('it did not answer'), startLimit);
    server.stdio[3].once('data', (number) => {
      clearTimeout(limit);
      resolve(`:${String(number).trim()}`);
    });
    server.once('error', (error) => fail(error.message));
    server.once('exit', (code) => fail(`it ended with ${code}`));
  });
}

async function ready(port) {
  const end = Date.now() + startLimit;
  while (Date.now() < end) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(100);
  }
  throw new Error('WebKitWebDriver did not answer');
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
