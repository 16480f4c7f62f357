import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from './chaos/browser.js';
import { startTestServer, type TestServer } from './testing.js';
import { halfway, inTurn, json, reset, startChaosServer, type ChaosServer, type Treatment } from './chaos/server.js';

let server: ChaosServer;
let browser: Browser;
let page: Page;
let bundle: string;

beforeAll(async () => {
  const built = await build({
    stdin: {
      contents: "export * from '@e-sewaka/sdk'; export * from '@e-sewaka/sdk/auth/service';",
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['e-sewaka-source'],
    write: false,
  });
  bundle = built.outputFiles[0]?.text ?? '';
  server = await startChaosServer();
  browser = await launchBrowser();
});

beforeEach(async () => {
  page = await browser.newPage();
  server.treat(withPage(json(404, {})));
  await page.goto(`${server.url}/page`);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Serves the page and the bundle; everything else as told, counted by itself. */
function withPage(treatment: Treatment): Treatment {
  let count = 0;
  return (response, request, all) => {
    if (request.url === '/sdk.js')
      return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(bundle);
    if (!request.url.startsWith('/v1/'))
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>x</title>');
    count += 1;
    return treatment(response, request, count === 0 ? all : count);
  };
}

/** Runs the body of an async function in the page, with the SDK as `sdk`. */
const inPage = (body: string): Promise<unknown> => page.evaluate(`import('/sdk.js').then(async (sdk) => { ${body} })`);

describe('in a browser', () => {
  it('talks to the origin of its page and survives broken connections', async () => {
    server.treat(withPage(inTurn(reset, halfway, json(200, { id: 'x' }))));
    expect(await inPage("return sdk.createClient().services.get({ serviceId: 'surat-a' });")).toEqual({ id: 'x' });
    expect(server.seen.filter(({ url }) => url === '/v1/services/surat-a').length).toBeGreaterThanOrEqual(3);
  });

  it('marks writes that carry a cookie', async () => {
    server.treat(withPage(json(204, undefined)));
    await inPage('await sdk.createClient().sessions.remove();');
    expect(server.seen.at(-1)?.headers['x-sewaka-request']).toBe('1');
  });

  it('names a server out of reach a ConnectionError', async () => {
    server.treat(withPage(reset));
    const error = await inPage(
      "return sdk.createClient({ retries: 0 }).services.get({ serviceId: 'a' }).catch((e) => ({ ...e.toJSON(), own: sdk.isESewakaError(e) }));",
    );
    expect(error).toMatchObject({ name: 'ConnectionError', retryable: true, own: true });
  });

  it('refuses to hold a client secret', async () => {
    expect(await inPage('try { sdk.clientCredentials({}); } catch (e) { return e.message; }')).toContain('servers');
  });

  it('rests while the page is hidden or offline and goes on from where it was', async () => {
    let revision = 1;
    const status = (): string => (revision < 4 ? 'in_review' : 'picked_up');
    server.treat(
      withPage((response, request, count) => {
        if (!request.url.endsWith('/stream')) {
          const events = Array.from({ length: revision }, (_, index) => ({ sequence: index + 1 }));
          return json(200, { status: status(), revision, events }, { etag: `"r${revision}"` })(
            response,
            request,
            count,
          );
        }
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        revision += 1;
        response.write(`retry: 100\n\nid: ${revision}\ndata: {}\n\n`);
      }),
    );
    const states = await inPage(`
      const told = [];
      let see;
      const watch = sdk.createClient().tracking.watch({ accessToken: 'set_1' }, { onState: (state) => { told.push(state); see?.(state); } });
      const show = (visible) => {
        Object.defineProperty(document, 'visibilityState', { value: visible ? 'visible' : 'hidden', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      };
      const go = (online) => {
        Object.defineProperty(navigator, 'onLine', { value: online, configurable: true });
        dispatchEvent(new Event(online ? 'online' : 'offline'));
      };
      see = (state) => {
        if (state === 'paused') setTimeout(() => { go(false); show(true); }, 100);
        if (state === 'offline') setTimeout(() => go(true), 100);
      };
      for await (const now of watch) {
        told.push(now.revision);
        if (now.revision === 2) setTimeout(() => show(false), 50);
        if (now.revision === 3) setTimeout(() => show(false), 50);
      }
      return told;
    `);
    expect(states).toEqual([
      1,
      'live',
      2,
      'paused',
      'offline',
      'connecting',
      'live',
      3,
      'paused',
      'offline',
      'connecting',
      'live',
      4,
      'ended',
    ]);
    expect(
      server.seen.filter(({ url }) => url.endsWith('/stream')).map(({ headers }) => headers['last-event-id']),
    ).toEqual(['1', '2', '3']);
  });
});

describe('in a browser, against the real server', () => {
  let real: TestServer;
  beforeAll(async () => {
    real = await startTestServer();
  });
  afterAll(() => real.close());

  it('sends a file with progress and reads the services', async () => {
    const context = await browser.newContext({ bypassCSP: true });
    page = await context.newPage();
    await page.route('**/sdk.js', (route) => route.fulfill({ contentType: 'text/javascript', body: bundle }));
    await page.goto(`${real.url}/livez`);
    const outcome = await inPage(`
      const client = sdk.createClient();
      const canvas = Object.assign(document.createElement('canvas'), { width: 800, height: 600 });
      const paint = canvas.getContext('2d');
      for (let x = 0; x < 800; x += 4) for (let y = 0; y < 600; y += 4) { paint.fillStyle = 'hsl(' + (x * y) % 360 + ' 80% 50%)'; paint.fillRect(x, y, 4, 4); }
      const file = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9));
      let told = 0;
      const upload = await client.uploads.start(file, { name: 'ktp.jpg', onProgress: ({ sent }) => { told = sent; } }).done;
      return { whole: told === file.size, upload, kept: localStorage.length, services: (await client.services.list()).data.length };
    `);
    expect(outcome).toMatchObject({ whole: true, upload: { state: 'clean', name: 'ktp.jpg' }, kept: 0 });
    expect(outcome).toHaveProperty('services', expect.any(Number));
  });
});
