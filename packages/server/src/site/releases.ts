import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isObject } from '../http/json.js';
import { places } from './places.js';

/** Folder of all releases of the widgets that this installation has ever served, each under its own name. */
export function releasesIn(dataDirectory: string): string {
  const folder = join(dataDirectory, 'cdn');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Folder of what pages that were opened before an update may still ask of `/cdn/v1/`: chunks, which carry their hash. */
export function evergreenIn(dataDirectory: string): string {
  const folder = join(releasesIn(dataDirectory), 'v1');
  mkdirSync(join(folder, 'chunks'), { recursive: true });
  return folder;
}

/**
 * Keeps the widgets of this build beside those of earlier ones, so that a page that names a release with its hash
 * works after the server has moved on. Returns the release's name; undefined where no widgets are built.
 */
export function keepRelease(dataDirectory: string, widgets: string = places.widgets): string | undefined {
  const release = nameOf(widgets);
  if (release === undefined) return undefined;
  cpSync(join(widgets, 'chunks'), join(evergreenIn(dataDirectory), 'chunks'), { recursive: true, force: false });
  const target = join(releasesIn(dataDirectory), release);
  if (existsSync(target)) return release;
  // Copied aside first: other processes on the same folder see all of it or nothing.
  const aside = `${target}.${process.pid}`;
  cpSync(widgets, aside, { recursive: true });
  try {
    renameSync(aside, target);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return release;
}

function nameOf(widgets: string): string | undefined {
  const file = join(widgets, 'manifest.json');
  if (!existsSync(file)) return undefined;
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const release = isObject(manifest) ? manifest['release'] : undefined;
  return typeof release === 'string' && /^\w[\w.-]*$/.test(release) ? release : undefined;
}
