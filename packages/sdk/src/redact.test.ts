import { piiNames } from '@e-sewaka/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from './redact.js';
import { mask } from './redact-text.js';

describe('redact', () => {
  it('masks whatever stands under a personal name, at any depth', () => {
    const buried = fc.letrec<{ nest: unknown }>((tie) => ({
      nest: fc.oneof(
        { maxDepth: 4 },
        fc.constant(null),
        fc.array(tie('nest'), { maxLength: 2 }),
        fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('nest')),
      ),
    })).nest;
    fc.assert(
      fc.property(
        fc.constantFrom(...piiNames),
        fc.stringMatching(/^kenari[0-9a-f]{8}$/),
        buried,
        (name, canary, around) => {
          const value = { around, list: [{ inner: { [name]: { deep: [canary] }, kept: 'status' } }] };
          const text = JSON.stringify(redact(value));
          expect(text).not.toContain(canary);
          expect(text).toContain('status');
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each(piiNames.map((name) => [name]))('masks %s, whatever kind of value it has', (name) => {
    for (const value of ['Kenari', 7, ['Kenari'], { street: 'Kenari' }, new Map([['x', 'Kenari']])]) {
      expect(redact({ body: [{ [name]: value }] })).toEqual({ body: [{ [name]: mask }] });
    }
  });

  it('leaves its argument alone', () => {
    const value = { nik: '5171041203909001' };
    redact(value);
    expect(value).toEqual({ nik: '5171041203909001' });
  });

  it('finds numbers of persons in texts and numbers', () => {
    expect(redact({ note: 'NIK 5171041203909001 salah', id: 5171041203909001, status: 422 })).toEqual({
      note: `NIK ${mask} salah`,
      id: mask,
      status: 422,
    });
  });

  it('reads headers, maps and errors, and survives circles', () => {
    const circle: Record<string, unknown> = {
      headers: new Headers({ authorization: 'Bearer x', accept: 'a' }),
      error: new Error('to +6281234567890'),
    };
    circle['self'] = circle;
    expect(redact(circle)).toEqual({
      headers: { authorization: mask, accept: 'a' },
      error: { name: 'Error', message: `to ${mask}` },
      self: '[circular]',
    });
  });
});
