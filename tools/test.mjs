/** `npm test`: every check and test, in order, with one plain count as the last line. */
import './node-version.mjs';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { countByBrowser } from './browsers/progress.mjs';
import { bin, root, runNode } from './run.mjs';

const artefacts = join(root, '.artefacts');
rmSync(artefacts, { recursive: true, force: true });
mkdirSync(artefacts, { recursive: true });

const total = { passed: 0, failed: 0 };

const tool = (name) => join(root, 'tools', name);
const vitestReport = (project) => join(artefacts, `vitest-${project}.json`);
const vitest = (project) =>
  runNode(
    bin('vitest'),
    ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport(project)}`],
    { echo: true },
  );

/** Checks count as one test each; suites count what they ran. */
const steps = [
  { name: 'generated files are up to date', run: () => runNode(tool('generate.mjs'), ['--check']) },
  { name: 'elements manifest, editor data and types are up to date', run: () => runNode(tool('manifest.mjs'), ['--check']) },
  { name: 'contract: lint, examples, schema profile', run: () => runNode(tool('check-contract.mjs')) },
  { name: 'contract: nothing broken since the last release', run: () => runNode(tool('check-breaking.mjs')) },
  { name: 'types', run: () => runNode(bin('typescript', 'tsc'), ['-b']) },
  { name: 'lint', run: () => runNode(bin('eslint'), ['.']) },
  { name: 'build', run: () => runNode(tool('build.mjs'), [], { echo: true }) },
  { name: 'sizes', run: () => runNode(tool('check-size.mjs'), [], { echo: true }) },
  { name: 'widget costs', run: () => runNode(tool('check-widget-costs.mjs'), [], { echo: true }) },
  { name: 'guides say what the code says', run: () => runNode(tool('check-docs.mjs')) },
  { name: 'packages are ready to publish', run: () => runNode(tool('check-packages.mjs')) },
  { name: 'rules, catalogue, tools', run: () => vitest('rules'), count: () => vitestCount('rules') },
  { name: 'server and SDK', run: () => vitest('server'), count: () => vitestCount('server') },
  { name: 'elements', run: () => runNode(tool('elements.mjs'), [], { echo: true }), count: elementsCount },
  { name: 'stories', run: () => vitest('stories'), count: () => vitestCount('stories') },
  { name: 'journeys', run: () => vitest('journeys'), count: () => vitestCount('journeys') },
];

function vitestCount(project) {
  const report = vitestReport(project);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numFailedTestSuites, success } = JSON.parse(readFileSync(report, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests || (success ? 0 : Math.max(1, numFailedTestSuites)) };
}

function elementsCount({ code, output }) {
  const sum = { passed: 0, failed: 0 };
  for (const { passed, failed } of countByBrowser(output).values()) {
    sum.passed += passed;
    sum.failed += failed;
  }
  if (code !== 0 && sum.failed === 0) sum.failed = 1;
  return sum;
}

const only = process.argv.slice(2);
console.log(`Browser: ${findBrowser()}`);
for (const step of steps) {
  if (only.length > 0 && !only.some((word) => step.name.includes(word))) continue;
  const began = performance.now();
  console.log(`\n▶ ${step.name}`);
  const result = await step.run();
  const count = step.count?.(result) ?? { passed: result.code === 0 ? 1 : 0, failed: result.code === 0 ? 0 : 1 };
  if (result.code !== 0 && count.failed === 0) count.failed = 1;
  if (count.failed > 0 && !step.count) console.log(result.output);
  console.log(`${count.failed > 0 ? '✗' : '✓'} ${step.name} (${((performance.now() - began) / 1000).toFixed(0)} s)`);
  total.passed += count.passed;
  total.failed += count.failed;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
