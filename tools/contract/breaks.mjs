import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pascal, root } from '../generate/places.mjs';

/** What a client of `base` can no longer rely on in `head`, in words. `redocly diff` finds it; two kinds are meant. */
export function breaksBetween(base, head) {
  return diff(base, head)
    .changes.filter(({ impact }) => impact === 'major')
    .filter((change) => !isNewRefusal(change) && !isNewServiceVersion(change, base, head))
    .map(({ path, verdicts }) => `${verdicts.map(({ message }) => message).join(' ')} (${path})`);
}

/** Whether the step from one version to another may break: a new major, or before 1.0 a new minor. */
export function mayBreak(from, to) {
  const [a, b] = [from, to].map((version) => version.split('.').map(Number));
  return b[0] > a[0] || (b[0] === 0 && a[0] === 0 && b[1] > a[1]);
}

/** Refusals may come up with new codes; clients fall back on the status. */
function isNewRefusal({ path, verdicts }) {
  return /application~1problem\+json/.test(path) && verdicts.every(({ ruleId }) => ruleId === 'enum-values-added');
}

/** A service's answers change with its version, and a stale form is told so by `service_version_outdated`. */
function isNewServiceVersion({ path }, base, head) {
  const service = /\/mapping\/([a-z0-9-]+)\/properties\/answers/.exec(path)?.[1];
  if (service === undefined) return false;
  const version = (document) => document.components.schemas[`${pascal(service)}Answers`]?.['x-service-version'] ?? 0;
  return version(head) > version(base);
}

function diff(base, head) {
  const directory = mkdtempSync(join(tmpdir(), 'e-sewaka-diff-'));
  const [from, to, report] = ['base.json', 'head.json', 'report.json'].map((name) => join(directory, name));
  try {
    writeFileSync(from, JSON.stringify(base));
    writeFileSync(to, JSON.stringify(head));
    execFileSync(
      process.execPath,
      [
        join(root, 'node_modules/@redocly/cli/bin/cli.js'),
        'diff',
        from,
        to,
        '--format',
        'json',
        '--fail-on',
        'none',
        '-o',
        report,
      ],
      {
        cwd: directory,
        env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
        stdio: 'pipe',
      },
    );
    return JSON.parse(readFileSync(report, 'utf8'));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
