import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const require = createRequire(import.meta.url);

/** Path of a package's command-line script, so that it runs under this very Node on every system. */
export function bin(packageName, name = packageName) {
  const manifestPath = findManifest(packageName);
  const { bin: declared } = require(manifestPath);
  const file = typeof declared === 'string' ? declared : declared[name];
  return join(dirname(manifestPath), file);
}

function findManifest(packageName) {
  for (const folder of require.resolve.paths(packageName) ?? []) {
    const candidate = join(folder, packageName, 'package.json');
    try {
      return require.resolve(candidate);
    } catch {
      // not in this node_modules: look further up
    }
  }
  throw new Error(`${packageName} is not installed: run npm ci`);
}

/**
 * Runs a Node script to its end.
 * @returns {Promise<{code: number, output: string}>} exit code and everything printed
 */
export function runNode(script, args = [], { env = {}, echo = false, cwd = root, nodeArgs = [] } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...nodeArgs, script, ...args], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (stream, sink) =>
      stream.on('data', (chunk) => {
        output += chunk;
        if (echo) sink.write(chunk);
      });
    collect(child.stdout, process.stdout);
    collect(child.stderr, process.stderr);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
