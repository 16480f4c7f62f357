import { checkAnswers, examplesOn, isStructural } from '@e-sewaka/contract';
import { describe, expect, it } from 'vitest';
import { loadCatalog, villages } from './index.js';
import { compileAnswers } from './testing/referee.js';

/** Days long after every example was written: none goes stale. */
const days = ['2026-01-02', '2031-06-15'];
const codes = new Set(villages.map(({ code }) => code));

describe.each(
  loadCatalog()
    .list()
    .map((service) => ({ id: service.id, service })),
)('$id', ({ service }) => {
  const accepts = compileAnswers(service);

  it.each(service.examples.valid)('accepts: $name', ({ name, answers }) => {
    for (const today of days) {
      const then = examplesOn(service, today).valid.find((example) => example.name === name);
      expect(checkAnswers(service, then?.answers, { today, villages: codes })).toEqual([]);
    }
    expect(accepts(answers)).toBe(true);
  });

  it.each(service.examples.invalid)('refuses: $name', ({ name, answers, problems }) => {
    for (const today of days) {
      const then = examplesOn(service, today).invalid.find((example) => example.name === name);
      const found = checkAnswers(service, then?.answers, { today, villages: codes });
      expect(found.map(({ pointer, code }) => ({ pointer, code }))).toEqual(problems);
      expect(accepts(answers)).toBe(!found.some(({ code }) => isStructural(code)));
    }
  });
});
