import { describe, expect, it } from 'vitest';
import { readQuery } from './parameters.js';
import type { Parameter } from './contract.js';

const limit: Parameter = {
  name: 'limit',
  in: 'query',
  required: false,
  schema: { type: 'integer', minimum: 1, maximum: 100 },
};
const mine: Parameter = { name: 'mine', in: 'query', required: false, schema: { type: 'boolean' } };
const status: Parameter = {
  name: 'status',
  in: 'query',
  required: false,
  schema: { type: 'array', items: { type: 'string' } },
};
const query: Parameter = { name: 'query', in: 'query', required: false, schema: { type: 'string' } };
const all = [limit, mine, status, query];

describe('readQuery', () => {
  it('reads integers, booleans and lists', () => {
    expect(readQuery(all, 'limit=5&mine=true&status=a,b')).toEqual({
      values: { limit: 5, mine: true, status: ['a', 'b'] },
    });
  });

  it.each(['0x10', ' 5', '05', '5e0', '1e309', '5.0', '+5', '', '--5', '٥'])(
    'does not guess an integer from "%s"',
    (text) => {
      expect(readQuery(all, `limit=${encodeURIComponent(text)}`)).toEqual({
        error: { pointer: '/query/limit', code: 'wrong_type' },
      });
    },
  );

  it.each([
    ['limit=5&limit=7', { pointer: '/query/limit', code: 'repeated' }],
    ['extra=1', { pointer: '/query/extra', code: 'unknown_field' }],
    ['__proto__=1', { pointer: '/query/__proto__', code: 'unknown_field' }],
    ['mine=1', { pointer: '/query/mine', code: 'wrong_type' }],
  ])('refuses %s', (text, error) => {
    expect(readQuery(all, text)).toEqual({ error });
  });

  it.each(['query=5171010101019001', 'query=51.7101.010101.9001', 'anything=5171%200101%200101%209001'])(
    'takes no identifier in %s',
    (text) => {
      expect(readQuery(all, text)).toEqual({ identifier: true });
    },
  );
});
