import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { halfway, inTurn, json, problem, reset, silence, startChaosServer, type ChaosServer } from './chaos/server.js';
import { createClient, type ClientOptions, type LogRecord } from './index.js';

let server: ChaosServer;
beforeAll(async () => {
  server = await startChaosServer();
});
afterAll(() => server.close());

const client = (options: ClientOptions = {}) => createClient({ baseUrl: server.url, ...options });
const service = { serviceId: 'surat-keterangan-domisili' };
const verification = {
  nik: '5171041203909001',
  kk: '5171041506159001',
  bornOn: '1990-03-12',
  purpose: 'list_applications',
  consent: { accepted: true, textVersion: '1' },
} as const;

describe('what is sent', () => {
  it('carries who asks, in which language, and an id to find it by', async () => {
    server.treat(json(200, {}));
    await client({ key: 'pk_test', locale: 'ban', appInfo: 'component/1.0.0' }).services.get({
      ...service,
      village: '51.71.04.2001',
    });
    const [request] = server.seen;
    expect(request?.url).toBe('/v1/services/surat-keterangan-domisili?village=51.71.04.2001');
    expect(request?.headers).toMatchObject({
      'accept-language': 'ban',
      'x-sewaka-key': 'pk_test',
      'e-sewaka-client': 'js/0.1.0; component/1.0.0',
    });
    expect(request?.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(request?.headers).not.toHaveProperty('authorization');
  });

  it('splits one flat input into path, query and body', async () => {
    server.treat(json(200, {}));
    await client({ auth: { getToken: () => 't' } }).desk.act(
      { applicationId: 'app_1', action: 'approve', note: 'ok' },
      { ifMatch: '"r3"' },
    );
    expect(server.seen[0]).toMatchObject({
      method: 'POST',
      url: '/v1/desk/applications/app_1/actions',
      body: '{"action":"approve","note":"ok"}',
    });
    expect(server.seen[0]?.headers).toMatchObject({ 'if-match': '"r3"', authorization: 'Bearer t' });
  });

  it('writes lists with commas', async () => {
    server.treat(json(200, { data: [], page: { next: null } }));
    await client().applications.list({ status: ['in_review', 'incomplete'], limit: 5 });
    expect(server.seen[0]?.url).toBe('/v1/applications?status=in_review%2Cincomplete&limit=5');
  });

  it('shows cookies only together with the mark that no foreign page can set', async () => {
    server.treat(json(204, undefined));
    await client({ credentials: 'include' }).sessions.remove();
    await client().sessions.remove();
    expect(server.seen.map((request) => request.headers['x-sewaka-request'])).toEqual(['1', undefined]);
  });

  it('refuses a path part that would lead elsewhere', async () => {
    server.treat(json(200, {}));
    await expect(client().services.get({ serviceId: '..' })).rejects.toThrow();
    await client().services.get({ serviceId: '../session' });
    expect(server.seen.map((request) => request.url)).toEqual(['/v1/services/..%2Fsession']);
  });

  it('needs an address outside of a browser', () => {
    expect(() => createClient()).toThrow(TypeError);
    expect(() => createClient({ baseUrl: 'not a url' })).toThrow(TypeError);
  });
});

describe('what is tried again', () => {
  it.each([
    ['a reset connection', reset],
    ['a body that breaks off', halfway],
    ['a bad gateway in HTML', json(502, '<h1>Bad gateway</h1>', { 'content-type': 'text/html' })],
    ['a busy server', problem(503, 'unavailable', {}, { 'retry-after': '0' })],
    ['too many requests', problem(429, 'rate_limited', {}, { 'retry-after': '0' })],
  ])('a read after %s', async (_, treatment) => {
    server.treat(inTurn(treatment, json(200, { id: 'x' })));
    await expect(client().services.get(service)).resolves.toEqual({ id: 'x' });
    expect(server.seen).toHaveLength(2);
  });

  it('an attempt that takes too long', async () => {
    server.treat(inTurn(silence, json(200, {})));
    await client({ timeout: 100 }).services.get(service);
    expect(server.seen).toHaveLength(2);
  });

  it('a create under the key of its first attempt, whatever happens', async () => {
    server.treat(inTurn(reset, problem(503, 'unavailable'), json(202, {})));
    await client().identity.verify(verification);
    const keys = server.seen.map((request) => request.headers['idempotency-key']);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(server.seen.map((request) => request.body)).size).toBe(1);
  });

  it('waits for the first request under the same key', async () => {
    const running = problem(409, 'idempotency_in_progress', {}, { 'retry-after': '0' });
    server.treat(inTurn(running, running, running, json(202, { id: 'ver_1' })));
    await expect(
      client({ retries: 0 }).identity.verify(verification, { idempotencyKey: '00000000-0000-4000-8000-000000000001' }),
    ).resolves.toEqual({ id: 'ver_1' });
    expect(server.seen.map((request) => request.headers['idempotency-key'])).toEqual(
      Array(4).fill('00000000-0000-4000-8000-000000000001'),
    );
  });

  it.each([
    ['a key used for something else', problem(422, 'idempotency_key_reused'), 'ValidationError'],
    ['a refusal', problem(404, 'not_found'), 'NotFoundError'],
    ['a failure that may have had effects', problem(500, 'internal_error'), 'ServerError'],
  ])('not %s', async (_, treatment, name) => {
    server.treat(treatment);
    await expect(client().identity.verify(verification)).rejects.toMatchObject({ name });
    expect(server.seen).toHaveLength(1);
  });

  it('not a write without a key, except when it was refused before anything was done', async () => {
    const open = () => client().tracking.open({ code: 'X', factor: { kind: 'pin', value: '482915' } });
    server.treat(reset);
    await expect(open()).rejects.toMatchObject({ name: 'ConnectionError', retryable: true });
    expect(server.seen).toHaveLength(1);
    server.treat(inTurn(problem(429, 'rate_limited', {}, { 'retry-after': '0' }), json(200, {})));
    await open();
    expect(server.seen).toHaveLength(2);
  });

  it('no longer than the server can be waited for', async () => {
    const limits = { ratelimit: '"reads";r=0;t=31', 'ratelimit-policy': '"reads";q=1200;w=60' };
    server.treat(problem(429, 'rate_limited', {}, { 'retry-after': '31', ...limits }));
    const quotas = [{ name: 'reads', limit: 1200, window: 60, remaining: 0, resetsIn: 31 }];
    await expect(client().services.get(service)).rejects.toMatchObject({ name: 'RateLimitError', retryAfter: 31, quotas });
    expect(server.seen).toHaveLength(1);
  });

  it('holds other calls back while the server asks for a rest', async () => {
    const arrivals: number[] = [];
    server.treat((response, request, count) => {
      arrivals.push(performance.now());
      const treatment = count === 1 ? problem(429, 'rate_limited', {}, { 'retry-after': '1' }) : json(200, {});
      treatment(response, request, count);
    });
    const one = client();
    const first = one.services.get(service);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await Promise.all([first, one.villages.get({ villageCode: '51.71.04.2001' })]);
    expect(Math.min(...arrivals.slice(1)) - (arrivals[0] ?? 0)).toBeGreaterThan(900);
  });

  it('says when an earlier attempt may have made the change', async () => {
    server.treat(inTurn(reset, problem(412, 'precondition_failed', {}, { etag: '"r4"' })));
    const call = client({ auth: { getToken: () => 't' } }).applications.withdraw(
      { applicationId: 'app_1' },
      { ifMatch: '"r3"' },
    );
    await expect(call).rejects.toMatchObject({ name: 'PreconditionError', afterLostReply: true, etag: '"r4"' });
    expect(server.seen.map((request) => request.body)).toEqual(['{}', '{}']);
  });
});

