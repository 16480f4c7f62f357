/** Two bundles of the widgets for the script tag, from the compiled packages: loader with chunks, and one single file. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import commonjs from '@rollup/plugin-commonjs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { transform } from 'esbuild';
import { minifyHTMLLiterals } from 'minify-literals';

const source = 'packages/components/dist/loader';
const target = 'packages/components/dist/cdn';

/** Takes the white space out of `html` and `css` templates. */
const templates = {
  name: 'templates',
  transform: {
    order: 'pre',
    async handler(code, id) {
      if (!id.includes('/packages/components/') || !/\b(html|css|svg)`/.test(code)) return null;
      const result = await minifyHTMLLiterals(code, { fileName: id });
      return result ? { code: result.code, map: null } : null;
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

/** Writes `manifest.json`: size, brotli size and integrity of every file, for pinning and for the size check. */
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
          files[prefix + name] = { bytes: bytes.length, brotli: brotliCompressSync(bytes).length, integrity };
        }
      }
    };
    visit(dir, '');
    writeFileSync(join(dir, 'manifest.json'), `${JSON.stringify({ files }, null, 2)}\n`);
  },
};

const plugins = [nodeResolve({ browser: true, exportConditions: ['production', 'browser'] }), commonjs(), templates, minify, manifest];

export default [
  {
    input: { sewaka: `${source}/index.js` },
    output: { dir: target, entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js', hashCharacters: 'base36' },
    plugins,
  },
  {
    input: { 'sewaka.all': `${source}/all.js` },
    output: { dir: target, entryFileNames: '[name].js', inlineDynamicImports: true },
    plugins,
  },
];
