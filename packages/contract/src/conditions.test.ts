import { describe, expect, it } from 'vitest';
import { conditionFields, conditionHolds, isVisible, pruneAnswers, visibleFields, visibleSteps } from './conditions.js';
import type { Condition, Field, Step } from './service.js';

const label = { id: 'x', en: 'x' };
const text = (name: string, when?: Condition): Field => ({ name, label, type: 'text', ...(when && { when }) });
const step = (id: string, fields: readonly Field[], when?: Condition): Step => ({ id, title: label, fields, ...(when && { when }) });

describe('conditionHolds', () => {
  it.each([
    [{ field: 'a', equals: 'x' }, { a: 'x' }, true],
    [{ field: 'a', equals: 'x' }, { a: 'y' }, false],
    [{ field: 'a', equals: 'x' }, {}, false],
    [{ field: 'a', equals: 1 }, { a: '1' }, false],
    [{ field: 'a', equals: true }, { a: true }, true],
    [{ field: 'a', equals: 'x' }, { a: ['x'] }, false],
    [{ field: 'a', in: ['x', 'y'] }, { a: 'y' }, true],
    [{ field: 'a', in: [] }, { a: 'y' }, false],
    [{ all: [{ field: 'a', equals: 'x' }, { field: 'b', equals: 2 }] }, { a: 'x', b: 2 }, true],
    [{ all: [{ field: 'a', equals: 'x' }, { field: 'b', equals: 2 }] }, { a: 'x' }, false],
    [{ any: [{ field: 'a', equals: 'x' }, { field: 'b', in: [2] }] }, { b: 2 }, true],
    [{ any: [{ field: 'a', equals: 'x' }] }, {}, false],
    [{ field: 'constructor', equals: 'x' }, {}, false],
    [{ field: '__proto__', in: ['x'] }, Object.fromEntries([['__proto__', 'x']]), true],
  ] as const)('%j on %j is %j', (condition, answers, holds) => {
    expect(conditionHolds(condition, answers)).toBe(holds);
  });
});

it('shows what has no condition', () => {
  expect(isVisible({}, {})).toBe(true);
});

it('leaves out hidden steps, hidden fields and steps left empty', () => {
  const service = {
    steps: [
      step('one', [text('a'), text('b', { field: 'a', equals: 'x' })]),
      step('two', [text('c')], { field: 'a', equals: 'x' }),
      step('three', [text('d', { field: 'a', equals: 'y' })]),
    ],
  };
  expect(visibleSteps(service, {}).map((shown) => shown.id)).toEqual(['one']);
  expect(visibleFields(service, { a: 'x' }).map((field) => field.name)).toEqual(['a', 'b', 'c']);
  expect(visibleFields(service, { a: 'y' }).map((field) => field.name)).toEqual(['a', 'd']);
});

it('prunes answers until nothing more falls away', () => {
  const service = { steps: [step('one', [text('a'), text('b', { field: 'a', equals: 'x' }), text('c', { field: 'b', equals: 'x' })])] };
  expect(pruneAnswers(service, { a: 'y', b: 'x', c: 'x', other: 'x' })).toEqual({ a: 'y' });
  expect(pruneAnswers(service, { a: 'x', b: 'x', c: 'x' })).toEqual({ a: 'x', b: 'x', c: 'x' });
});

it('names the fields a condition reads', () => {
  expect(conditionFields({ field: 'a', equals: 1 })).toEqual(['a']);
  expect(conditionFields({ any: [{ field: 'a', equals: 1 }, { field: 'b', in: [1] }] })).toEqual(['a', 'b']);
});
