import { defineConfig } from 'vitest/config';

const source = 'e-sewaka-source';
const shared = {
  resolve: { conditions: [source] },
  // Vitest hands these to Node as --conditions: `import` here would break every CommonJS package with two faces (pg).
  ssr: { resolve: { conditions: [source, 'node'], externalConditions: ['node'] } },
};
const patient = { testTimeout: 60_000, hookTimeout: 120_000, pool: 'forks' as const };

/** Rules, catalogue, SDK, server, tools and whole journeys run in Node; elements run in web-test-runner. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      // Last in time, first here: a file, since its plugins start Storybook.
      'stories/vitest.config.mjs',
      {
        ...shared,
        test: { ...patient, name: 'rules', include: ['packages/{contract,catalog}/src/**/*.test.ts', 'tools/**/*.test.mjs'] },
      },
      {
        ...shared,
        test: {
          ...patient,
          name: 'server',
          include: ['packages/{sdk,server}/src/**/*.test.ts'],
          globalSetup: ['tools/vitest-postgres.mjs'],
        },
      },
      {
        ...shared,
        test: {
          ...patient,
          name: 'journeys',
          include: ['packages/journeys/src/**/*.test.ts'],
          fileParallelism: false,
          globalSetup: ['tools/vitest-postgres.mjs'],
        },
      },
    ],
  },
});
