import { checkAnswers, isStructural } from '@e-sewaka/contract';
import { describe, expect, it } from 'vitest';
import { loadCatalog, villages } from './index.js';
import { compileAnswers } from './testing/referee.js';

/** A day after every example was written; examples that depend on today would go stale. */
const days = ['2026-01-02', '2031-06-15'];
const codes = new Set(villages.map(({ code }) => code));

describe.each(
  loadCatalog()
    .list()
    .map((service) => ({ id: service.id, service })),
)('$id', ({ service }) => {
  const accepts = compileAnswers(service);

  it.each(service.examples.valid)('accepts: $name', ({ answers }) => {
    for (const today of days) expect(checkAnswers(service, answers, { today, villages: codes })).toEqual([]);
    expect(accepts(answers)).toBe(true);
  });

  it.each(service.examples.invalid)('refuses: $name', ({ answers, problems }) => {
    for (const today of days) {
      const found = checkAnswers(service, answers, { today, villages: codes });
      expect(found.map(({ pointer, code }) => ({ pointer, code }))).toEqual(problems);
      expect(accepts(answers)).toBe(!found.some(({ code }) => isStructural(code)));
    }
  });
});