describe('what a call gives', () => {
  it('the data, and the response for who asks', async () => {
    server.treat(json(200, { id: 'x' }, { etag: '"r2"', 'x-request-id': 'req-9' }));
    const answer = await client().services.get(service).withResponse();
    expect(answer).toMatchObject({ data: { id: 'x' }, etag: '"r2"', requestId: 'req-9' });
    expect(answer.response.status).toBe(200);
  });

  it('a file as a Blob, nothing as undefined', async () => {
    const auth = { getToken: () => 't' };
    server.treat((response) => response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF'));
    const file = await client({ auth }).documents.download({ documentId: 'doc_1' });
    expect(await file.text()).toBe('%PDF');
    server.treat(json(204, undefined));
    expect(await client({ auth }).sessions.remove()).toBeUndefined();
  });

  it('an error of its own for an unchanged resource', async () => {
    server.treat(json(304, undefined, { etag: '"r2"' }));
    await expect(client().services.get(service, { ifNoneMatch: '"r2"' })).rejects.toMatchObject({
      name: 'NotModifiedError',
      status: 304,
      etag: '"r2"',
    });
    expect(server.seen[0]?.headers['if-none-match']).toBe('"r2"');
  });

  it.each([
    ['an HTML page', json(200, '<h1>Welcome to the hotel</h1>', { 'content-type': 'text/html' })],
    [
      'half of a JSON text',
      (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"sur'),
    ],
    ['nothing', (response) => response.writeHead(200).end()],
  ] satisfies [string, Parameters<ChaosServer['treat']>[0]][])(
    'an error for %s with a good status',
    async (_, treatment) => {
      server.treat(treatment);
      await expect(client().services.get(service)).rejects.toMatchObject({
        name: 'DecodeError',
        operationId: 'services.get',
      });
    },
  );

  it('pointers and codes of what was refused', async () => {
    server.treat(
      problem(422, 'validation_failed', {
        errors: [{ pointer: '/answers/nik', code: 'too_short', params: { min: 16 } }, { pointer: 4 }],
      }),
    );
    await expect(client().identity.verify(verification)).rejects.toMatchObject({
      name: 'ValidationError',
      code: 'validation_failed',
      issues: [{ pointer: '/answers/nik', code: 'too_short', params: { min: 16 } }],
    });
  });

  it('ends when the caller wants no more', async () => {
    server.treat(silence);
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    await expect(client().services.get(service, { signal: controller.signal })).rejects.toMatchObject({
      name: 'AbortedError',
      retryable: false,
    });
    expect(server.seen).toHaveLength(1);
  });

  it('ends with all its attempts when the time is over', async () => {
    server.treat(silence);
    const begun = performance.now();
    await expect(client({ timeout: 150, totalTimeout: 250 }).services.get(service)).rejects.toMatchObject({
      name: 'TimeoutError',
    });
    expect(performance.now() - begun).toBeLessThan(1_500);
  });
});

describe('tokens', () => {
  it('refreshes once for five calls refused together and sends each again', async () => {
    let asked = 0;
    const auth = {
      getToken: async () => (await new Promise((resolve) => setTimeout(resolve, 20)), { accessToken: `t${++asked}` }),
    };
    server.treat((response, request, count) => {
      const refused = request.headers.authorization === 'Bearer t1';
      // The last refusal comes long after the refresh.
      setTimeout(
        () => (refused ? problem(401, 'unauthenticated') : json(200, {}))(response, request, count),
        refused && count === 5 ? 150 : 5,
      );
    });
    const one = client({ auth });
    await Promise.all(Array.from({ length: 5 }, () => one.sessions.get()));
    expect(asked).toBe(2);
    expect(server.seen).toHaveLength(10);
  });

  it('gives up when the new token is refused as well', async () => {
    let asked = 0;
    server.treat(problem(401, 'unauthenticated'));
    await expect(client({ auth: { getToken: () => `t${++asked}` } }).sessions.get()).rejects.toMatchObject({
      name: 'AuthenticationError',
    });
    expect(asked).toBe(2);
    expect(server.seen).toHaveLength(2);
  });

  it('keeps tokens away from public operations', async () => {
    server.treat(json(200, {}));
    await client({ auth: { getToken: () => Promise.reject(new Error('must not be asked')) } }).services.get(service);
    expect(server.seen[0]?.headers).not.toHaveProperty('authorization');
  });

  it('passes on what the provider threw', async () => {
    await expect(
      client({ auth: { getToken: () => Promise.reject(new Error('signed out')) } }).sessions.get(),
    ).rejects.toThrow('signed out');
  });
});

describe('what is told along the way', () => {
  it('logs ids, status and time, never what was sent', async () => {
    const records: LogRecord[] = [];
    server.treat(inTurn(reset, json(202, {})));
    await client({ logger: { debug: (record) => records.push(record) } }).identity.verify(verification);
    expect(records.map((record) => record.event)).toEqual(['retry', 'call']);
    expect(records[1]).toMatchObject({ operationId: 'identity.verify', status: 202, attempt: 2 });
    expect(JSON.stringify(records)).not.toContain(verification.nik);
  });

  it('warns once of an operation that is about to end', async () => {
    const told: unknown[] = [];
    const warned: LogRecord[] = [];
    const one = client({
      onDeprecation: (deprecation) => told.push(deprecation),
      logger: { warn: (record) => warned.push(record) },
    });
    server.treat(
      json(
        200,
        {},
        {
          deprecation: '@1798761600',
          sunset: 'Thu, 31 Dec 2026 00:00:00 GMT',
          link: '<https://e-sewaka.example/changes>; rel="deprecation"',
        },
      ),
    );
    await one.services.get(service);
    await one.services.get(service);
    await one.with({ locale: 'en' }).services.get(service);
    expect(told).toEqual([
      {
        operationId: 'services.get',
        deprecation: '@1798761600',
        sunset: 'Thu, 31 Dec 2026 00:00:00 GMT',
        link: 'https://e-sewaka.example/changes',
      },
    ]);
    expect(warned).toHaveLength(1);
  });
});
