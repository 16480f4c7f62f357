import { describe, expect, it } from 'vitest';
import { examplesOn } from './examples.js';
import type { Field } from './service.js';

const label = { id: 'x', en: 'x' };
const until: Field = { type: 'date', name: 'until', label, min: 0, max: 366 };
const born: Field = { type: 'date', name: 'born', label, min: '1900-01-01', max: 0 };
const answers = { until: '2025-12-31', born: '1990-01-01', note: 'x' };
const given = (fields: Field[], writtenOn?: string) => ({
  steps: [{ id: 'a', title: label, fields }],
  examples: { ...(writtenOn === undefined ? {} : { writtenOn }), valid: [{ name: 'A', answers }], invalid: [{ name: 'B', answers: { until: 7 }, problems: [] }] },
});

describe('examples', () => {
  it('move the dates that may not be past, and no other', () => {
    const { valid, invalid, writtenOn } = examplesOn(given([until, born], '2025-12-01'), '2031-03-01');
    expect(valid[0]?.answers).toEqual({ until: '2031-03-31', born: '1990-01-01', note: 'x' });
    expect(invalid[0]?.answers).toEqual({ until: 7 });
    expect(writtenOn).toBe('2031-03-01');
  });

  it('stay as they are when nothing says for which day they were written', () => {
    expect(examplesOn(given([born]), '2031-03-01').valid[0]?.answers).toBe(answers);
  });
});
