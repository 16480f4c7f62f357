import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { breaksBetween, mayBreak } from './contract/breaks.mjs';
import { root } from './generate/places.mjs';

const releases = join(root, 'openapi/releases');

function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The newest released document, or undefined before the first release. */
function lastRelease() {
  const versions = existsSync(releases)
    ? readdirSync(releases).filter((name) => /^[0-9]+\.[0-9]+\.[0-9]+\.json$/.test(name))
    : [];
  const newest = versions.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  return newest === undefined ? undefined : read(join(releases, newest));
}

/** Keeps the present document as what was released; examples do not matter for the comparison. */
function release(document) {
  const file = join(releases, `${document.info.version}.json`);
  writeFileSync(file, `${JSON.stringify(document, (key, value) => (key === 'examples' ? undefined : value))}\n`);
  console.log(`check-breaking: wrote openapi/releases/${document.info.version}.json`);
}

function main() {
  const { values } = parseArgs({ options: { release: { type: 'boolean', default: false } } });
  const head = read(join(root, 'packages/contract/src/generated/openapi.json'));
  if (values.release) return release(head);
  const base = lastRelease();
  if (!base) throw new Error('check-breaking: openapi/releases is empty; make the first with --release');
  const breaks = breaksBetween(base, head);
  for (const line of breaks) console.error(`check-breaking: ${line}`);
  if (breaks.length === 0) console.log(`check-breaking: nothing broken since ${base.info.version}`);
  else if (mayBreak(base.info.version, head.info.version))
    console.log(`check-breaking: allowed, since ${base.info.version} became ${head.info.version}`);
  else process.exitCode = 1;
}

if (process.argv[1] === import.meta.filename) main();
