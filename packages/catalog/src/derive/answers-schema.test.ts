import type { Field, Service } from '@e-sewaka/contract';
import { describe, expect, it } from 'vitest';
import { deriveAnswersSchema } from '../index.js';
import { accepts as compiled } from '../testing/referee.js';

const label = { id: 'Pertanyaan', en: 'Question' };
const choice: Field = {
  name: 'kind',
  type: 'radios',
  label,
  options: ['a', 'b', 'c'].map((value) => ({ value, label })),
};
const detail: Field = { name: 'detail', type: 'text', label, when: { field: 'kind', equals: 'b' } };

function accepts(fields: readonly Field[], answers: unknown, more: Service['steps'] = []): boolean {
  const steps = [{ id: 'satu', title: label, fields }, ...more];
  return compiled(deriveAnswersSchema({ id: 'uji', title: label, steps }))(answers);
}

describe('deriveAnswersSchema', () => {
  it.each([
    [{ kind: 'a' }, true],
    [{ kind: 'a', detail: 'x' }, false],
    [{ kind: 'b', detail: 'x' }, true],
    [{ kind: 'b' }, false],
    [{ detail: 'x' }, false],
    [{}, false],
  ])('asks a conditional field exactly when its condition holds: %j', (answers, verdict) => {
    expect(accepts([choice, detail], answers)).toBe(verdict);
  });

  it('refuses an optional conditional field elsewhere, and never asks for it', () => {
    const fields = [choice, { ...detail, required: false }];
    expect(accepts(fields, { kind: 'a', detail: 'x' })).toBe(false);
    expect(accepts(fields, { kind: 'b' })).toBe(true);
  });

  it('lets no missing answer satisfy a condition', () => {
    const optional = { ...choice, required: false };
    expect(accepts([optional, detail], {})).toBe(true);
    expect(accepts([optional, detail], { detail: 'x' })).toBe(false);
  });

  it('joins the condition of a step with those of its fields', () => {
    const step = {
      id: 'dua',
      title: label,
      when: { field: 'kind', in: ['b', 'c'] },
      fields: [detail, { name: 'always', type: 'confirm', label } as const],
    };
    expect(accepts([choice], { kind: 'a' }, [step])).toBe(true);
    expect(accepts([choice], { kind: 'c', always: true }, [step])).toBe(true);
    expect(accepts([choice], { kind: 'c', always: true, detail: 'x' }, [step])).toBe(false);
    expect(accepts([choice], { kind: 'b', always: true }, [step])).toBe(false);
    expect(accepts([choice], { kind: 'b', always: true, detail: 'x' }, [step])).toBe(true);
  });

  it.each([
    ['all', { kind: 'b', flag: true, extra: 'x' }, true],
    ['all', { kind: 'b', extra: 'x' }, false],
    ['any', { kind: 'b', extra: 'x' }, true],
    ['any', { kind: 'a', flag: true, extra: 'x' }, true],
    ['any', { kind: 'a', extra: 'x' }, false],
  ])('understands %s: %j', (group, answers, verdict) => {
    const tests = [
      { field: 'kind', equals: 'b' },
      { field: 'flag', equals: true },
    ];
    const flag: Field = { name: 'flag', type: 'confirm', label, required: false };
    const extra: Field = {
      name: 'extra',
      type: 'text',
      label,
      when: group === 'all' ? { all: tests } : { any: tests },
    };
    expect(accepts([choice, flag, extra], answers)).toBe(verdict);
  });

  it('lets an exclusive option stand only alone', () => {
    const options = [
      { value: 'x', label },
      { value: 'y', label },
      { value: 'none', label, exclusive: true },
    ];
    const aid: Field = { name: 'aid', type: 'checkboxes', label, options };
    expect(accepts([aid], { aid: ['x', 'y'] })).toBe(true);
    expect(accepts([aid], { aid: ['none'] })).toBe(true);
    expect(accepts([aid], { aid: ['none', 'x'] })).toBe(false);
    expect(accepts([aid], { aid: ['x', 'x'] })).toBe(false);
    expect(accepts([aid], { aid: [] })).toBe(false);
  });

  it('counts code points, not UTF-16 units', () => {
    const short: Field = { name: 'short', type: 'text', label, maxLength: 3 };
    expect(accepts([short], { short: '😀😀😀' })).toBe(true);
    expect(accepts([short], { short: '😀😀😀😀' })).toBe(false);
  });

  it('says in words when a field is asked', () => {
    const schema = deriveAnswersSchema({
      id: 'uji',
      title: label,
      steps: [{ id: 'satu', title: label, fields: [choice, detail] }],
    });
    expect(schema['properties']).toMatchObject({
      detail: { description: 'Pertanyaan. Asked only when `kind` is `b`.' },
    });
  });
});
