import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffLimit, decide, maxRetryAfter, type Failure, type RetryRules } from './retry.js';

const reading: RetryRules = { method: 'GET', keyed: false, safe: false, beforeProcessing: false };
const writing: RetryRules = { method: 'POST', keyed: false, safe: false, beforeProcessing: false };
const first = { attempts: 1, waits: 0, retries: 2 };
const status = (code: number, retryAfter: number | null = null): Failure => ({
  kind: 'status',
  status: code,
  retryAfter,
});

describe('what is tried again', () => {
  it.each([
    ['a read after a broken connection', { kind: 'network' }, reading, true],
    ['a read after a timeout', { kind: 'timeout' }, reading, true],
    ['a read after 500', status(500), reading, true],
    ['a read after 503', status(503), reading, true],
    ['a read after 404', status(404), reading, false],
    ['a read after 408, which browsers repeat by themselves', status(408), reading, false],
    ['a read after 413', status(413, 1), reading, false],
    ['a bare write after a broken connection', { kind: 'network' }, writing, false],
    ['a bare write after 503', status(503, 1), writing, false],
    ['a keyed write after a broken connection', { kind: 'network' }, { ...writing, keyed: true }, true],
    ['a keyed write after 502', status(502), { ...writing, keyed: true }, true],
    ['a keyed write after 500', status(500), { ...writing, keyed: true }, false],
    ['a guarded PUT after a timeout', { kind: 'timeout' }, { ...writing, method: 'PUT', safe: true }, true],
    ['a bare DELETE after a timeout', { kind: 'timeout' }, { ...writing, method: 'DELETE' }, false],
    ['a write refused before processing, with a time', status(429, 1), { ...writing, beforeProcessing: true }, true],
    ['a write refused before processing, without a time', status(429), { ...writing, beforeProcessing: true }, false],
    [
      'a write that broke off, refused before processing or not',
      { kind: 'network' },
      { ...writing, beforeProcessing: true },
      false,
    ],
  ] satisfies [string, Failure, RetryRules, boolean][])('%s', (_, failure, rules, again) => {
    expect(decide(failure, rules, first).again).toBe(again);
  });

  it('waits for its own twin without spending attempts', () => {
    const failure: Failure = { kind: 'status', status: 409, code: 'idempotency_in_progress', retryAfter: 1 };
    expect(decide(failure, writing, { attempts: 1, waits: 0, retries: 0 })).toEqual({
      again: true,
      delay: 1000,
      counts: false,
    });
    expect(decide(failure, writing, { attempts: 1, waits: 20, retries: 2 }).again).toBe(false);
  });

  it('leaves every other conflict alone', () => {
    expect(
      decide({ kind: 'status', status: 409, code: 'not_editable', retryAfter: 1 }, { ...writing, keyed: true }, first)
        .again,
    ).toBe(false);
  });
});

describe('how long it pauses', () => {
  const failures = fc.oneof(
    fc.constantFrom<Failure>({ kind: 'network' }, { kind: 'timeout' }),
    fc.record({
      kind: fc.constant('status' as const),
      status: fc.integer({ min: 400, max: 599 }),
      retryAfter: fc.option(fc.nat(120)),
    }),
  );
  const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

  it('never beyond what the server asked for or the backoff allows', () => {
    fc.assert(
      fc.property(
        failures,
        fc.integer({ min: 1, max: 50 }),
        fc.nat(50),
        unit,
        fc.boolean(),
        (failure, attempts, retries, random, keyed) => {
          const verdict = decide(failure, { ...reading, keyed }, { attempts, waits: 0, retries }, () => random);
          if (!verdict.again) return;
          const asked = failure.kind === 'status' ? failure.retryAfter : null;
          expect(attempts).toBeLessThanOrEqual(retries);
          expect(verdict.delay).toBeGreaterThanOrEqual(0);
          if (asked === null)
            expect(verdict.delay).toBeLessThanOrEqual(Math.min(backoffLimit, 300 * 2 ** (attempts - 1)));
          else expect(verdict.delay).toBe(asked * 1000);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('gives up when the server asks for more than half a minute', () => {
    expect(decide(status(503, maxRetryAfter), reading, first).again).toBe(true);
    expect(decide(status(503, maxRetryAfter + 1), reading, first).again).toBe(false);
  });

  it('spreads over the whole interval', () => {
    const delays = Array.from({ length: 200 }, () => decide({ kind: 'network' }, reading, first)).map((verdict) =>
      verdict.again ? verdict.delay : NaN,
    );
    expect(Math.min(...delays)).toBeLessThan(60);
    expect(Math.max(...delays)).toBeGreaterThan(240);
  });
});
