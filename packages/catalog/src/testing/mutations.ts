import { fieldRules, type Field, type FieldRule } from '@e-sewaka/contract';
import fc, { type Arbitrary } from 'fast-check';

type Raw = Record<string, unknown>;

/** A change to answers; `other` is a complete second set to take answers from. */
export type Mutation = (answers: unknown, other: Raw) => unknown;

// Values that trip checkers: wrong types, blanks, odd characters, look-alikes.
const types = [null, true, false, 0, -1, 1.5, 1e21, 16, [], [1], [[]], ['none'], ['none', 'pkh'], ['pkh', 'pkh'], {}];
const texts = ['', ' ', ' blank', 'two\nlines', 'tab\there', '\u0000', '\u202ereversed', '\ud800', '\ufeffx', '0'];
const near = ['517104120390900１', '5171041203909001 ', '2025-13-01', '2025-02-31', '25:00', '+62', '081200001009'];
const places = ['51.71.04.2001', '51.72.04.2001', { street: 'Jalan' }, { street: 'Jalan', extra: 1 }];
const odd: readonly unknown[] = [...types, ...texts, ...near, ...places, 'x'.repeat(5000)];

const strangeNames = ['unknown', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'full name', 'NIK'];
const parts = ['street', 'city', 'extra', '__proto__'];

/** One thing wrong with the answers to these fields; now and then it happens to stay right. */
export function mutation(fields: readonly Field[]): Arbitrary<Mutation> {
  const name = fc.constantFrom(...fields.map((field) => field.name));
  const value = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...odd) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  );
  const edge = fc.constantFrom(
    ...fields.flatMap((field) => edges(fieldRules(field)).map((put) => [field.name, put] as const)),
  );
  const replaced = fc.tuple(name, value).map(([key, put]) => within((answers) => set(answers, key, put)));
  const atEdge = edge.map(([key, put]) => within((answers) => set(answers, key, put)));
  const removed = name.map((key) => within((answers) => without(answers, [key])));
  const taken = name.map((key) => within((answers, other) => set(answers, key, other[key])));
  const added = fc
    .tuple(fc.constantFrom(...strangeNames), value)
    .map(([key, put]) => within((answers) => set(answers, key, put)));
  const exchanged = fc.tuple(name, name).map(([a, b]) => within((answers) => set(answers, a, answers[b] ?? null)));
  const inside = fc
    .tuple(name, fc.constantFrom(...parts), value)
    .map(([key, part, put]) => within((answers) => setInside(answers, key, part, put)));
  const whole = fc.constantFrom<unknown>(null, [], 'x', 1, true).map(
    (put): Mutation =>
      () =>
        put,
  );
  return fc.oneof(replaced, atEdge, atEdge, removed, taken, added, exchanged, inside, whole);
}

/** Values on both sides of each limit of a rule. */
function edges(rule: FieldRule): unknown[] {
  switch (rule.type) {
    case 'string': {
      const lengths = [
        (rule.minLength ?? 1) - 1,
        rule.minLength ?? 1,
        rule.maxLength ?? 20,
        (rule.maxLength ?? 20) + 1,
      ];
      return lengths.flatMap((length) => ['x'.repeat(length), '😀'.repeat(length), '1'.repeat(length)]);
    }
    case 'integer':
      return [rule.minimum - 1, rule.minimum, rule.maximum, rule.maximum + 1, rule.minimum + 0.5];
    case 'option':
      return [...rule.options, `${rule.options[0]} `, [rule.options[0]]];
    case 'options':
      return [
        [...rule.options],
        rule.options.slice(0, 1),
        rule.options.slice(-2),
        [...rule.options, rule.options[0]],
        [],
      ];
    case 'true':
      return [true, false, 'true', 1];
    case 'object':
      return edges({ type: 'string', maxLength: 200, pattern: '' }).map((street) => ({
        street,
        villageCode: '51.71.04.2001',
      }));
  }
}

function within(change: (answers: Raw, other: Raw) => Raw): Mutation {
  return (answers, other) => (isRaw(answers) ? change(answers, other) : answers);
}

function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** As `JSON.parse` would: `__proto__` becomes an own member. */
function set(answers: Raw, key: string, value: unknown): Raw {
  return Object.fromEntries([...Object.entries(answers), [key, value]]);
}

function setInside(answers: Raw, key: string, part: string, value: unknown): Raw {
  const now = answers[key];
  return isRaw(now) ? set(answers, key, set(now, part, value)) : answers;
}

/** The answers without some. */
export function without(answers: Raw, names: readonly string[]): Raw {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !names.includes(name)));
}
