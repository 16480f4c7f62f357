import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleProblems } from './contract/examples.mjs';
import { root } from './generate/places.mjs';

/** Lints the published document with Redocly and our rules, and checks every example against its schema. */
export function checkContract(file = join(root, 'packages/contract/src/generated/openapi.json')) {
  const wrong = exampleProblems(JSON.parse(readFileSync(file, 'utf8')));
  return { linted: lint(file), wrong };
}

function lint(file) {
  try {
    execFileSync(
      process.execPath,
      [
        join(root, 'node_modules/@redocly/cli/bin/cli.js'),
        'lint',
        file,
        '--config',
        join(root, 'openapi/redocly.yaml'),
        '--format',
        'stylish',
      ],
      {
        env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
        stdio: 'pipe',
        encoding: 'utf8',
      },
    );
    return { ok: true, output: '' };
  } catch (error) {
    return { ok: false, output: `${error.stdout}${error.stderr}` };
  }
}

function main() {
  const { linted, wrong } = checkContract();
  if (!linted.ok) console.error(linted.output);
  for (const line of wrong) console.error(`example: ${line}`);
  console.log(
    linted.ok && wrong.length === 0 ? 'check-contract: the contract keeps its rules' : 'check-contract: failed',
  );
  return linted.ok && wrong.length === 0 ? 0 : 1;
}

if (process.argv[1] === import.meta.filename) process.exitCode = main();
