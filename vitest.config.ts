import { defineConfig } from 'vitest/config';

/** Rules, catalogue, SDK, server and tools run in Node from their sources; elements run in web-test-runner. */
export default defineConfig({
  resolve: { conditions: ['e-sewaka-source'] },
  ssr: { resolve: { conditions: ['e-sewaka-source', 'node', 'import', 'default'], externalConditions: ['node', 'import', 'default'] } },
  test: {
    include: ['packages/{contract,catalog,sdk,server}/src/**/*.test.ts', 'tools/**/*.test.mjs'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
