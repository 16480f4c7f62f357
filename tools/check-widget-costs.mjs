/**
 * Holds the budgets of the built service form that need no clock: heap above plain HTML, requests before the first
 * question, listeners and elements per field. The same figures at every run; times belong to `npm run bench:widgets`.
 */
import './node-version.mjs';
import { chromium } from 'playwright-core';
import { contestants, openStage, pageOf } from './bench-widgets/stage.mjs';
import { arrival, conditions, elementsPerField, visit } from './bench-widgets/visit.mjs';
import { browserArgs, findBrowser } from './browser.mjs';

const [few, many] = [20, 200];
/** Long enough that whatever was asked for after the first question cannot have ended before it. */
const delay = 1_000;
const [plain, steps, oneStep] = contestants;

const stage = await openStage([few, many]);
const slowStage = await openStage([few], { delay });
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArgs });
try {
  const empty = await count('/empty', false);
  const floor = await count(pageOf(plain, few));
  const small = await count(pageOf(steps, few));
  const large = await count(pageOf(oneStep, many));
  const { requests, trips } = await firstQuestion(pageOf(steps, few));
  const mib = 2 ** 20;
  const budgets = [
    { what: 'requests before the first question', value: requests, limit: 2 },
    { what: 'trips to the server one after the other, page included', value: trips, limit: 2 },
    { what: `MiB of heap above plain HTML, ${few} fields`, value: (small.heap - floor.heap) / mib, limit: 0.4 },
    { what: `listeners, ${few} fields in steps`, value: small.listeners - empty.listeners, limit: 12 },
    { what: `listeners, ${many} fields on one step`, value: large.listeners - empty.listeners, limit: 12 },
    { what: `elements per field, ${few} fields in steps`, value: small.elements, limit: 18 },
    { what: `elements per field, ${many} fields on one step`, value: large.elements, limit: 18 },
  ];
  for (const { what, value, limit } of budgets) {
    console.log(`${value > limit ? '✗' : '✓'} ${what}: ${Number(value.toFixed(2))} of ${limit}`);
  }
  process.exitCode = budgets.some(({ value, limit }) => value > limit) ? 1 : 0;
} finally {
  await browser.close();
  await Promise.all([stage.close(), slowStage.close()]);
}

async function count(path, arrives = true) {
  const open = await visit(browser, stage.url + path, conditions.free, arrives);
  const found = { ...(await open.memory()), elements: arrives ? await elementsPerField(open.page) : 0 };
  await open.close();
  return found;
}

async function firstQuestion(path) {
  const open = await visit(browser, slowStage.url + path, conditions.free);
  const { requests, trips } = await arrival(open.page);
  await open.close();
  return { requests, trips };
}
