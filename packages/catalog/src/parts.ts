import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogProblem } from './catalog-error.js';
import { list, record, type Finding } from './outline.js';
import { readYaml, type Path, type YamlFile } from './yaml-file.js';

/** A service with its shared parts put in, still knowing which file each piece came from. */
export interface Expanded {
  readonly value: unknown;
  readonly problems: readonly CatalogProblem[];
  /** Says a finding with the file, line and column it comes from. */
  locate(finding: Finding): CatalogProblem;
}

/** Kinds of parts: the folder they lie in, under the root of a catalogue. */
type PartKind = 'steps' | 'requirements' | 'stages' | 'standards';

/** Finds parts under several roots, reading each file once. */
export class PartLibrary {
  readonly #roots: readonly string[];
  readonly #read = new Map<string, YamlFile>();

  constructor(roots: readonly string[]) {
    this.#roots = roots;
  }

  find(kind: PartKind, id: string): YamlFile | undefined {
    if (!/^[a-z][a-z0-9-]{0,59}$/.test(id)) return undefined;
    const path = this.#roots.map((root) => join(root, kind, `${id}.yaml`)).find((candidate) => existsSync(candidate));
    if (!path) return undefined;
    const known = this.#read.get(path) ?? readYaml(path);
    this.#read.set(path, known);
    return known;
  }
}

interface Origin {
  readonly prefix: Path;
  readonly file: YamlFile;
  readonly base: Path;
}

/** Puts the parts in: `{ use: <id> }` in steps, requirements, stages and standard; keys beside `use` replace the part's own, and `fields` are added at its end. */
export function expand(file: YamlFile, library: PartLibrary): Expanded {
  const source = withoutNotes(record(file.value));
  const origins: Origin[] = [{ prefix: [], file, base: [] }];
  const problems: CatalogProblem[] = [];
  const put = (kind: PartKind, entry: unknown, path: Path): unknown => {
    const { use, ...own } = record(entry);
    if (use === undefined) return entry;
    const part = library.find(kind, String(use));
    if (!part) {
      problems.push(file.problem([...path, 'use'], `no part "${String(use)}" in ${kind}`));
      return undefined;
    }
    problems.push(...part.problems);
    origins.push({ prefix: path, file: part, base: [] });
    return merge(record(part.value), own, path, file, origins);
  };
  const each = (kind: Exclude<PartKind, 'standards'>) =>
    Array.isArray(source[kind]) ? { [kind]: list(source[kind]).map((entry, index) => put(kind, entry, [kind, index])) } : {};
  const value = {
    ...source,
    ...each('steps'),
    ...each('requirements'),
    ...each('stages'),
    ...('standard' in source ? { standard: put('standards', source['standard'], ['standard']) } : {}),
  };
  return { value: file.value === undefined ? undefined : value, problems, locate: (finding) => locate(finding, origins, file) };
}

/** Top-level keys that start with `x-` only hold YAML anchors for the rest of the file. */
function withoutNotes(source: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(source).filter(([key]) => !key.startsWith('x-')));
}

function merge(
  part: Readonly<Record<string, unknown>>,
  own: Readonly<Record<string, unknown>>,
  path: Path,
  file: YamlFile,
  origins: Origin[],
): unknown {
  const inherited = list(part['fields']);
  for (const key of Object.keys(own)) {
    if (key !== 'fields') origins.push({ prefix: [...path, key], file, base: [...path, key] });
  }
  const added = list(own['fields']);
  added.forEach((_, index) => {
    origins.push({ prefix: [...path, 'fields', inherited.length + index], file, base: [...path, 'fields', index] });
  });
  return { ...part, ...own, ...(inherited.length > 0 ? { fields: [...inherited, ...added] } : {}) };
}

function locate({ path, reason, atKey }: Finding, origins: readonly Origin[], file: YamlFile): CatalogProblem {
  const steps = path.map(String);
  const covers = ({ prefix }: Origin) => prefix.every((step, index) => String(step) === steps[index]);
  const origin = origins.findLast(covers) ?? { prefix: [], file, base: [] };
  return origin.file.problem([...origin.base, ...path.slice(origin.prefix.length)], reason, atKey);
}
