import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isPublic } from './auth/authenticate.js';
import { contractOperations, type Operation } from './http/contract.js';
import { openTestApp, type TestApp } from './testing/app.js';
import { engines } from './testing/engines.js';

type Method = Operation['method'];

const ids: Readonly<Record<string, string>> = {
  code: '51.71.04.2001',
  villageCode: '51.71.04.2001',
  serviceId: 'surat-keterangan-domisili',
  applicationId: `app_${'a'.repeat(26)}`,
  documentId: `doc_${'a'.repeat(26)}`,
  uploadId: `upl_${'a'.repeat(26)}`,
  verificationId: `ver_${'a'.repeat(26)}`,
};

const addressOf = (operation: Operation, values: Readonly<Record<string, string>> = ids): string =>
  operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? 'x'));

const garbage: readonly unknown[] = [
  null,
  true,
  0,
  'text',
  [],
  [[[]]],
  {},
  { serviceId: null },
  { serviceId: 'surat-keterangan-domisili', answers: [] },
  { status: 'completed', ownerId: 'x', isAdmin: true },
  JSON.parse('{"__proto__":{"polluted":true}}'),
  JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
  { code: 'a\u0000b' },
  { code: '\ud800', factor: { kind: 'pin', value: "' or 1=1 --" } },
  { answers: { nik: { $gt: '' } } },
  {
    serviceId: 'surat-keterangan-domisili',
    villageCode: "51.71.04.2001'; drop table applications; --",
    answers: {},
    contact: {},
    trackingFactor: {},
    declaration: {},
  },
  { nik: 5171010101019001, kk: 1, bornOn: '2020-02-30', purpose: '', consent: {} },
  { code: 'x'.repeat(200_000) },
  { action: '__proto__', note: '\u202e', fields: [{}] },
];

const headerSets: readonly Readonly<Record<string, string>>[] = [
  {
    'idempotency-key': '00000000-0000-4000-8000-000000000001',
    'if-match': '"r1"',
    'tus-resumable': '1.0.0',
    'upload-length': '10',
    'upload-offset': '0',
  },
  {
    'idempotency-key': 'not a uuid',
    'if-match': 'garbage',
    'tus-resumable': '9',
    'upload-length': '-1',
    'upload-offset': 'x',
    'last-event-id': '-',
  },
];

const badCredentials: readonly Readonly<Record<string, string>>[] = [
  {},
  { authorization: 'Bearer set_x' },
  { authorization: `Bearer set_${'A'.repeat(43)}` },
  { authorization: 'Basic eDp5' },
  { cookie: 'sewaka_session=x' },
];

const garbagePaths: readonly Readonly<Record<string, string>>[] = [
  Object.fromEntries(Object.keys(ids).map((name) => [name, "x' or 1=1"])),
  Object.fromEntries(Object.keys(ids).map((name) => [name, '../../etc/passwd'])),
  Object.fromEntries(Object.keys(ids).map((name) => [name, '\u0000'])),
];

