import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Service } from '@e-sewaka/contract';

/** A service with the name of its file. */
export interface ProvenService {
  readonly service: Service;
  readonly name: string;
}

const relevant = /\.(ya?ml|json|js|ts)$/;

/** One hash over names and contents of everything below these places: it changes when any of it does. */
export function keyOf(places: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  const visit = (folder: string): void => {
    if (!existsSync(folder)) return;
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (relevant.test(entry.name)) hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
    }
  };
  for (const place of places) visit(place);
  return hash.digest('hex');
}

/** Services that were checked under this key before; undefined when there is no such record, or none that can be read. */
export function readProven(file: string, key: string): readonly ProvenService[] | undefined {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as { key?: unknown; services?: unknown };
    return kept.key === key && Array.isArray(kept.services) ? (kept.services as readonly ProvenService[]) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps checked services; a folder that cannot be written to only costs time at the next start. */
export function keepProven(file: string, key: string, services: readonly ProvenService[]): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const part = `${file}.${process.pid}.part`;
    writeFileSync(part, JSON.stringify({ key, services }), { mode: 0o600 });
    renameSync(part, file);
  } catch {
    return;
  }
}
