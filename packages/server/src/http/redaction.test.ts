import { describe, expect, it } from 'vitest';
import { redact, redactText } from './redaction.js';

describe('redaction', () => {
  it.each([
    'nik 5171010101019001 sudah ada',
    'telepon +6281200001234',
    'telepon 0812-0000-1234',
    'surel warga@contoh.example',
    'Bearer eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJ4In0.c2ln',
    'set_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'postgres://sewaka:geheim@127.0.0.1/db',
  ])('strikes out the value in "%s"', (text) => {
    const clean = redactText(text);
    expect(clean).toContain('[redacted]');
    expect(clean).not.toMatch(/9001|1234|contoh|eyJ|AAAA|geheim/);
  });

  it('strikes out by name, nested, and in either spelling', () => {
    expect(redact({ a: { nik: 1, trackingCode: 'x', tracking_code: 'x', application_id: 'app_1' } })).toEqual({
      a: { nik: '[redacted]', trackingCode: '[redacted]', tracking_code: '[redacted]', application_id: 'app_1' },
    });
  });

  it('keeps an error legible without its values', () => {
    const error = new Error('duplicate 5171010101019001', { cause: new Error('from 08120000123') });
    expect(JSON.stringify(redact({ err: error }))).not.toMatch(/5171010101019001|08120000123/);
    expect(JSON.stringify(redact({ err: error }))).toContain('duplicate');
  });
});
