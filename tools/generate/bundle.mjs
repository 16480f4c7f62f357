import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './places.mjs';

/** Joins the hand-written files under `openapi/` into one document. */
export function bundle() {
  const directory = mkdtempSync(join(tmpdir(), 'e-sewaka-bundle-'));
  const target = join(directory, 'openapi.json');
  try {
    execFileSync(
      process.execPath,
      [join(root, 'node_modules/@redocly/cli/bin/cli.js'), 'bundle', 'openapi.yaml', '-o', target],
      {
        cwd: join(root, 'openapi'),
        env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    return JSON.parse(readFileSync(target, 'utf8'));
  } catch (error) {
    throw new Error(`redocly bundle failed\n${error.stderr ?? ''}`, { cause: error });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
