import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClient, ESewakaError, isApiError, isESewakaError, type LogRecord } from './index.js';

/** Stands for everything personal: it must not come out again anywhere. */
const canaries = fc.stringMatching(/^Kenari[A-Z][0-9a-f]{10}$/);
type Ending = 'network' | 'timeout' | 'aborted' | 'html' | 'decode' | 'broken' | number;
const endings = fc.constantFrom<Ending>(
  'network',
  'timeout',
  'aborted',
  'html',
  'decode',
  'broken',
  400,
  401,
  403,
  404,
  409,
  410,
  412,
  413,
  422,
  428,
  429,
  500,
  503,
);

/** A fetch that ends as told and echoes the canary wherever a careless server or runtime could. */
function careless(ending: Ending, canary: string): typeof fetch {
  const page = `<p>${canary}</p>`;
  return async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (ending === 'network') throw new TypeError('fetch failed', { cause: new Error(`connect ${url} ${canary}`) });
    if (ending === 'broken') throw new Error(`socket ${url} said ${canary}`);
    if (ending === 'html')
      return new Response(page, { status: 502, headers: { 'content-type': 'text/html', 'x-echo': canary } });
    if (ending === 'decode')
      return new Response(`{"nik": "${canary}`, { headers: { 'content-type': 'application/json' } });
    if (typeof ending === 'number') return problem(ending, canary);
    const signal = input instanceof Request ? input.signal : init?.signal;
    return new Promise((_, reject) =>
      signal?.addEventListener('abort', () => reject(new Error(canary, { cause: signal.reason }))),
    );
  };
}

function problem(status: number, canary: string): Response {
  const errors = [
    { pointer: '/answers/fullName', code: 'too_long', params: { max: 100, given: canary }, value: canary },
  ];
  const body = {
    type: `urn:x:${canary}`,
    title: canary,
    status,
    code: 'not_editable',
    detail: canary,
    instance: `/v1/${canary}`,
    requestId: 'r',
    errors,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', 'x-request-id': 'r', location: canary },
  });
}

async function provoke(
  ending: Ending,
  canary: string,
): Promise<{ readonly error: unknown; readonly records: LogRecord[] }> {
  const records: LogRecord[] = [];
  const client = createClient({
    baseUrl: `https://desa.example/${canary}`,
    fetch: careless(ending, canary),
    auth: { getToken: () => canary },
    key: canary,
    retries: 0,
    timeout: ending === 'timeout' ? 5 : 1_000,
    logger: { debug: (record) => records.push(record) },
  });
  const controller = new AbortController();
  if (ending === 'aborted') setTimeout(() => controller.abort(new Error(canary)), 2);
  const call = client.applications.correct(
    { applicationId: canary, answers: { fullName: canary }, documents: {} },
    { signal: controller.signal, ifMatch: `"${canary}"`, headers: { 'x-note': canary } },
  );
  return {
    error: await call.then(
      () => undefined,
      (thrown: unknown) => thrown,
    ),
    records,
  };
}

/** Everything a value shows to whoever prints, serialises or walks it. */
function everySide(value: unknown): string {
  const sides = [String(value), JSON.stringify(value), inspect(value, { depth: 10, showHidden: true, getters: true })];
  return [...sides, ...walk(value, new Set())].join('\n');
}

function walk(value: unknown, seen: Set<unknown>): string[] {
  if (typeof value !== 'object' || value === null) return [String(value)];
  if (seen.has(value)) return [];
  seen.add(value);
  return Reflect.ownKeys(value).flatMap((name) => [String(name), ...walk(Reflect.get(value, name), seen)]);
}

describe('every error', () => {
  it('hides what was sent, from every side', async () => {
    await fc.assert(
      fc.asyncProperty(endings, canaries, async (ending, canary) => {
        const { error, records } = await provoke(ending, canary);
        expect(isESewakaError(error)).toBe(true);
        expect(everySide(error)).not.toContain(canary);
        expect(everySide(records)).not.toContain(canary);
      }),
      { numRuns: 300 },
    );
  });

  it('hides a header value that cannot be sent', () => {
    const client = createClient({ baseUrl: 'https://desa.example' });
    const call = client.services.get({ serviceId: 'a' }, { headers: { 'x-note': 'Kenari\n1' } });
    return expect(call).rejects.toSatisfy(
      (error) => error instanceof TypeError && !everySide(error.message).includes('Kenari'),
    );
  });

  it.each([
    ['network', 'ConnectionError', true],
    ['broken', 'ConnectionError', true],
    ['timeout', 'TimeoutError', true],
    ['aborted', 'AbortedError', false],
    ['decode', 'DecodeError', false],
    ['html', 'ServerError', true],
    [400, 'ValidationError', false],
    [401, 'AuthenticationError', false],
    [403, 'PermissionError', false],
    [404, 'NotFoundError', false],
    [409, 'ConflictError', false],
    [410, 'NotFoundError', false],
    [412, 'PreconditionError', false],
    [413, 'ApiError', false],
    [422, 'ValidationError', false],
    [428, 'PreconditionError', false],
    [429, 'RateLimitError', true],
    [503, 'ServerError', true],
  ] satisfies [Ending, string, boolean][])('of a call ending in %s is a %s', async (ending, name, retryable) => {
    const { error } = await provoke(ending, 'KenariX0');
    expect(error).toMatchObject({ name, retryable, operationId: 'applications.correct' });
    expect(error).toBeInstanceOf(ESewakaError);
  });

  it('keeps the facts that help', async () => {
    const { error } = await provoke(422, 'KenariX0');
    expect(isApiError(error) && error.toJSON()).toMatchObject({
      kind: 'api',
      status: 422,
      code: 'not_editable',
      requestId: 'r',
      issues: [{ pointer: '/answers/fullName', code: 'too_long', params: { max: 100 } }],
    });
  });

  it('is known by its brand, even from another copy of the SDK', () => {
    expect(isESewakaError({ [Symbol.for('e-sewaka.error')]: true })).toBe(true);
    expect(isESewakaError(new Error('other'))).toBe(false);
    expect(isESewakaError(null)).toBe(false);
  });
});
