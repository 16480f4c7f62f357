import { basename } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';

/** Largest size of the core entry, in bytes after brotli: what every page with a widget loads. */
export const coreLimit = 15 * 1024;

/** Sizes in bytes after brotli of what a browser loads at once (`core`) and of each part it loads when needed. */
export async function measureSdk() {
  const { outputFiles, metafile } = await build({
    stdin: { contents: "export * from '@e-sewaka/sdk';", resolveDir: import.meta.dirname, sourcefile: 'core.js' },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    conditions: ['e-sewaka-source'],
    outdir: 'out',
    write: false,
    metafile: true,
  });
  const entry = Object.keys(metafile.outputs).find(
    (name) => metafile.outputs[name].entryPoint?.startsWith('core.js') || basename(name) === 'stdin.js',
  );
  const atOnce = staticParts(metafile, entry);
  const size = (names) => {
    const contents = outputFiles.filter(({ path }) => names.has(basename(path))).map((file) => file.contents);
    return brotliCompressSync(Buffer.concat(contents), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  };
  const lazy = Object.keys(metafile.outputs).filter((name) => !atOnce.has(basename(name)));
  return {
    core: size(atOnce),
    parts: Object.fromEntries(lazy.map((name) => [basename(name), size(new Set([basename(name)]))])),
  };
}

/** The entry and every chunk it imports without `import()`. */
function staticParts({ outputs }, entry, found = new Set()) {
  if (found.has(basename(entry))) return found;
  found.add(basename(entry));
  for (const { path, kind } of outputs[entry].imports)
    if (kind === 'import-statement') staticParts({ outputs }, path, found);
  return found;
}

if (process.argv[1] === import.meta.filename) {
  const { core, parts } = await measureSdk();
  console.log(`core ${core} of ${coreLimit} bytes (brotli)`);
  for (const [name, bytes] of Object.entries(parts)) console.log(`  ${name} ${bytes}`);
  process.exitCode = core > coreLimit ? 1 : 0;
}
