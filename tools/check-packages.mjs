/** Packs each publishable package and lets publint and "are the types wrong" judge what a stranger would install. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { bin, root, runNode } from './run.mjs';

const packages = ['contract', 'catalog', 'sdk', 'components', 'server'];
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const folder = mkdtempSync(join(tmpdir(), 'sewaka-pack-'));
let failed = false;

try {
  for (const name of packages) {
    const pkgDir = join(root, 'packages', name);
    const [{ filename, files }] = JSON.parse(
      execFileSync(npm, ['pack', '--json', '--pack-destination', folder], { cwd: pkgDir, encoding: 'utf8', shell: process.platform === 'win32' }),
    );
    const findings = [
      ...files.filter(({ path }) => /\.test\.|tsbuildinfo/.test(path)).map(({ path }) => `packs ${path}, which is not for users`),
      ...(await lint(pkgDir)),
      ...(await types(join(folder, filename), pkgDir)),
    ];
    for (const finding of findings) console.error(`${name}: ${finding}`);
    failed ||= findings.length > 0;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;

async function lint(pkgDir) {
  const manifest = JSON.parse(readFileSync(join(pkgDir, 'package.json'), 'utf8'));
  const { messages } = await publint({ pkgDir, level: 'warning', strict: true });
  return messages.map((message) => formatMessage(message, manifest));
}

async function types(tarball, pkgDir) {
  const { exports } = JSON.parse(readFileSync(join(pkgDir, 'package.json'), 'utf8'));
  const sheets = Object.keys(exports).filter((entry) => entry.endsWith('.css')); // style sheets have no types
  const excluded = sheets.length > 0 ? ['--exclude-entrypoints', ...sheets.map((entry) => entry.slice(2))] : [];
  const { code, output } = await runNode(bin('@arethetypeswrong/cli', 'attw'), [tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-emoji', ...excluded]);
  return code === 0 ? [] : [output];
}
