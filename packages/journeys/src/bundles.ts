import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const cdn = path('../../components/dist/cdn/');

/** The folder a village copies to host the widgets itself. */
export async function widgetFiles(at: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(cdn, { recursive: true })).filter((name) => name.endsWith('.js'));
  return new Map(await Promise.all(names.map(async (name) => [at + name.replaceAll('\\', '/'), await readFile(cdn + name, 'utf8')] as const)));
}

/** The same folder as a release from some time ago would have it. */
export async function olderCopy(at: string): Promise<ReadonlyMap<string, string>> {
  const files = await widgetFiles(at);
  const { version } = JSON.parse(await readFile(path('../../components/package.json'), 'utf8')) as { version: string };
  return new Map([...files].map(([name, text]) => [name, text.replaceAll(`"${version}"`, '"0.0.1"')]));
}

/** An application of a framework around the packages as they are published. */
export async function bundleFor(framework: 'react' | 'vue'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path(framework === 'react' ? '../hosts/react.tsx' : '../hosts/vue.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"', __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
  });
  return outputFiles[0]?.text ?? '';
}
