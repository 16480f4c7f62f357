/** Holds the byte budgets over the built widgets: brotli sizes of what a page really loads. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { init, parse } from 'es-module-lexer';
import { root } from './run.mjs';
import { coreLimit, measureSdk } from '../packages/sdk/size.mjs';

const folder = join(root, 'packages/components/dist/cdn');
const { files } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
const kib = 1024;
await init;

/** A file with everything it imports statically, as the browser fetches it. */
function closure(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  const [imports] = parse(readFileSync(join(folder, file), 'utf8'));
  for (const { n: specifier, d: dynamic } of imports) {
    if (dynamic === -1 && specifier?.startsWith('.')) closure(join(file, '..', specifier).replaceAll('\\', '/'), seen);
  }
  return seen;
}

const brotli = (names) => [...names].reduce((sum, name) => sum + files[name].brotli, 0);

/** The chunk that a tag loads, by the loader's own table. */
function chunkOf(tag) {
  const loader = readFileSync(join(folder, 'sewaka.js'), 'utf8');
  const [, specifier] = loader.match(new RegExp(`"${tag}":\\(\\)=>import\\("\\./([^"]+)"\\)`)) ?? [];
  if (!specifier) throw new Error(`the loader does not know <${tag}>`);
  return specifier;
}

const usable = (tag) => brotli(closure(chunkOf(tag), closure('sewaka.js')));

/** A widget's own script; it must bring all that is needed at first with it. */
function alone(widget) {
  const [...needed] = closure(`${widget}.js`);
  if (needed.length > 1) throw new Error(`${widget}.js needs ${needed.slice(1).join()} before it can start`);
  return brotli(needed);
}

const budgets = [
  { what: 'loader', size: files['sewaka.js'].brotli, limit: 3 * kib },
  { what: 'form until usable, the SDK\'s reader included', size: usable('sewaka-service-form'), limit: 28 * kib },
  { what: 'form by its own script, one request', size: alone('service-form'), limit: 28 * kib },
  { what: 'catalogue by its own script', size: alone('service-catalog'), limit: 28 * kib },
  { what: 'tracker by its own script', size: alone('status-tracker'), limit: 44 * kib },
  { what: 'lookup by its own script', size: alone('id-lookup'), limit: 36 * kib },
  { what: 'verification by its own script', size: alone('document-verify'), limit: 34 * kib },
  { what: 'desk by its own script', size: alone('officer-desk'), limit: 34 * kib },
  { what: 'catalogue until usable', size: usable('sewaka-service-catalog'), limit: 28 * kib },
  { what: 'tracker until usable', size: usable('sewaka-status-tracker'), limit: 50 * kib },
  { what: 'lookup until usable', size: usable('sewaka-id-lookup'), limit: 40 * kib },
  { what: 'verification until usable', size: usable('sewaka-document-verify'), limit: 40 * kib },
  { what: 'desk until usable', size: usable('sewaka-officer-desk'), limit: 40 * kib },
  { what: 'SDK core entry', size: (await measureSdk()).core, limit: coreLimit },
];

let failed = false;
for (const { what, size, limit } of budgets) {
  const over = size > limit;
  failed ||= over;
  console.log(`${over ? '✗' : '✓'} ${what}: ${(size / kib).toFixed(2)} of ${(limit / kib).toFixed(0)} KiB`);
}
process.exitCode = failed ? 1 : 0;
