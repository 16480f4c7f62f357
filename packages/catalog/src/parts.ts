import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readYaml, type YamlFile } from './yaml-file.js';

/** Kinds of shared parts: the folder they lie in, under the root of a catalogue. */
export type PartKind = 'steps' | 'requirements' | 'stages' | 'standards';

/** Finds shared parts under several roots, the first root first, reading each file once. */
export class PartLibrary {
  readonly #roots: readonly string[];
  readonly #read = new Map<string, YamlFile>();

  constructor(roots: readonly string[]) {
    this.#roots = roots;
  }

  /** The part's file; ids are kebab-case, so they never lead out of the folder. */
  find(kind: PartKind, id: string): YamlFile | undefined {
    if (!/^[a-z][a-z0-9-]{0,59}$/.test(id)) return undefined;
    const path = this.#roots.map((root) => join(root, kind, `${id}.yaml`)).find((candidate) => existsSync(candidate));
    if (!path) return undefined;
    const known = this.#read.get(path) ?? readYaml(path);
    this.#read.set(path, known);
    return known;
  }
}
