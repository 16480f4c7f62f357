/** Runs the elements' tests in every engine that is there (in CI: in all), within a time limit. */
import './node-version.mjs';
import { spawn } from 'node:child_process';
import { chooseEngines } from './browsers/engines.mjs';
import { endTree } from './browsers/process-tree.mjs';
import { countByBrowser } from './browsers/progress.mjs';
import { startWebKit } from './browsers/webkit.mjs';
import { bin, root } from './run.mjs';

const limit = Number(process.env.SEWAKA_BROWSERS_LIMIT ?? 10) * 60_000;

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
process.on('uncaughtException', (error) => {
  console.error(error.message);
  process.exit(1);
});

const engines = chooseEngines();
const found = Object.fromEntries(engines.map(({ name, found }) => [name, found]));
const webkit = found.WebKit && (await startWebKit(found.WebKit));
process.on('exit', () => webkit?.stop());

const { code, output } = await runTests({
  SEWAKA_ENGINES: JSON.stringify({
    ...(found.Chromium ? { chromium: found.Chromium } : {}),
    ...(found.Firefox ? { firefox: found.Firefox } : {}),
    ...(webkit ? { webkit: { port: webkit.port, browser: found.WebKit.browser } } : {}),
  }),
});
const counts = countByBrowser(output);
const idle = engines.map(({ name }) => name).filter((name) => !(counts.get(name)?.passed > 0));
for (const name of idle) console.error(`${name} ran no test to its good end`);
process.exit(code || (idle.length > 0 ? 1 : 0));

function runTests(env) {
  return new Promise((resolve, reject) => {
    const runner = spawn(process.execPath, [bin('@web/test-runner', 'wtr'), '--config', 'web-test-runner.config.mjs'], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    runner.stdout.on('data', (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    const hung = setTimeout(() => {
      console.error(`The elements' tests did not end within ${limit / 60_000} minutes; ending them.`);
      endTree(runner.pid);
    }, limit);
    process.on('exit', () => runner.exitCode ?? endTree(runner.pid));
    runner.once('error', reject);
    runner.once('close', (status) => {
      clearTimeout(hung);
      resolve({ code: status ?? 1, output });
    });
  });
}
