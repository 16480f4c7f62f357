/** Bundles of the widgets for the script tag, from the compiled packages: loader with chunks, one entry per widget, one single file. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import commonjs from '@rollup/plugin-commonjs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { transform } from 'esbuild';
import { minifyHTMLLiterals } from 'minify-literals';
import { later } from './tools/rollup-later.mjs';

const source = 'packages/components/dist/loader';
const target = 'packages/components/dist/cdn';

const smaller = new Map();

/** Takes the white space out of `html` and `css` templates (the compiler puts a space behind the tag); once per file, whichever bundle asks. */
const templates = {
  name: 'templates',
  transform: {
    order: 'pre',
    handler(code, id) {
      if (!id.includes('/packages/components/') || !/\b(html|css|svg) ?`/.test(code)) return null;
      if (!smaller.has(id)) {
        smaller.set(id, minifyHTMLLiterals(code, { fileName: id }).then((result) => (result ? { code: result.code, map: null } : null)));
      }
      return smaller.get(id);
    },
  },
};

const minify = {
  name: 'minify',
  async renderChunk(code) {
    const result = await transform(code, { minify: true, target: 'es2022', format: 'esm', legalComments: 'none' });
    return { code: result.code, map: null };
  },
};

/** Writes a file once more as `.br` and `.gz`, for servers that send what lies beside it; returns the size of the former. */
function writePacked(path, bytes) {
  const { mtimeMs } = statSync(path);
  const pack = (suffix, compress) => {
    const target = path + suffix;
    // The second bundle visits the files of the first again.
    if (!existsSync(target) || statSync(target).mtimeMs < mtimeMs) writeFileSync(target, compress(bytes));
    return statSync(target).size;
  };
  pack('.gz', (plain) => gzipSync(plain, { level: 9 }));
  return pack('.br', brotliCompressSync);
}

const { version } = JSON.parse(readFileSync('packages/components/package.json', 'utf8'));

/** Writes `manifest.json`: the release's name, and size, brotli size and integrity of every file, for pinning and for the size check. */
const manifest = {
  name: 'manifest',
  writeBundle({ dir }) {
    const files = {};
    const visit = (folder, prefix) => {
      for (const name of readdirSync(folder).sort()) {
        const path = join(folder, name);
        if (statSync(path).isDirectory()) visit(path, `${prefix}${name}/`);
        else if (name.endsWith('.js')) {
          const bytes = readFileSync(path);
          const integrity = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
          files[prefix + name] = { bytes: bytes.length, brotli: writePacked(path, bytes), integrity };
        }
      }
    };
    visit(dir, '');
    const content = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 10);
    writeFileSync(join(dir, 'manifest.json'), `${JSON.stringify({ release: `${version}-${content}`, files }, null, 2)}\n`);
  },
};

/** Tells the loader what each widget's chunk imports, so that the browser need not find out one file after another. */
const preloads = {
  name: 'preloads',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
    const closure = (file, seen = new Set()) => {
      if (seen.has(file)) return seen;
      seen.add(file);
      for (const next of bundle[file].imports) closure(next, seen);
      return seen;
    };
    const table = {};
    for (const chunk of chunks) {
      const [, feature] = chunk.facadeModuleId?.match(/\/features\/([\w-]+)\/index\.js$/) ?? [];
      if (feature) table[`sewaka-${feature}`] = [...closure(chunk.fileName)].filter((file) => file !== chunk.fileName);
    }
    const loader = bundle['sewaka.js'];
    loader.code = loader.code.replace('"__PRELOADS__"', () => JSON.stringify(JSON.stringify(table)));
  },
};

/** Widgets that have a script of their own: all a page with one of them needs at first comes with a single request. */
const alone = ['document-verify', 'id-lookup', 'officer-desk', 'service-catalog', 'service-form', 'status-tracker'];

/** For pages that hold frames, and for the pages in them. */
const framing = ['frames', 'embed'];

/** The source of such a script: the origin first, what can be asked for at once, then the provider that may stand around the widget, for when one does. */
const entry = (feature) => ({
  name: 'entry',
  resolveId: (id) => (id === feature ? `\0${feature}` : null),
  load: (id) =>
    id === `\0${feature}`
      ? ['loader/origin', ...(feature === 'service-form' ? ['loader/ahead'] : []), 'loader/around', `features/${feature}`].map((part) => `import ${JSON.stringify(resolve(source, '..', part, 'index.js'))};`).join('\n')
      : null,
});

/** Takes away what an earlier build has left. */
const clean = { name: 'clean', buildStart: () => rmSync(target, { recursive: true, force: true }) };

/** What every widget stands on goes into one file: fetched once, compressed together, one request instead of many. */
const shared = [
  /\/node_modules\/(lit|lit-html|lit-element|@lit)\//,
  /\/components\/dist\/internal\/(define|element|events|failure|heading|icons|light-styles|page-title|page-history|remote|settings|status|text|version|words|client)\.js$/,
  /\/components\/dist\/styles\//,
  /\/components\/dist\/locales\/common\/(index|id)\.js$/,
  /\/components\/dist\/controls\/button\//,
  /\/contract\/dist\/conditions\.js$/,
];

const read = [nodeResolve({ browser: true, exportConditions: ['production', 'browser'] }), commonjs(), templates];
const plugins = [...read, minify];
/** With chunks: what is fetched ahead waits unopened until it is used. */
const inChunks = [...read, later('/service-form/late.js', '/internal/sdk-client.js'), minify];

const names = { dir: target, entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js', hashCharacters: 'base36' };

export default [
  {
    input: { sewaka: `${source}/index.js` },
    output: {
      ...names,
      manualChunks: (id) => (shared.some((pattern) => pattern.test(id)) ? 'core' : undefined),
      onlyExplicitManualChunks: true,
    },
    plugins: [clean, ...inChunks, preloads],
  },
  ...framing.map((name) => ({ input: { [name]: `${source}/frame/${name}.js` }, output: names, plugins })),
  ...alone.map((feature) => ({ input: { [feature]: feature }, output: names, plugins: [entry(feature), ...inChunks] })),
  {
    input: { 'sewaka.all': `${source}/all.js` },
    output: { dir: target, entryFileNames: '[name].js', inlineDynamicImports: true },
    plugins: [...plugins, manifest],
  },
];
