import { checkAnswers, isStructural, type Service } from '@e-sewaka/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalog } from './index.js';
import { everyType } from './testing/every-type.js';
import { answerSets } from './testing/answers.js';
import { compileAnswers, compileSecond } from './testing/referee.js';

const runs = 10_000;
const runsOfSecond = 400;

/** Whether the rules refuse for a reason that a schema can give. */
function rulesAccept(service: Service, answers: unknown): boolean {
  return !checkAnswers(service, answers, { today: '2026-01-02' }).some(({ code }) => isStructural(code));
}

const [base, ...others] = loadCatalog().list();
if (!base) throw new Error('the catalogue is empty');
const services = [base, ...others, everyType(base)];

describe.each(services.map((service) => ({ id: service.id, service })))('$id', ({ service }) => {
  it(`is judged the same by the rules and the derived schema, ${runs} times`, () => {
    const accepts = compileAnswers(service);
    let accepted = 0;
    const property = fc.property(answerSets(service), (answers) => {
      const verdict = rulesAccept(service, answers);
      if (verdict) accepted += 1;
      expect(accepts(answers)).toBe(verdict);
    });
    fc.assert(property, { numRuns: runs });
    // A generator that only ever produced one verdict would prove nothing.
    expect(accepted).toBeGreaterThan(runs * 0.4);
    expect(accepted).toBeLessThan(runs * 0.8);
  });

  it(`is judged the same by a second validator, ${runsOfSecond} times`, async () => {
    const accepts = await compileSecond(service);
    const property = fc.property(answerSets(service), (answers) => {
      expect(accepts(answers)).toBe(rulesAccept(service, answers));
    });
    fc.assert(property, { numRuns: runsOfSecond });
  });
});
