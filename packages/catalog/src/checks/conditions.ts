import { list, quoted, record, word, type FieldOutline, type Finding, type ServiceOutline } from '../outline.js';
import { villages } from '../reference.js';
import type { Path } from '../yaml-file.js';

/** Field types whose answer is one value that a condition can name beforehand. */
const testable = new Set(['text', 'radios', 'select', 'confirm', 'integer', 'money', 'village']);

/** Checks that each condition has one shape, names a field that is asked before, and tests for a value it can have. */
export function checkConditions({ source, steps, fields }: ServiceOutline): Finding[] {
  const all = new Scope(fields, fields);
  return [
    ...steps.flatMap((step, index) =>
      new Scope(
        fields,
        fields.filter((field) => field.step < index),
      ).check(step.source['when'], [...step.path, 'when']),
    ),
    ...fields.flatMap((field, index) =>
      new Scope(fields, fields.slice(0, index)).check(field.source['when'], [...field.path, 'when']),
    ),
    ...list(source['requirements']).flatMap((requirement, index) =>
      all.check(record(requirement)['when'], ['requirements', index, 'when'], true),
    ),
    ...list(record(source['letter'])['rows']).flatMap((row, index) =>
      all.check(record(row)['when'], ['letter', 'rows', index, 'when']),
    ),
  ];
}

/** The fields a condition may see at its place. */
class Scope {
  readonly #every: readonly FieldOutline[];
  readonly #earlier: readonly FieldOutline[];

  constructor(every: readonly FieldOutline[], earlier: readonly FieldOutline[]) {
    this.#every = every;
    this.#earlier = earlier;
  }

  check(when: unknown, path: Path, ages = false): Finding[] {
    if (when === undefined) return [];
    const condition = record(when);
    const group = 'all' in condition ? 'all' : 'any' in condition ? 'any' : undefined;
    if (!group) return this.#test(condition, path, ages);
    const tests = list(condition[group]);
    if (Object.keys(condition).length > 1) return [{ path, reason: `"${group}" must stand alone` }];
    if (tests.length < 2) return [{ path, reason: `"${group}" needs a list of at least two tests` }];
    return tests.flatMap((test, index) => this.#test(record(test), [...path, group, index], ages));
  }

  #test(test: Readonly<Record<string, unknown>>, path: Path, ages: boolean): Finding[] {
    const [operator, ...more] = Object.keys(test).filter((key) => key !== 'field');
    const known = ['equals', 'in', ...(ages ? ['olderThanYears', 'olderThanDays'] : [])];
    if (!operator || more.length > 0 || !known.includes(operator)) {
      return [{ path, reason: `a test needs "field" and one of ${known.join(', ')}` }];
    }
    const name = word(test['field']);
    const field = this.#earlier.find((candidate) => candidate.name === name);
    if (field)
      return testProblems(field, operator, test[operator]).map((reason) => ({ path: [...path, operator], reason }));
    const later = this.#every.some((candidate) => candidate.name === name);
    const reason = later
      ? `"${name}" is asked later; a condition sees only what was asked before`
      : `no field is named "${name}"`;
    return [{ path: [...path, 'field'], reason }];
  }
}

function testProblems(field: FieldOutline, operator: string, value: unknown): string[] {
  if (operator.startsWith('older')) {
    if (field.type !== 'date') return [`"${field.name}" is not a date, so it has no age`];
    return Number.isInteger(value) && Number(value) > 0 ? [] : ['an age is a whole number above 0'];
  }
  if (!testable.has(field.type)) return [`"${field.name}" is of type ${field.type}, which conditions cannot test`];
  if (operator === 'equals') return valueProblems(field, value);
  const values = list(value);
  if (values.length === 0) return ['"in" needs a list with at least one value'];
  if (new Set(values).size < values.length) return ['"in" names a value twice'];
  return values.flatMap((one) => valueProblems(field, one));
}

function valueProblems({ name, type, options }: FieldOutline, value: unknown): string[] {
  switch (type) {
    case 'confirm':
      return value === true ? [] : [`"${name}" can only be true`];
    case 'integer':
    case 'money':
      return Number.isSafeInteger(value) ? [] : [`"${name}" is a whole number`];
    case 'village':
      return villages.some(({ code }) => code === value) ? [] : [`${quoted(value)} is not the code of a village`];
    case 'text':
      return typeof value === 'string' ? [] : [`"${name}" is a text`];
    default:
      return options.some((option) => option === value) ? [] : [`${quoted(value)} is not an option of "${name}"`];
  }
}
