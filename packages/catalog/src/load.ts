import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Service } from '@e-sewaka/contract';
import { CatalogError, type CatalogProblem } from './catalog-error.js';
import { checkConditions } from './checks/conditions.js';
import { checkExamples } from './checks/examples.js';
import { checkFields } from './checks/fields.js';
import { checkLetter } from './checks/letter.js';
import { checkNames, type Shelf } from './checks/names.js';
import { checkService } from './checks/service.js';
import { expand } from './expand.js';
import { checkFormat } from './format/validate.js';
import { outline } from './outline.js';
import { PartLibrary } from './parts.js';
import { keepProven, keyOf, readProven } from './proven.js';
import { readYaml } from './yaml-file.js';

/** Where to read services from. */
export interface CatalogOptions {
  /** Folder of service files; default: the services of this package. Its sibling folders `steps`, `requirements`, `stages` and `standards` hold parts. */
  readonly directory?: string;
  /** Folder of a village's own services (ids `lokal-…`); it need not exist. */
  readonly extra?: string;
  /** Leave broken files of `extra` out, listing why in `problems`, so that one village's slip stops nobody. Default false: throw. */
  readonly tolerant?: boolean;
  /** File in which the checked services of `directory` are kept: unchanged ones are not parsed and checked again. */
  readonly proven?: string;
}

/** The services that were loaded, in the order of their ids. */
export interface Catalog {
  list(): readonly Service[];
  get(id: string): Service | undefined;
  /** The file that each service came from, by id. */
  readonly source: ReadonlyMap<string, string>;
  /** What kept files of `extra` out; always empty unless `tolerant`. */
  readonly problems: readonly CatalogProblem[];
}

/**
 * Reads every service file, puts shared parts in, and checks format and cross-references.
 * @throws CatalogError naming file, line, column and reason of every problem in every file.
 */
export function loadCatalog(options: CatalogOptions = {}): Catalog {
  const directory = resolve(options.directory ?? packageFolder('../services/'));
  const library = new PartLibrary([dirname(directory), packageFolder('../')]);
  const shared = loadShared(directory, library, options.proven);
  const village = options.extra === undefined ? nothing : loadFolder(resolve(options.extra), 'village', library);
  const fatal = [...shared.problems, ...(options.tolerant ? [] : village.problems)];
  if (fatal.length > 0) throw new CatalogError(fatal);
  const entries = [...shared.entries, ...village.entries].sort((a, b) => (a.service.id < b.service.id ? -1 : 1));
  const services = entries.map(({ service }) => service);
  const byId = new Map(services.map((service) => [service.id, service]));
  return {
    list: () => services,
    get: (id) => byId.get(id),
    source: new Map(entries.map(({ service, file }) => [service.id, file])),
    problems: village.problems,
  };
}

interface Loaded {
  readonly entries: readonly { readonly service: Service; readonly file: string }[];
  readonly problems: readonly CatalogProblem[];
}

const nothing: Loaded = { entries: [], problems: [] };

/** Resolved on call, so that a bundle that names its own folder never looks for ours. */
function packageFolder(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

/** The key covers everything a service is made from and checked by: files, parts, lists, this code and the rules. */
function loadShared(directory: string, library: PartLibrary, record: string | undefined): Loaded {
  if (record === undefined) return loadFolder(directory, 'shared', library);
  const parts = ['steps', 'requirements', 'stages', 'standards'].flatMap((kind) => [join(dirname(directory), kind), packageFolder(`../${kind}`)]);
  const rules = dirname(fileURLToPath(import.meta.resolve('@e-sewaka/contract')));
  const key = keyOf([directory, ...parts, packageFolder('../reference'), packageFolder('./'), rules]);
  const kept = readProven(record, key);
  if (kept !== undefined) return { entries: kept.map(({ service, name }) => ({ service, file: join(directory, name) })), problems: [] };
  const loaded = loadFolder(directory, 'shared', library);
  if (loaded.problems.length === 0) {
    keepProven(record, key, loaded.entries.map(({ service, file }) => ({ service, name: basename(file) })));
  }
  return loaded;
}

function loadFolder(folder: string, shelf: Shelf, library: PartLibrary): Loaded {
  if (!existsSync(folder)) {
    const missing = { file: folder, line: 1, column: 1, reason: 'is not a folder' };
    return shelf === 'village' ? nothing : { entries: [], problems: [missing] };
  }
  const files = readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort();
  const loaded = files.map((name) => loadFile(join(folder, name), shelf, library));
  return {
    entries: loaded.flatMap(({ entries }) => entries),
    problems: distinct(loaded.flatMap(({ problems }) => problems)),
  };
}

function loadFile(path: string, shelf: Shelf, library: PartLibrary): Loaded {
  const file = readYaml(path);
  if (file.problems.length > 0) return { entries: [], problems: file.problems };
  const expanded = expand(file, library);
  const { service, findings } = checkFormat(expanded.value);
  const seen = outline(expanded.value);
  const crossed = [checkConditions, checkFields, checkService, checkLetter].flatMap((check) => check(seen));
  const sound = [...findings, ...crossed, ...checkNames(seen, path, shelf)];
  // A form with mistakes would blame its examples for them.
  const all = service && sound.length === 0 ? checkExamples(service) : sound;
  const problems = [...expanded.problems, ...all.map((finding) => expanded.locate(finding))];
  return { entries: service && problems.length === 0 ? [{ service, file: path }] : [], problems };
}

/** A shared part is checked once for each service that uses it; its problems are said once. */
function distinct(problems: readonly CatalogProblem[]): CatalogProblem[] {
  const byText = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...byText.values()].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
}
