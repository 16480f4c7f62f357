import { describe, expect, it } from 'vitest';
import { deriveAnswersSchema, loadCatalog, type JsonSchema } from '../index.js';

/** Every schema inside a schema, with its place. */
function* schemasIn(value: unknown, place = '#'): Generator<{ readonly place: string; readonly schema: JsonSchema }> {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* schemasIn(item, `${place}/${index}`);
    return;
  }
  const schema: JsonSchema = { ...value };
  yield { place, schema };
  for (const [key, child] of Object.entries(schema)) {
    if (!['enum', 'const', 'required'].includes(key)) yield* schemasIn(child, `${place}/${key}`);
  }
}

describe.each(
  loadCatalog()
    .list()
    .map((service) => ({ id: service.id, service })),
)('schema of $id', ({ service }) => {
  const root = deriveAnswersSchema(service);
  const all = [...schemasIn(root)];

  it('limits every string, list and object', () => {
    const limits: Record<string, string> = { string: 'maxLength', array: 'maxItems', object: 'maxProperties' };
    const open = all.filter(({ schema }) => {
      const limit = limits[String(schema['type'])];
      return limit !== undefined && !('enum' in schema) && !(limit in schema);
    });
    expect(open.map(({ place }) => place)).toEqual([]);
  });

  it('closes every object', () => {
    const closed = all
      .filter(({ schema }) => schema['type'] === 'object')
      .map(({ schema }) => schema['additionalProperties']);
    expect(new Set(closed)).toEqual(new Set([false]));
  });

  it('has only short, anchored patterns without nested repetition', () => {
    const patterns = all.flatMap(({ schema }) => (typeof schema['pattern'] === 'string' ? [schema['pattern']] : []));
    expect(patterns.length).toBeGreaterThan(0);
    for (const pattern of patterns) {
      expect(pattern).toMatch(/^\^.*\$$/);
      expect(pattern.length).toBeLessThanOrEqual(200);
      expect(pattern).not.toMatch(/[+*}]\)[+*{]|\\[1-9]/);
      expect(() => new RegExp(pattern, 'u')).not.toThrow();
    }
  });

  it('uses no keyword that validators or generators read differently', () => {
    const forbidden = [
      '$dynamicRef',
      '$id',
      'format',
      'multipleOf',
      'unevaluatedProperties',
      'dependentSchemas',
      'default',
    ];
    expect(all.flatMap(({ schema }) => forbidden.filter((keyword) => keyword in schema))).toEqual([]);
    expect(all.filter(({ schema }) => 'if' in schema !== 'then' in schema)).toEqual([]);
  });

  it('describes every field in both languages and marks personal data', () => {
    const held = root['properties'];
    const properties: [string, unknown][] = typeof held === 'object' && held !== null ? Object.entries(held) : [];
    expect(properties).toHaveLength(service.steps.flatMap(({ fields }) => fields).length);
    for (const [name, schema] of properties) {
      expect(schema, name).toHaveProperty('title');
      expect(schema, name).toHaveProperty('description');
    }
    expect(Object.fromEntries(properties)['nik']).toMatchObject({ 'x-pii': true });
  });
});
