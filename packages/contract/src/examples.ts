import { addDays, daysBetween, isDate } from './dates.js';
import { allFields } from './conditions.js';
import type { Service, ServiceExamples } from './service.js';

/** The examples as they would be written today: dates that may not be past lie as far ahead as on the day they were written. */
export function examplesOn(service: Pick<Service, 'steps' | 'examples'>, today: string): ServiceExamples {
  const { writtenOn, valid, invalid } = service.examples;
  if (writtenOn === undefined) return service.examples;
  const passing = new Set(allFields(service).flatMap((field) => (field.type === 'date' && typeof field.min === 'number' ? [field.name] : [])));
  const days = daysBetween(writtenOn, today);
  const moved = <T>(answers: Readonly<Record<string, T>>): Record<string, T | string> =>
    Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, passing.has(name) && typeof value === 'string' && isDate(value) ? addDays(value, days) : value]));
  return {
    writtenOn: today,
    valid: valid.map((example) => ({ ...example, answers: moved(example.answers) })),
    invalid: invalid.map((example) => ({ ...example, answers: moved(example.answers) })),
  };
}
