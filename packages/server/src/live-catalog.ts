import { join } from 'node:path';
import { loadCatalog, type Catalog } from '@e-sewaka/catalog';
import type { Log } from './context.js';
import { followFolder } from './followed-folder.js';

/**
 * The catalogue with the village-own services of `<data folder>/services`, read again when a file there changes.
 * A broken village file is logged and left out; the shared services are never in danger.
 */
export function openCatalog(dataDirectory: string, log: Pick<Log, 'warn' | 'info'>): Catalog {
  const extra = join(dataDirectory, 'services');
  const fresh = followFolder<Catalog>(extra, (before) => {
    const loaded = loadCatalog({ extra, tolerant: true, proven: join(dataDirectory, 'cache', 'catalog.json') });
    for (const found of loaded.problems)
      log.warn({ file: found.file, line: found.line, reason: found.reason }, 'village service left out');
    if (before !== undefined) log.info({ services: loaded.list().length }, 'catalogue read again');
    return loaded;
  });

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
