/** Builds what is missing or older than its sources, saying what it does; silent and quick when nothing changed. */
import './node-version.mjs';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bin, root, runNode } from './run.mjs';

const stampFile = join(root, '.build', 'stamps.json');

/** In order: each stage with the sources it reads and a file that proves it ran. */
const stages = [
  {
    name: 'types and code',
    inputs: ['tsconfig.json', 'tsconfig.base.json', ...packageSources('contract', 'catalog', 'sdk', 'components', 'server')],
    proof: 'packages/server/dist/main.js',
    run: () => runNode(bin('typescript', 'tsc'), ['-b', 'packages/server', 'packages/components']),
  },
  {
    name: 'widgets for the browser',
    inputs: ['rollup.config.mjs', ...packageSources('contract', 'sdk', 'components')],
    proof: 'packages/components/dist/cdn/sewaka.js',
    run: () => runNode(bin('rollup'), ['-c', '--silent']),
  },
  {
    name: 'Storybook',
    inputs: ['stories', '.storybook/main.ts', '.storybook/preview.ts', 'openapi/examples', 'packages/catalog/services', ...packageSources('contract', 'catalog', 'sdk', 'components')],
    proof: 'storybook-static/index.html',
    run: () => runNode(join(root, 'tools/storybook.mjs'), ['build']),
  },
];

/** What a server with widgets needs; Storybook is for people who look at elements. */
export const essentials = stages.map(({ name }) => name).filter((name) => name !== 'Storybook');

/** Brings every stage, or those named, up to date; throws with the tool's own output when one fails. */
export async function build(names = stages.map(({ name }) => name)) {
  const stamps = existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {};
  for (const stage of stages.filter(({ name }) => names.includes(name))) {
    const stamp = fingerprint(stage.inputs);
    if (stamps[stage.name] === stamp && existsSync(join(root, stage.proof))) continue;
    const began = performance.now();
    process.stdout.write(`Building ${stage.name} … `);
    const { code, output } = await stage.run();
    if (code !== 0) throw new Error(`Building ${stage.name} failed:\n${output}`);
    console.log(`done in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    stamps[stage.name] = stamp;
    mkdirSync(join(root, '.build'), { recursive: true });
    writeFileSync(stampFile, JSON.stringify(stamps, null, 2));
  }
}

function packageSources(...names) {
  return names.flatMap((name) => [`packages/${name}/src`, `packages/${name}/package.json`, `packages/${name}/tsconfig.json`]);
}

/** Names, sizes and times of all files below the inputs: enough to see an edit, and cheap. */
function fingerprint(inputs) {
  const hash = createHash('sha256').update(process.version);
  const visit = (path) => {
    if (!existsSync(path)) return;
    const stat = statSync(path);
    if (stat.isDirectory()) {
      for (const name of readdirSync(path).sort()) visit(join(path, name));
    } else {
      hash.update(`${relative(root, path)}\0${stat.size}\0${stat.mtimeMs}\n`);
    }
  };
  for (const input of inputs) visit(join(root, input));
  return hash.digest('hex');
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await build().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
