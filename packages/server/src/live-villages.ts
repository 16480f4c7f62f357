import { join } from 'node:path';
import { loadVillages, type Village } from '@e-sewaka/catalog';
import type { Log } from './context.js';
import { followFolder } from './followed-folder.js';

/** The village offices as they are now. */
export interface Villages {
  /** A new list whenever a profile changed, else the same one. */
  list(): readonly Village[];
  /** A village of Denpasar by its code. */
  find(code: string): Village | undefined;
}

/**
 * The villages with their own profiles from `<data folder>/villages`, read again when a file there changes. A profile
 * that breaks is logged, and the village keeps what it had.
 */
export function openVillages(dataDirectory: string, log: Pick<Log, 'warn' | 'info'>): Villages {
  const folder = join(dataDirectory, 'villages');
  const fresh = followFolder<ReadonlyMap<string, Village>>(folder, (before) => {
    const { villages, problems } = loadVillages(folder);
    for (const { file, line, reason } of problems) log.warn({ file, line, reason }, 'village profile not used');
    if (before !== undefined) log.info({ own: villages.filter(({ sample }) => !sample).length }, 'village profiles read again');
    const broken = (code: string): boolean => problems.some(({ file }) => file.includes(code));
    return new Map(villages.map((village) => [village.code, (broken(village.code) ? before?.get(village.code) : undefined) ?? village]));
  });
  const lists = new WeakMap<ReadonlyMap<string, Village>, readonly Village[]>();
  return {
    list() {
      const now = fresh();
      const list = lists.get(now) ?? [...now.values()];
      lists.set(now, list);
      return list;
    },
    find: (code) => fresh().get(code),
  };
}
