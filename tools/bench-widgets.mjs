/**
 * `npm run bench:widgets`: what the service form costs with 20, 100 and 500 fields, beside plain HTML with the same
 * fields in the same run. A measurement, never a test: bytes and counts repeat, of times believe ratios above 1.5 only.
 */
import './node-version.mjs';
import { cpus, totalmem } from 'node:os';
import { chromium } from 'playwright-core';
import { contestants, openStage, pageOf } from './bench-widgets/stage.mjs';
import { report } from './bench-widgets/report.mjs';
import { arrival, conditions, elementsPerField, keyToFrame, submitToErrors, visit } from './bench-widgets/visit.mjs';
import { browserArgs, findBrowser } from './browser.mjs';
import { build } from './build.mjs';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const seconds = Number(process.env.BENCH_SECONDS ?? 220);
const counts = [20, 100, 500];

await build();
const stage = await openStage(counts);
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArgs });
const began = performance.now();
const spent = () => (performance.now() - began) / 1000;
const watching = await watchersOwn();
const transfers = await measureTransfers();
const found = [];
try {
  let longest = 0;
  for (let round = 0; round < rounds && spent() + longest < seconds; round += 1) {
    const from = spent();
    for (const count of counts) for (const contestant of inTurn(round)) found.push({ contestant, count, ...(await measure(contestant, count)) });
    longest = Math.max(longest, spent() - from);
    console.log(`Round ${round + 1} took ${(spent() - from).toFixed(0)} s`);
  }
  const [cpu] = cpus();
  const machine = `${cpu.model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, Chromium ${browser.version()}`;
  console.log(`\n${machine}\n\n${report(found, contestants, counts)}`);
} finally {
  await browser.close();
  await stage.close();
}

/** Another first contestant each round, so that none always meets a warm or a tired machine. */
function inTurn(round) {
  const start = round % contestants.length;
  return [...contestants.slice(start), ...contestants.slice(0, start)];
}

/** Listeners that measuring itself adds to every page. */
async function watchersOwn() {
  const empty = await visit(browser, `${stage.url}/empty`, conditions.free, false);
  const { listeners } = await empty.memory();
  await empty.close();
  return listeners;
}

/**
 * Requests and bytes do not change from round to round: once, for the shortest form, with answers so late that those
 * asked for after the first question end after it.
 */
async function measureTransfers() {
  const [shortest] = counts;
  const late = await openStage([shortest], { delay: 1_000 });
  const rows = contestants.map(async (contestant) => {
    const path = pageOf(contestant, shortest);
    const open = await visit(browser, late.url + path, conditions.free);
    const { requests, trips, bytes, allRequests, allBytes } = await arrival(open.page);
    await open.close();
    return [path, { requests, trips, bytes, allRequests, allBytes }];
  });
  const transfers = new Map(await Promise.all(rows));
  await late.close();
  return transfers;
}

async function measure(contestant, count) {
  const url = stage.url + pageOf(contestant, count);
  const result = { ...transfers.get(pageOf(contestant, count)) };

  const phone = await visit(browser, url, conditions.slow4g);
  const { ready, blocking } = await arrival(phone.page);
  Object.assign(result, { ready, blocking });
  await phone.close();

  if (count === counts[0]) {
    const slow = await visit(browser, url, conditions.kbps400);
    result.readySlow = (await arrival(slow.page)).ready;
    await slow.close();
  }

  const free = await visit(browser, url, conditions.free);
  const { ThreadTime, ScriptDuration, LayoutDuration, RecalcStyleDuration } = await free.counters();
  result.main = ThreadTime * 1000;
  result.script = ScriptDuration * 1000;
  result.layout = (LayoutDuration + RecalcStyleDuration) * 1000;
  Object.assign(result, await free.memory(), { elements: await elementsPerField(free.page) });
  result.listeners -= watching;
  await free.slowDown(4);
  result.key = await keyToFrame(free.page);
  result.submit = await submitToErrors(free.page);
  await free.close();
  return result;
}
