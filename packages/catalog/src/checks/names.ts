import { parse } from 'node:path';
import { list, record, word, type Finding, type ServiceOutline } from '../outline.js';
import type { Path } from '../yaml-file.js';

/** Where a file was found: villages' own services carry a prefix so that they never collide with the shared ones. */
export type Shelf = 'shared' | 'village';

/** Checks that the id fits the file and the shelf, and that every name is given once. */
export function checkNames({ source, steps, fields }: ServiceOutline, file: string, shelf: Shelf): Finding[] {
  const id = word(source['id']);
  const findings: Finding[] = [];
  if (id && id !== parse(file).name)
    findings.push({ path: ['id'], reason: `id "${id}" differs from the name of the file` });
  if (id && shelf === 'village' && !id.startsWith('lokal-')) {
    findings.push({ path: ['id'], reason: 'the id of a village\'s own service must start with "lokal-"' });
  }
  if (id && shelf === 'shared' && id.startsWith('lokal-')) {
    findings.push({ path: ['id'], reason: 'only a village\'s own service may start with "lokal-"' });
  }
  const inherited = fields.filter(({ name }) => name in {});
  return [
    ...findings,
    ...inherited.map(({ path, name }) => ({
      path: [...path, 'name'],
      reason: `"${name}" is a member of every object and cannot be a field name`,
    })),
    ...repeats(
      steps.map(({ path, source: step }) => ({ path: [...path, 'id'], name: word(step['id']) })),
      'step id',
    ),
    ...repeats(
      fields.map(({ path, name }) => ({ path: [...path, 'name'], name })),
      'field name',
    ),
    ...repeats(entries(source['requirements'], ['requirements'], 'id'), 'requirement id'),
    ...repeats(entries(source['stages'], ['stages'], 'id'), 'stage id'),
    ...fields.flatMap(({ path, options }) =>
      repeats(
        options.map((name, index) => ({ path: [...path, 'options', index, 'value'], name })),
        'option',
      ),
    ),
  ];
}

function entries(value: unknown, path: Path, key: string) {
  return list(value).map((entry, index) => ({ path: [...path, index, key], name: word(record(entry)[key]) }));
}

function repeats(named: readonly { readonly path: Path; readonly name: string }[], what: string): Finding[] {
  const seen = new Set<string>();
  return named.flatMap(({ path, name }) => {
    const again = name !== '' && seen.has(name);
    seen.add(name);
    return again ? [{ path, reason: `${what} "${name}" is given twice` }] : [];
  });
}