describe.each(engines)('the contract on $name', (engine) => {
  let app: TestApp;
  let tokens: Readonly<Record<string, Readonly<Record<string, string>>>>;
  beforeAll(async () => {
    app = await openTestApp(engine, { SEWAKA_RATE_FACTOR: '100000' });
  });
  beforeEach(async () => {
    const officer = await app.token({
      kind: 'officer',
      accountId: 'x',
      name: 'X',
      office: '51.71.04.2001',
      post: 'operator',
    });
    tokens = {
      nobody: {},
      applicant: {
        authorization: `Bearer ${await app.token({ kind: 'applicant', applicationId: `app_${'b'.repeat(26)}` })}`,
      },
      resident: { authorization: `Bearer ${await app.token({ kind: 'resident', residentRef: 'somebody' })}` },
      machine: {
        authorization: `Bearer ${await app.machineToken(['applications:read', 'applications:write', 'desk:read', 'desk:write'])}`,
      },
      officer: { cookie: `sewaka_session=${officer}`, origin: app.config.publicUrl, 'x-sewaka-request': '1' },
    };
  });
  afterAll(() => app.close());

  const ask = (
    operation: Operation,
    options: { url?: string; headers?: Readonly<Record<string, string>>; payload?: string | object } = {},
  ) =>
    app.server.inject({
      method: operation.method as Exclude<Method, 'HEAD'>,
      url: options.url ?? addressOf(operation),
      headers: { ...options.headers },
      ...(options.payload === undefined ? {} : { payload: options.payload }),
    });

  it.each(contractOperations.filter((operation) => !isPublic(operation)))(
    'asks who is there before $id',
    async (operation) => {
      for (const headers of badCredentials) {
        const answer = await ask(operation, { headers });
        expect(answer.statusCode, JSON.stringify(headers)).toBe(401);
        expect(answer.headers['content-type']).toContain('application/problem+json');
      }
    },
  );

  it.each(contractOperations.filter(({ success }) => success.status !== 200 || success.schema !== undefined))(
    'answers garbage to $id with a refusal',
    async (operation) => {
      for (const [who, auth] of Object.entries(tokens)) {
        for (const headers of headerSets) {
          for (const payload of garbage) {
            const sent = {
              ...auth,
              ...headers,
              ...(operation.method === 'GET' ? {} : { 'content-type': 'application/json' }),
            };
            const body =
              operation.method === 'GET' || operation.method === 'HEAD' ? {} : { payload: JSON.stringify(payload) };
            const answer = await ask(operation, { headers: sent, ...body });
            expect(
              answer.statusCode,
              `${who} ${JSON.stringify(payload)?.slice(0, 80)} ${answer.body.slice(0, 300)}`,
            ).toBeLessThan(500);
          }
          for (const values of garbagePaths) {
            const answer = await ask(operation, {
              url: `${addressOf(operation, values)}`,
              headers: { ...auth, ...headers },
            });
            if (operation.path.includes('{'))
              expect([400, 401, 403, 404, 405, 415, 428], answer.body).toContain(answer.statusCode);
          }
          const unknown = await ask(operation, {
            url: `${addressOf(operation)}?isAdmin=1`,
            headers: { ...auth, ...headers },
          });
          expect(unknown.statusCode).toBeGreaterThanOrEqual(400);
          expect(unknown.statusCode).toBeLessThan(500);
        }
      }
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    },
  );

  it.each(contractOperations.filter(({ body }) => body !== undefined))(
    'takes JSON only, closed and bounded, for $id',
    async (operation) => {
      const auth = Object.values(tokens).find((_, index) => isPublic(operation) || index > 0);
      const who = operation.security.some((way) => 'officer' in way)
        ? tokens['officer']
        : isPublic(operation)
          ? {}
          : (tokens['resident'] ?? auth);
      const headers = { ...who, ...headerSets[0] };
      expect(
        (await ask(operation, { headers: { ...headers, 'content-type': 'text/plain' }, payload: '{}' })).statusCode,
      ).toBe(415);
      expect(
        (
          await ask(operation, {
            headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
            payload: 'a=b',
          })
        ).statusCode,
      ).toBe(415);
      expect(
        (
          await ask(operation, {
            headers: { ...headers, 'content-type': 'application/json' },
            payload: `"${'x'.repeat(300_000)}"`,
          })
        ).statusCode,
      ).toBe(413);
      expect(
        (await ask(operation, { headers: { ...headers, 'content-type': 'application/json' }, payload: '{"a":' }))
          .statusCode,
      ).toBe(400);
      const extra = await ask(operation, { headers, payload: { isAdmin: true } });
      expect(extra.statusCode).toBe(400);
    },
  );

  it('lets nobody in with a forged token', async () => {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = {
      iss: `${app.config.publicUrl}/oidc`,
      aud: `${app.config.publicUrl}/v1`,
      client_id: 'demo-machine',
      scope: 'desk:read desk:write',
      exp: 4_000_000_000,
    };
    const real = await app.machineToken(['desk:read']);
    const [head = '', , signature = ''] = real.split('.');
    const forged = [
      `${part({ alg: 'none' })}.${part(claims)}.`,
      `${part({ alg: 'None' })}.${part(claims)}.${signature}`,
      `${part({ alg: 'HS256', kid: 'oidc-1' })}.${part(claims)}.${signature}`,
      `${part({ alg: 'EdDSA', kid: '../../etc/passwd' })}.${part(claims)}.${signature}`,
      `${part({ alg: 'EdDSA', jku: 'https://evil.example/jwks' })}.${part(claims)}.${signature}`,
      `${head}.${part(claims)}.${signature}`,
      `${real.slice(0, -4)}AAAA`,
    ];
    for (const token of forged) {
      const answer = await app.server.inject({
        url: '/v1/desk/summary',
        headers: { authorization: `Bearer ${token}` },
      });
      expect(answer.statusCode, token.slice(0, 60)).toBe(401);
    }
    expect(
      (await app.server.inject({ url: '/v1/desk/summary', headers: { authorization: `Bearer ${real}` } })).statusCode,
    ).toBe(200);
  });

  it('takes no write by cookie from elsewhere', async () => {
    const { cookie = '' } = tokens['officer'] ?? {};
    const url = `/v1/desk/applications/${ids['applicationId']}/claim`;
    for (const headers of [
      {},
      { origin: app.config.publicUrl },
      { 'x-sewaka-request': '1' },
      { origin: 'https://evil.example', 'x-sewaka-request': '1' },
      { origin: 'null', 'x-sewaka-request': '1' },
    ]) {
      const answer = await app.server.inject({
        method: 'POST',
        url,
        headers: { cookie, 'if-match': '"r1"', ...headers },
      });
      expect(answer.json()).toMatchObject({ code: 'origin_not_allowed' });
    }
  });

  it('knows its methods', async () => {
    const answer = await app.server.inject({ method: 'DELETE', url: '/v1/regions' });
    expect([answer.statusCode, answer.headers['allow']]).toEqual([405, 'GET']);
    expect((await app.server.inject({ url: '/v1/nothing' })).json()).toMatchObject({ code: 'not_found' });
    expect((await app.server.inject({ url: '/v1/%zz' })).json()).toMatchObject({ code: 'invalid_request' });
  });

  it('answered in the contract’s shapes throughout', () => {
    expect([...new Set(app.misfits)]).toEqual([]);
  });

  it('logged nothing personal', () => {
    expect(app.lines.join('\n')).not.toMatch(/5171010101019001|or 1=1|set_[\w-]{20}|eyJ/);
  });
});
