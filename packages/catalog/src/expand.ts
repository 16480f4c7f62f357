import type { CatalogProblem } from './catalog-error.js';
import { list, record, word, type Finding } from './outline.js';
import type { PartKind, PartLibrary } from './parts.js';
import { referenceLists } from './reference.js';
import type { Path, YamlFile } from './yaml-file.js';

/** A service with its shared parts put in, still knowing which file each piece came from. */
export interface Expanded {
  readonly value: unknown;
  readonly problems: readonly CatalogProblem[];
  /** Says a finding with the file, line and column it comes from. */
  locate(finding: Finding): CatalogProblem;
}

type Source = Readonly<Record<string, unknown>>;

/** From `prefix` on, the expanded service came from `base` in `file`. */
interface Origin {
  readonly prefix: Path;
  readonly file: YamlFile;
  readonly base: Path;
}

/**
 * Puts shared parts in: `{ use: <id> }` in steps, requirements, stages and standard, and `options: <list>` in fields.
 * Keys beside `use` replace the part's own; `fields` beside `use` are added at its end.
 */
export function expand(file: YamlFile, library: PartLibrary): Expanded {
  return new Expansion(file, library).result();
}

class Expansion {
  readonly #file: YamlFile;
  readonly #library: PartLibrary;
  readonly #origins: Origin[];
  readonly #problems: CatalogProblem[] = [];

  constructor(file: YamlFile, library: PartLibrary) {
    this.#file = file;
    this.#library = library;
    this.#origins = [{ prefix: [], file, base: [] }];
  }

  result(): Expanded {
    const source = withoutNotes(record(this.#file.value));
    const value = {
      ...source,
      ...this.#each('steps', source, (step, path) => this.#withOptions(this.#put('steps', step, path), path)),
      ...this.#each('requirements', source, (requirement, path) => this.#put('requirements', requirement, path)),
      ...this.#each('stages', source, (stage, path) => this.#put('stages', stage, path)),
      ...('standard' in source ? { standard: this.#put('standards', source['standard'], ['standard']) } : {}),
    };
    return { value, problems: this.#problems, locate: (finding) => this.#locate(finding) };
  }

  #each(key: string, source: Source, put: (entry: unknown, path: Path) => unknown): Source {
    const entries = source[key];
    return Array.isArray(entries) ? { [key]: entries.map((entry, index) => put(entry, [key, index])) } : {};
  }

  #put(kind: PartKind, entry: unknown, path: Path): unknown {
    const { use, ...own } = record(entry);
    if (use === undefined) return entry;
    const part = this.#library.find(kind, word(use));
    if (!part) {
      this.#problems.push(this.#file.problem([...path, 'use'], `no part "${word(use)}" in ${kind}`));
      return undefined;
    }
    this.#problems.push(...part.problems);
    this.#origins.push({ prefix: path, file: part, base: [] });
    return this.#merge(record(part.value), own, path);
  }

  #merge(part: Source, own: Source, path: Path): Source {
    const inherited = list(part['fields']);
    const take = (at: Path, base: Path) =>
      this.#origins.push({ prefix: [...path, ...at], file: this.#file, base: [...path, ...base] });
    for (const key of Object.keys(own)) {
      if (key !== 'fields' || inherited.length === 0) take([key], [key]);
    }
    const added = list(own['fields']);
    added.forEach((_, index) => take(['fields', inherited.length + index], ['fields', index]));
    return { ...part, ...own, ...(inherited.length > 0 ? { fields: [...inherited, ...added] } : {}) };
  }

  #withOptions(step: unknown, path: Path): unknown {
    const fields = record(step)['fields'];
    if (!Array.isArray(fields)) return step;
    return {
      ...record(step),
      fields: fields.map((field, index) => this.#optionsOf(field, [...path, 'fields', index])),
    };
  }

  #optionsOf(field: unknown, path: Path): unknown {
    const name = record(field)['options'];
    if (typeof name !== 'string') return field;
    if (Object.hasOwn(referenceLists, name)) return { ...record(field), options: referenceLists[name] };
    this.#problems.push(this.#locate({ path: [...path, 'options'], reason: `no reference list is named "${name}"` }));
    return field;
  }

  #locate({ path, reason, atKey }: Finding): CatalogProblem {
    const steps = path.map(String);
    const covers = ({ prefix }: Origin) => prefix.every((step, index) => String(step) === steps[index]);
    const { file, prefix, base } = this.#origins.findLast(covers) ?? { prefix: [], file: this.#file, base: [] };
    return file.problem([...base, ...path.slice(prefix.length)], reason, atKey);
  }
}

/** Top-level keys that start with `x-` only hold YAML anchors for the rest of the file. */
function withoutNotes(source: Source): Source {
  return Object.fromEntries(Object.entries(source).filter(([key]) => !key.startsWith('x-')));
}
