import type { App } from '../context.js';
import type { Tx } from '../db/index.js';
import { removeClean } from '../features/uploads/files.js';
import { sweepUploads } from '../features/uploads/sweep.js';

const atOnce = 50;
const auditYears = 5;
const everyMilliseconds = 60 * 60_000;

/** Keeps nothing longer than it may be kept: applications past their retention, audit entries, uploads that nobody claimed. */
export async function tidy(app: Pick<App, 'config' | 'db' | 'clock' | 'log'>): Promise<void> {
  const due = await app.db.read
    .selectFrom('applications')
    .select('id')
    .where('purge_after', '<', app.clock().toISOString())
    .limit(atOnce)
    .execute();
  for (const { id } of due) {
    const uploads = await app.db.transaction((tx) => purge(tx, id));
    for (const upload of uploads) await removeClean(app, upload);
  }
  const long = new Date(app.clock());
  long.setUTCFullYear(long.getUTCFullYear() - auditYears);
  await app.db.transaction((tx) => tx.deleteFrom('audit').where('at', '<', long.toISOString()).execute());
  await sweepUploads(app);
}

/** Tidies now and then; returns the way to stop. */
export function startTidying(app: App): () => void {
  const run = (): void =>
    void tidy(app).catch((error: unknown) => app.log.warn({ reason: error instanceof Error ? error.message : 'unknown' }, 'tidying failed'));
  const timer = setInterval(run, everyMilliseconds);
  timer.unref();
  setImmediate(run);
  return () => clearInterval(timer);
}

/**
 * Erases an application. Where a letter was issued, its entry in the register stays (number, date, masked name), so
 * that the paper can still be verified; names, answers and the PDF go.
 */
async function purge(tx: Tx, id: string): Promise<string[]> {
  const uploads = await tx.selectFrom('uploads').select('id').where('application_id', '=', id).execute();
  await tx.deleteFrom('application_files').where('application_id', '=', id).execute();
  await tx.deleteFrom('uploads').where('application_id', '=', id).execute();
  const letter = await tx.selectFrom('documents').select('id').where('application_id', '=', id).executeTakeFirst();
  if (letter === undefined) await tx.deleteFrom('applications').where('id', '=', id).execute();
  else await strip(tx, id);
  return uploads.map((upload) => upload.id);
}

async function strip(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('applications')
    .set({
      answers: '{}',
      documents: '{}',
      contact: '{"phone":""}',
      declaration: '{}',
      correction: null,
      rejection: null,
      applicant_name: '',
      applicant_nik_hash: null,
      resident_ref: null,
      tracking_hash: null,
      factor_hash: null,
      draft_key: null,
      purge_after: null,
    })
    .where('id', '=', id)
    .execute();
  await tx.updateTable('application_events').set({ note: null, fields: null, actor_name: null }).where('application_id', '=', id).execute();
  await tx.updateTable('documents').set({ holder_name: '', content: new Uint8Array() }).where('application_id', '=', id).execute();
}
