import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mask, redactText } from './redact-text.js';

const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${length - 1}}$`));
const secrets = fc.oneof(
  digits(16),
  digits(16).map((nik) => nik.replace(/(.{4})(?=.)/g, '$1 ')),
  digits(9).map((rest) => `+628${rest}`),
  digits(9).map((rest) => `08${rest}`),
  fc.emailAddress({ size: 'small' }).filter((email) => /^[\w.+-]+@/.test(email)),
  fc.stringMatching(/^set_[A-Za-z0-9_-]{43}$/),
  fc.stringMatching(/^eyJ[A-Za-z0-9_-]{20}\.[A-Za-z0-9_-]{20}\.[A-Za-z0-9_-]{20}$/),
);

describe('redactText', () => {
  it('masks numbers of persons, addresses and tokens wherever they stand', () => {
    fc.assert(
      fc.property(
        secrets,
        fc.constantFrom('', 'NIK ', 'user="', '{"a":"'),
        fc.constantFrom('', '"', ' x', '.'),
        (secret, before, after) => {
          const masked = redactText(`${before}${secret}${after}`);
          expect(masked).not.toContain(secret);
          expect(masked).toContain(mask);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it.each([
    'GET applications.get 200 in 31 ms',
    'surat-keterangan-domisili',
    '51.71.04.2001',
    '2026-08-12T03:15:00Z',
    '/answers/address/street',
  ])('leaves %s as it is', (text) => {
    expect(redactText(text)).toBe(text);
  });
});
