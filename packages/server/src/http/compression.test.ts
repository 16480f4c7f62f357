import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isThere } from '../site/places.js';
import { openTestApp, type TestApp } from '../testing/app.js';
import { engines } from '../testing/engines.js';
import { chooseEncoding } from './compression.js';

const [sqlite] = engines;
if (sqlite === undefined) throw new Error('no engine');

describe('chooseEncoding', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0.2, gzip;q=0.8', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['identity', undefined],
    ['br;q=0, gzip;q=0', undefined],
    ['br;q=nonsense', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('takes of "%s": %s', (accepted, expected) => expect(chooseEncoding(accepted)).toBe(expected));
});

describe('compression', () => {
  let app: TestApp;
  beforeAll(async () => void (app = await openTestApp(sqlite)));
  afterAll(() => app.close());
  const ask = (url: string, headers: Readonly<Record<string, string>> = {}, method: 'GET' | 'HEAD' = 'GET') =>
    app.server.inject({ method, url, headers: { ...headers } });
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync } as const;
  const publicUrls = ['/v1/openapi.json', '/v1/services', '/v1/villages?limit=50', '/v1/regions?limit=100', '/docs/assets/swagger-ui.css', '/'];

  it.each(publicUrls)('sends %s small, and it is the same', async (url) => {
    const plain = await ask(url);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.headers['vary']).toMatch(/accept-encoding/i);
    for (const encoding of ['br', 'gzip'] as const) {
      const packed = await ask(url, { 'accept-encoding': encoding });
      expect(packed.headers).toMatchObject({ 'content-encoding': encoding, 'content-length': String(packed.rawPayload.length) });
      expect(packed.headers['vary']).toMatch(/accept-encoding/i);
      expect(unpack[encoding](packed.rawPayload).equals(plain.rawPayload)).toBe(true);
      expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length * 0.6);
    }
  });

  it.each(['/v1/openapi.json', '/v1/services', '/docs/assets/swagger-ui.css'])('knows the tag of %s again', async (url) => {
    const first = await ask(url, { 'accept-encoding': 'br' });
    const again = await ask(url, { 'accept-encoding': 'br', 'if-none-match': String(first.headers['etag']) });
    expect(first.headers['etag']).toMatch(/^W\//);
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect(again.headers['vary']).toMatch(/accept-encoding/i);
  });

  it('gives a range of the plain file, and says the same in HEAD as in GET', async () => {
    const range = await ask('/docs/assets/swagger-ui.css', { 'accept-encoding': 'br', range: 'bytes=0-99' });
    expect([range.statusCode, range.rawPayload.length, range.headers['content-encoding']]).toEqual([206, 100, undefined]);
    const head = await ask('/docs/assets/swagger-ui.css', { 'accept-encoding': 'br' }, 'HEAD');
    const get = await ask('/docs/assets/swagger-ui.css', { 'accept-encoding': 'br' });
    expect(head.rawPayload.length).toBe(0);
    for (const name of ['content-encoding', 'content-type', 'etag', 'vary']) expect(head.headers[name]).toBe(get.headers[name]);
  });

  it('leaves alone what is private, small, or not text', async () => {
    const cookie = `sewaka_session=${await app.token({ kind: 'officer', accountId: 'x', name: 'X', office: '51.71.04.2001', post: 'operator' })}`;
    const personal = await ask('/v1/desk/applications?limit=100', { 'accept-encoding': 'br', cookie });
    expect([personal.statusCode, personal.headers['content-encoding']]).toEqual([200, undefined]);
    expect(personal.rawPayload.length).toBeGreaterThan(2_000);
    const urls = ['/v1/session', '/demo/inbox', '/metrics', '/livez', '/v1/regions/51.71.04.2001', '/docs/assets/favicon-32x32.png', '/nothing'];
    for (const url of urls) expect((await ask(url, { 'accept-encoding': 'br', cookie })).headers['content-encoding']).toBeUndefined();
  });

  it.runIf(isThere('widgets'))('sends the widgets as they lie packed beside the files', async () => {
    const plain = await ask('/cdn/v1/sewaka.js');
    for (const encoding of ['br', 'gzip'] as const) {
      const packed = await ask('/cdn/v1/sewaka.js', { 'accept-encoding': encoding });
      expect(packed.headers).toMatchObject({ 'content-encoding': encoding, 'access-control-allow-origin': '*' });
      expect(packed.headers['content-type']).toMatch(/javascript/);
      expect(packed.headers['vary']).toMatch(/accept-encoding/i);
      expect(packed.headers['etag']).not.toBe(plain.headers['etag']);
      expect(unpack[encoding](packed.rawPayload).equals(plain.rawPayload)).toBe(true);
    }
  });
});
