import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './places.mjs';

const entry = join(root, 'packages/catalog/src/index.ts');
const require = createRequire(pathToFileURL(join(root, 'packages/catalog/package.json')));

/** Loads the catalogue from its TypeScript sources, since nothing may be built yet; undefined while it is not there. */
export async function loadServices() {
  if (!existsSync(entry)) return undefined;
  const { loadCatalog, deriveAnswersSchema } = await importSource(entry);
  if (!loadCatalog || !deriveAnswersSchema) return undefined;
  const services = [...loadCatalog().list()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return services.map((service) => ({ service, schema: structuredClone(deriveAnswersSchema(service)) }));
}

async function importSource(file) {
  const directory = mkdtempSync(join(tmpdir(), 'e-sewaka-catalog-'));
  try {
    const { outputFiles } = await build({
      entryPoints: [file],
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      conditions: ['e-sewaka-source'],
      logLevel: 'silent',
      plugins: [keepPlace, leaveOutside, withoutGenerated],
    });
    const module = join(directory, 'catalog.mjs');
    writeFileSync(module, outputFiles[0].contents);
    return await import(pathToFileURL(module).href);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Sources find their data beside themselves, wherever the bundle lies. */
const keepPlace = {
  name: 'keep-place',
  setup: ({ onLoad }) =>
    onLoad({ filter: /packages[/\\]catalog[/\\]src[/\\].*\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
    })),
};

/** Libraries are loaded from where the catalogue has them. */
const leaveOutside = {
  name: 'leave-outside',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^(yaml|ajv)(\/|$)/ }, ({ path }) => ({
      path: pathToFileURL(require.resolve(path)).href,
      external: true,
    })),
};

/** What is about to be generated may be missing or stale, and the catalogue does not need it. */
const withoutGenerated = {
  name: 'without-generated',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^\.\/generated\// }, ({ path }) => ({ path, namespace: 'nothing' }));
    onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'export {}' }));
  },
};
