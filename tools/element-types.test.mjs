import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bin, root, runNode } from './run.mjs';

const options = { noEmit: true, strict: true, jsx: 'preserve', module: 'esnext', moduleResolution: 'bundler', target: 'es2022', types: [], skipLibCheck: true };

/** Compiles files beside the framework types, as a project that uses the package would. */
async function compile(files) {
  const folder = mkdtempSync(join(root, 'packages/components/types/.check-'));
  try {
    for (const [name, text] of Object.entries({ ...files, 'tsconfig.json': JSON.stringify({ compilerOptions: options }) })) writeFileSync(join(folder, name), text);
    const { output } = await runNode(bin('typescript', 'tsc'), ['-p', folder]);
    return output;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const react = (inner) => `import type {} from '../react.js';\nexport const page = ${inner};\n`;
const vue = (kind) => `import type { GlobalComponents } from 'vue';
import type {} from '../vue.js';
export const props: InstanceType<GlobalComponents['sewaka-id-lookup']>['$props'] = { kind: ${kind} };\n`;
const angular = (member) => `import type { SewakaElement, SewakaEvent } from '../angular.js';
export const code = (event: SewakaEvent<'sewaka-service-form', 'sewaka-submitted'>): string => event.${member};
export const again = (tracker: SewakaElement<'sewaka-status-tracker'>): Promise<void> => tracker.refresh();\n`;

it('lets React, Vue and Angular projects use elements rightly, and stops them otherwise', async () => {
  const output = await compile({
    'good.tsx': react('<sewaka-service-form service="x" track-href="/t" onsewaka-submitted={(event) => event.trackingCode.trim()} />'),
    'bad-prop.tsx': react('<sewaka-service-form service={1} />'),
    'bad-event.tsx': react('<sewaka-service-form onsewaka-submitted={(event) => event.nothing} />'),
    'good-vue.ts': vue("'nik'"),
    'bad-vue.ts': vue('1'),
    'good-angular.ts': angular('trackingCode'),
    'bad-angular.ts': angular('nothing'),
  });
  const refused = [...output.matchAll(/([\w-]+\.tsx?)\(\d+,\d+\): error/g)].map(([, file]) => file);
  expect(refused.sort()).toEqual(['bad-angular.ts', 'bad-event.tsx', 'bad-prop.tsx', 'bad-vue.ts']);
});
