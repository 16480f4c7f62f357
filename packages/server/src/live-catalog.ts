import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalog, type Catalog } from '@e-sewaka/catalog';
import type { Log } from './context.js';

const lookEvery = 1_000;

/** Names, sizes and times of a folder's YAML files: changes when a file does. */
function fingerprint(directory: string): string {
  try {
    return readdirSync(directory)
      .filter((name) => /\.ya?ml$/.test(name))
      .map((name) => {
        const { size, mtimeMs } = statSync(join(directory, name));
        return `${name}:${size}:${mtimeMs}`;
      })
      .join('\n');
  } catch {
    return '';
  }
}

/**
 * The catalogue with the village-own services of `<data folder>/services`, read again when a file there changes.
 * A broken village file is logged and left out; the shared services are never in danger.
 */
export function openCatalog(dataDirectory: string, log: Pick<Log, 'warn' | 'info'>): Catalog {
  const extra = join(dataDirectory, 'services');
  let seen = fingerprint(extra);
  let lookedAt = performance.now();
  let current = load();

  function load(): Catalog {
    const loaded = loadCatalog({ extra, tolerant: true });
    for (const found of loaded.problems)
      log.warn({ file: found.file, line: found.line, reason: found.reason }, 'village service left out');
    return loaded;
  }

  function fresh(): Catalog {
    if (performance.now() - lookedAt < lookEvery) return current;
    lookedAt = performance.now();
    const now = fingerprint(extra);
    if (now === seen) return current;
    seen = now;
    current = load();
    log.info({ services: current.list().length }, 'catalogue read again');
    return current;
  }

  return {
    list: () => fresh().list(),
    get: (id) => fresh().get(id),
    get source() {
      return fresh().source;
    },
    get problems() {
      return fresh().problems;
    },
  };
}
