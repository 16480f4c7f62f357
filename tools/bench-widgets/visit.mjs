/** One cold visit to one page, and what it cost. */

/** Lines and devices; throughput in bits per second, latency in milliseconds. */
export const conditions = {
  slow4g: { latency: 150, down: 1_600_000, cpu: 4 },
  kbps400: { latency: 400, down: 400_000, cpu: 1 },
  free: { cpu: 1 },
};

/** Runs in the page from the start: presses Start as soon as it is there and notes when the first question can be used. */
function watchPage() {
  const costs = (window.costs = { blocking: 0 });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) costs.blocking += duration - 50;
  }).observe({ type: 'longtask', buffered: true });
  costs.scope = () => document.querySelector('sewaka-service-form')?.shadowRoot ?? document;
  costs.drawn = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(0);
      }),
    );
  costs.arrived = new Promise((resolve) => {
    let there = false;
    const look = async () => {
      if (there) return;
      const scope = costs.scope();
      scope.querySelector('[data-action=start]')?.click();
      there = document.readyState !== 'loading' && scope.querySelector('[data-field]') !== null;
      if (!there) return;
      costs.stop();
      resolve((costs.ready = await costs.drawn()));
    };
    const watching = { childList: true, subtree: true };
    // Watching changes costs less than asking with every frame; every contestant is watched alike, and no longer than needed.
    const watcher = new MutationObserver(look);
    watcher.observe(document, watching);
    document.addEventListener('DOMContentLoaded', look);
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (options) {
      const shadow = attach.call(this, options);
      watcher.observe(shadow, watching);
      return shadow;
    };
    costs.stop = () => watcher.disconnect();
  });
}

/** Opens the page in a browser context of its own: nothing cached, nothing shared; `arrives` false for a page without questions. */
export async function visit(browser, url, { latency, down, cpu }, arrives = true) {
  const context = await browser.newContext({ viewport: { width: 412, height: 860 }, locale: 'id-ID' });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  if (down) {
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', { offline: false, latency, downloadThroughput: down / 8, uploadThroughput: down / 8 });
  }
  const slowDown = (rate) => cdp.send('Emulation.setCPUThrottlingRate', { rate });
  await slowDown(cpu);
  await page.addInitScript(watchPage);
  await page.goto(url, { waitUntil: 'commit' });
  if (arrives) await page.evaluate(() => window.costs.arrived);
  await page.waitForLoadState('networkidle');
  return { page, slowDown, counters: () => counters(cdp), memory: () => memory(cdp), close: () => context.close() };
}

async function counters(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** What stays in memory once garbage is gone. */
async function memory(cdp) {
  for (let turn = 0; turn < 3; turn += 1) await cdp.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize, JSEventListeners, Nodes } = await counters(cdp);
  return { heap: JSHeapUsedSize, listeners: JSEventListeners, allNodes: Nodes };
}

/** What the first question needed: time, blocking, and the requests that had ended by then, together or one after the other. */
export function arrival(page) {
  return page.evaluate(() => {
    const { ready, blocking } = window.costs;
    const [document] = performance.getEntriesByType('navigation');
    const resources = performance.getEntriesByType('resource').filter(({ name }) => name.startsWith('http'));
    const before = resources.filter(({ responseEnd }) => responseEnd <= ready);
    const bytes = (entries) => entries.reduce((sum, { transferSize }) => sum + transferSize, document.transferSize);
    // A trip begins with the first request that had to wait for an answer of the trip before.
    let trips = 1;
    let answered = document.responseStart;
    for (const { startTime } of before.toSorted((a, b) => a.startTime - b.startTime)) {
      if (startTime < answered) continue;
      trips += 1;
      answered = Math.min(...before.filter((one) => one.startTime >= startTime).map(({ responseStart }) => responseStart));
    }
    return { ready, blocking, trips, requests: before.length, bytes: bytes(before), allRequests: resources.length, allBytes: bytes(resources) };
  });
}

/** Elements inside fields, per field on the page. */
export function elementsPerField(page) {
  return page.evaluate(() => {
    const fields = [...window.costs.scope().querySelectorAll('[data-field]')];
    return fields.reduce((sum, field) => sum + 1 + field.querySelectorAll('*').length, 0) / fields.length;
  });
}

/** Median time from a key to the frame that shows it. */
export async function keyToFrame(page, keys = 9) {
  await page.evaluate(() => {
    const input = window.costs.scope().querySelector('input:not([type=radio], [type=checkbox])');
    window.costs.keys = [];
    input.addEventListener('keydown', async ({ timeStamp }) => window.costs.keys.push((await window.costs.drawn()) - timeStamp));
    input.focus();
  });
  for (let key = 0; key < keys; key += 1) {
    await page.keyboard.press('a');
    await page.waitForTimeout(150);
  }
  return page.evaluate(() => window.costs.keys.sort((a, b) => a - b)[window.costs.keys.length >> 1]);
}

/** Time from pressing the button with everything empty to the frame that shows the errors. */
export function submitToErrors(page) {
  return page.evaluate(async () => {
    const scope = window.costs.scope();
    for (const input of scope.querySelectorAll('input:not([type=radio], [type=checkbox])')) input.value = '';
    await window.costs.drawn();
    const began = performance.now();
    [...scope.querySelectorAll('form button')].at(-1).click();
    while (!scope.querySelector('[data-summary]:not([hidden])')) await window.costs.drawn();
    return (await window.costs.drawn()) - began;
  });
}
