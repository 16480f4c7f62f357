import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../testing/app.js';
import { engines } from '../testing/engines.js';

const [sqlite] = engines;
if (sqlite === undefined) throw new Error('no engine');
const site = 'https://desa-contoh.example';
const metricsToken = 'a token for tests that is long enough';

describe('every answer', () => {
  let app: TestApp;
  let port: number;
  beforeAll(async () => {
    app = await openTestApp(sqlite, { SEWAKA_SITES: site, SEWAKA_TRUST_PROXY: '10.0.0.0/8', SEWAKA_METRICS_TOKEN: metricsToken });
    await app.server.listen({ host: '127.0.0.1', port: 0 });
    const address = app.server.server.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  });
  afterAll(() => app.close());
  const get = (url: string, headers: Readonly<Record<string, string>> = {}) =>
    app.server.inject({ url, headers: { ...headers } });

  it.each(['/v1/regions', '/v1/nothing', '/livez', '/', '/nothing', '/v1/openapi.json'])(
    'of %s carries the security headers',
    async (url) => {
      const { headers } = await get(url);
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).not.toMatch(/unsafe|\*/);
      expect(headers['x-request-id']).toMatch(/^req_/);
      expect(headers['x-powered-by'] ?? headers['server']).toBeUndefined();
    },
  );

  it('lets only registered sites frame an embedded widget, and nobody a verification', async () => {
    expect(
      (await get('/embed/service-form?service=surat-keterangan-domisili')).headers['content-security-policy'],
    ).toContain(`frame-ancestors 'self' http://127.0.0.1:8787 ${site}`);
    expect((await get('/verify/ABCDEFGH')).headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  it('gives an embedded widget its own script, which brings everything at once', async () => {
    expect((await get('/embed/status-tracker')).body).toContain('src="/cdn/v1/status-tracker.js"');
  });

  it('leads from a form without a service to all of them', async () => {
    const { body } = await get('/embed/service-form?village=51.71.04.2001');
    expect(body).toContain('href="/embed/service-catalog?village=51.71.04.2001&amp;lang=id"');
  });

  it('opens a link that messengers and search engines have decorated', async () => {
    const { statusCode, body } = await get('/embed/service-form?service=surat-keterangan-domisili&fbclid=IwY2xjawM&utm_source=wa');
    expect(statusCode).toBe(200);
    expect(body).not.toContain('IwY2xjawM');
  });

  it.each([
    '/embed/service-form?nik=5171010101019001',
    '/embed/service-form?service=5171010101019001',
    '/embed/service-form?service="><script>',
    '/embed/officer-desk',
    '/embed/__proto__',
    '/embed/service-form?lang=xx',
  ])('makes no page of %s', async (url) => expect((await get(url)).statusCode).toBe(404));

  it.each([
    [site, true],
    ['null', false],
    [`${site}.evil.example`, false],
    ['https://evil-desa-contoh.example', false],
    [`${site}:8443`, false],
    ['http://desa-contoh.example', false],
    [site.toUpperCase(), false],
    [`${site}/`, false],
    ['', false],
  ])('treats the origin "%s" as registered: %s', async (origin, allowed) => {
    for (const method of ['GET', 'OPTIONS'] as const) {
      const { headers } = await app.server.inject({
        method,
        url: '/v1/regions',
        headers: { origin, 'access-control-request-method': 'GET' },
      });
      expect(headers['access-control-allow-origin']).toBe(allowed ? site : undefined);
      expect(headers['access-control-allow-credentials']).toBeUndefined();
      expect(headers['vary']).toContain('Origin');
    }
  });

  it('shows scripts the headers they need', async () => {
    const { headers } = await get('/v1/regions', { origin: site });
    for (const name of ['ETag', 'Retry-After', 'Idempotency-Replayed', 'X-Request-Id', 'Upload-Offset'])
      expect(headers['access-control-expose-headers']).toContain(name);
  });

  it('answers an ETag it gave with 304', async () => {
    const { headers } = await get('/v1/openapi.json');
    expect((await get('/v1/openapi.json', { 'if-none-match': String(headers['etag']) })).statusCode).toBe(304);
  });

  it('counts operations without naming anybody', async () => {
    await get('/v1/regions?query=denpasar');
    const { body } = await get('/metrics');
    expect(body).toMatch(/sewaka_requests_total\{operation="regions.list",status="200"\} \d/);
    expect(body).not.toContain('query=');
  });

  it.each([
    ['127.0.0.1', {}, 200],
    ['::1', {}, 200],
    ['203.0.113.9', {}, 401],
    ['10.0.0.1', { 'x-forwarded-for': '127.0.0.1' }, 401],
    ['127.0.0.1', { 'x-forwarded-for': '203.0.113.9' }, 401],
    ['203.0.113.9', { authorization: 'Bearer wrong' }, 401],
    ['203.0.113.9', { authorization: `Bearer ${metricsToken}` }, 200],
  ])('lets %s with %j read the metrics: %i', async (remoteAddress, headers, status) => {
    const answer = await app.server.inject({ url: '/metrics', remoteAddress, headers: { ...headers } });
    expect(answer.statusCode).toBe(status);
    expect(answer.body.includes('sewaka_requests_total')).toBe(status === 200);
  });

  it('limits one client as one, whatever it says about itself', async () => {
    const statuses = new Set<number>();
    for (let n = 0; n < 1_300; n += 1) {
      statuses.add(
        (
          await app.server.inject({
            url: '/v1/session',
            remoteAddress: '203.0.113.9',
            headers: { 'x-forwarded-for': `198.51.100.${n % 250}` },
          })
        ).statusCode,
      );
    }
    expect([...statuses]).toEqual([401, 429]);
    const limited = await app.server.inject({ url: '/v1/session', remoteAddress: '203.0.113.9' });
    expect(Number(limited.headers['retry-after'])).toBeGreaterThan(0);
    expect(
      (
        await app.server.inject({
          url: '/v1/session',
          remoteAddress: '10.0.0.1',
          headers: { 'x-forwarded-for': '198.51.100.1' },
        })
      ).statusCode,
    ).toBe(401);
  });

  const speak = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      let heard = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(text));
      socket.on('data', (chunk) => (heard += chunk.toString()));
      socket.on('close', () => resolve(heard));
      socket.on('error', reject);
    });

  it.each([
    [
      'headers that are too large',
      `GET /livez HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
      '431',
      'headers_too_large',
    ],
    ['what is not HTTP', 'hello\r\n\r\n', '400', 'invalid_request'],
    [
      'two lengths',
      'POST /v1/applications HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      '400',
      'invalid_request',
    ],
  ])('refuses %s with a problem', async (_, text, status, code) => {
    const heard = await speak(text);
    expect(heard).toContain(`HTTP/1.1 ${status}`);
    expect(heard).toContain(`"code":"${code}"`);
  });
});
