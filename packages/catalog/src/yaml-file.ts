import { readFileSync, statSync } from 'node:fs';
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type ParsedNode,
} from 'yaml';
import type { CatalogProblem } from './catalog-error.js';

/** Keys and indexes from the top of a file down to a value. */
export type Path = readonly (string | number)[];

/** A parsed YAML file that still knows on which line each value stands. */
export interface YamlFile {
  readonly file: string;
  readonly value: unknown;
  /** Syntax errors; when there are any, `value` is undefined. */
  readonly problems: readonly CatalogProblem[];
  /** A problem at the value under `path`, or at its key with `atKey`; the nearest ancestor stands in for what is missing. */
  problem(path: Path, reason: string, atKey?: boolean): CatalogProblem;
}

/** A service file is a few hundred lines; more than this is a mistake or an attack. */
const largestFile = 512 * 1024;
const mostAliases = 500;

/** Reads and parses a YAML 1.2 file; unreadable files and syntax errors become problems. */
export function readYaml(file: string): YamlFile {
  try {
    if (statSync(file).size > largestFile) return unread(file, `is larger than ${largestFile} bytes`);
    return parseYaml(file, readFileSync(file, 'utf8'));
  } catch (error) {
    return unread(file, `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function unread(file: string, reason: string): YamlFile {
  const problem = (_path: Path, why: string) => ({ file, line: 1, column: 1, reason: why });
  return { file, value: undefined, problems: [problem([], reason)], problem };
}

function parseYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', merge: true, prettyErrors: false });
  const at = (offset: number, reason: string): CatalogProblem => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), reason };
  };
  const syntax = [...document.errors, ...document.warnings].map((error) => at(error.pos[0], error.message));
  const dangling = unresolvedAliases(document).map(({ offset, name }) => at(offset, `no anchor is named "${name}"`));
  const read =
    syntax.length + dangling.length > 0
      ? { problems: [...syntax, ...dangling] }
      : toPlain(document, (reason) => at(0, reason));
  return {
    file,
    value: undefined,
    ...read,
    problem: (path, reason, atKey = false) => at(offsetOf(document, path, atKey), reason),
  };
}

/**
 * The library finds them only while unfolding, and then without a place. To resolve one it walks the whole file, so
 * a file of nothing but aliases would take minutes: beyond a few hundred, unfolding refuses it anyway.
 */
function unresolvedAliases(document: Document.Parsed) {
  const found: { readonly offset: number; readonly name: string }[] = [];
  let seen = 0;
  visit(document, {
    Alias: (_, node) => {
      seen += 1;
      if (seen > mostAliases) return visit.BREAK;
      if (!node.resolve(document)) found.push({ offset: node.range?.[0] ?? 0, name: node.source });
      return undefined;
    },
  });
  return found;
}

function toPlain(document: Document.Parsed, at: (reason: string) => CatalogProblem) {
  try {
    return { value: document.toJS({ maxAliasCount: 50 }) as unknown, problems: [] };
  } catch (error) {
    return { problems: [at(error instanceof Error ? error.message : String(error))] };
  }
}

function offsetOf(document: Document.Parsed, path: Path, atKey: boolean): number {
  let offset = document.contents?.range[0] ?? 0;
  let node: unknown = document.contents;
  path.forEach((step, depth) => {
    const keyWanted = atKey && depth === path.length - 1;
    const next = childOf(document, node, step);
    offset = (keyWanted ? next?.key : undefined) ?? next?.offset ?? offset;
    node = next?.node;
  });
  return offset;
}

function childOf(document: Document.Parsed, parent: unknown, step: string | number) {
  const node = isAlias(parent) ? parent.resolve(document) : parent;
  if (isSeq<ParsedNode>(node)) {
    const item = node.items[Number(step)];
    return item && { node: item, key: item.range[0], offset: item.range[0] };
  }
  if (!isMap<ParsedNode, ParsedNode | null>(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
  if (!pair) return undefined;
  const key = pair.key.range[0];
  return { node: pair.value, key, offset: pair.value?.range[0] ?? key };
}
