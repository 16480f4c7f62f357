import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { App } from '../../context.js';
import { placesOf } from './places.js';

/** A clean file, ready to be sent. */
export interface CleanFile {
  readonly content: Readable;
  readonly mediaType: string;
  readonly name: string;
}

const endings: Readonly<Record<string, string>> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' };

/** Opens a file that belongs to this application. The name ends as its content demands, whatever it was sent as. */
export async function openClean(app: App, applicationId: string, uploadId: string): Promise<CleanFile | undefined> {
  const row = await app.db.read
    .selectFrom('application_files')
    .innerJoin('uploads', 'uploads.id', 'application_files.upload_id')
    .select(['uploads.id', 'uploads.name', 'uploads.media_type', 'uploads.state'])
    .where('application_files.application_id', '=', applicationId)
    .where('uploads.id', '=', uploadId)
    .executeTakeFirst();
  if (row === undefined || row.state !== 'clean' || row.media_type === null) return undefined;
  const path = join(placesOf(app).clean, row.id);
  if ((await stat(path).catch(() => undefined)) === undefined) return undefined;
  const stem = row.name.replace(/\.[A-Za-z0-9]{1,5}$/, '');
  return { content: createReadStream(path), mediaType: row.media_type, name: `${stem}.${endings[row.media_type] ?? 'bin'}` };
}

/** Throws the clean file of an upload away. */
export async function removeClean(app: Pick<App, 'config'>, uploadId: string): Promise<void> {
  await rm(join(placesOf(app).clean, uploadId), { force: true });
}
