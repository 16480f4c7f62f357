import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cleanLine } from '@e-sewaka/contract';
import type { App } from '../../context.js';
import type { UploadsTable } from '../../db/index.js';
import { inspect, sha256, writeWhole, type Inspection } from './inspect.js';
import { placesOf } from './places.js';
import { insertUpload } from './store.js';

/** A file that has arrived whole. */
export interface Arrived {
  readonly id: string;
  readonly size: number;
  readonly name: string;
  readonly declaredType: string | undefined;
}

const hoursUnclaimed = 24;
const atOnce = 2;
const underWay = new Map<string, Promise<void>>();
const waiting: (() => void)[] = [];
let working = 0;

/**
 * Judges an arrived file: clean bytes are written whole, then the record is made, then the raw file goes. Whatever
 * stops it in between, there is never a record without a whole file, and it can be done again.
 */
export function judge(app: Pick<App, 'config' | 'db' | 'clock' | 'log'>, arrived: Arrived): Promise<void> {
  const running = underWay.get(arrived.id);
  if (running !== undefined) return running;
  const begun = judgeOnce(app, arrived).finally(() => underWay.delete(arrived.id));
  underWay.set(arrived.id, begun);
  return begun;
}

async function judgeOnce(app: Pick<App, 'config' | 'db' | 'clock' | 'log'>, arrived: Arrived): Promise<void> {
  const places = placesOf(app);
  const raw = join(places.incoming, arrived.id);
  const found = await inTurn(() => inspect(raw, app.config.uploadLimit));
  if ('clean' in found) await writeWhole(join(places.clean, arrived.id), found.clean);
  await app.db.transaction((tx) => insertUpload(tx, toRow(arrived, found, app.clock())));
  if ('refusal' in found) app.log.info({ uploadId: arrived.id, refusal: found.refusal }, 'upload refused');
  await Promise.all([rm(raw, { force: true }), rm(`${raw}.json`, { force: true })]);
}


/** Images take memory: only a few are drawn at once. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  while (working >= atOnce) await new Promise<void>((resume) => waiting.push(resume));
  working += 1;
  try {
    return await work();
  } finally {
    working -= 1;
    waiting.shift()?.();
  }
}

function toRow(arrived: Arrived, found: Inspection, now: Date): UploadsTable {
  const clean = 'clean' in found ? found : undefined;
  return {
    id: arrived.id,
    name: cleanLine(arrived.name).replace(/[\\/]/g, '_').slice(0, 255) || 'berkas',
    declared_type: arrived.declaredType === undefined ? null : cleanLine(arrived.declaredType).slice(0, 100),
    media_type: clean?.mediaType ?? null,
    size: arrived.size,
    sha256: clean === undefined ? null : sha256(clean.clean),
    path: clean === undefined ? null : `uploads/clean/${arrived.id}`,
    state: clean === undefined ? 'refused' : 'clean',
    refusal: 'refusal' in found ? found.refusal : null,
    application_id: null,
    created_by: 'guest',
    created_at: now.toISOString(),
    updated_at: now.toISOString(),
    expires_at: new Date(now.getTime() + hoursUnclaimed * 3_600_000).toISOString(),
  };
}
