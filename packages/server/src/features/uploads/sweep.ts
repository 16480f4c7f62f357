import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from '../../context.js';
import { removeClean } from './files.js';
import { judge } from './judge.js';
import { placesOf } from './places.js';
import { deleteUnclaimed, knownUploads, listExpired } from './store.js';
import { readIncoming } from './tus.js';

const hoursKept = 24;
const atOnce = 200;

/** Throws away what nobody finished or claimed within a day, and judges files that a crash left unjudged. */
export async function sweepUploads(app: Pick<App, 'config' | 'db' | 'clock' | 'log'>): Promise<void> {
  const now = app.clock();
  for (const id of await listExpired(app.db.read, now.toISOString(), atOnce)) {
    if (await app.db.transaction((tx) => deleteUnclaimed(tx, id))) await removeClean(app, id);
  }
  const { incoming, clean } = placesOf(app);
  const old = now.getTime() - hoursKept * 3_600_000;
  for (const name of await readdir(incoming)) {
    const id = name.replace(/\.json$/, '');
    if (await isOlder(join(incoming, name), old)) await rm(join(incoming, name), { force: true });
    else if (name === id) await judgeIfWhole(app, id);
  }
  const names = await readdir(clean);
  const known = await knownUploads(app.db.read, names);
  for (const name of names) {
    if (!known.has(name) && (await isOlder(join(clean, name), old))) await rm(join(clean, name), { force: true });
  }
}

async function judgeIfWhole(app: Pick<App, 'config' | 'db' | 'clock' | 'log'>, id: string): Promise<void> {
  const found = await readIncoming(app, id);
  if (found === undefined || found.received !== found.size) return;
  await judge(app, found).catch((error: unknown) => app.log.warn({ uploadId: id, reason: error instanceof Error ? error.message : '' }, 'upload not judged'));
}

async function isOlder(path: string, than: number): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && found.mtimeMs < than;
}
