import { describe, expect, it } from 'vitest';
import type { Schema } from './contract.js';
import { strip } from './strip.js';

describe('strip', () => {
  it('drops what the schema does not name, at any depth', () => {
    const schema = {
      type: 'object',
      properties: {
        a: { type: 'object', properties: { b: {} } },
        list: { type: 'array', items: { properties: { c: {} } } },
      },
    };
    expect(strip(schema, { a: { b: 1, secret: 2 }, list: [{ c: 3, secret: 4 }], secret: 5 })).toEqual({
      a: { b: 1 },
      list: [{ c: 3 }],
    });
  });

  it('keeps free objects where the schema allows them', () => {
    const schema = {
      type: 'object',
      properties: { free: { type: 'object', additionalProperties: { type: 'string' } } },
    };
    expect(strip(schema, { free: { x: 'y' } })).toEqual({ free: { x: 'y' } });
  });

  it('takes the member of a union that fits', () => {
    const member = (kind: string, own: string): Schema => ({
      type: 'object',
      required: ['kind'],
      properties: { kind: { const: kind }, [own]: {} },
    });
    const schema: Schema = { oneOf: [member('a', 'x'), member('b', 'y')] };
    expect(strip(schema, { kind: 'b', x: 1, y: 2 })).toEqual({ kind: 'b', y: 2 });
  });

  it('joins what allOf and properties name', () => {
    const schema = { properties: { a: {} }, allOf: [{ properties: { b: {} } }] };
    expect(strip(schema, { a: 1, b: 2, c: 3 })).toEqual({ a: 1, b: 2 });
  });

  it('leaves a missing property missing and refuses nothing', () => {
    expect(strip({ required: ['a'], properties: { a: {} } }, { a: undefined, b: 1 })).toEqual({});
  });
});
