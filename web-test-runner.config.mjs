import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { launchers } from './tools/browsers/launchers.mjs';

/** Elements run in real browsers, from their sources; `node tools/elements.mjs` says in which. */
export default {
  files: process.env.WTR_FILES ?? 'packages/components/src/**/*.test.ts',
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  nodeResolve: { exportConditions: ['e-sewaka-source', 'browser'] },
  concurrency: 1,
  concurrentBrowsers: 2,
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('./tsconfig.base.json', import.meta.url)) }),
  ],
  browsers: launchers(),
  testFramework: { config: { timeout: 40_000 } },
  testsFinishTimeout: 180_000,
  browserStartTimeout: 120_000,
};
