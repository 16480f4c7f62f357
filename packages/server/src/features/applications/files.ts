import type { Tx } from '../../db/index.js';
import { problem } from '../../problems.js';
import type { SubmittedDocuments } from './row.js';
import { claimUploads, replaceFiles } from './store.js';

/** A file as a submission names it. */
export interface NamedFile {
  readonly uploadId: string;
  readonly requirementId: string;
  readonly position: number;
}

/** Lists the uploads that a submission names. */
export function namedFiles(documents: SubmittedDocuments | undefined): NamedFile[] {
  return Object.entries(documents ?? {}).flatMap(([requirementId, given]) =>
    given.way === 'upload' ? given.uploadIds.map((uploadId, position) => ({ uploadId, requirementId, position })) : [],
  );
}

/** Ties the named uploads to an application; whoever named one of them first keeps it. @throws `validation_failed` */
export async function attachFiles(tx: Tx, applicationId: string, documents: SubmittedDocuments | undefined, now: string): Promise<void> {
  const files = namedFiles(documents);
  const twice = files.find((file, at) => files.findIndex((other) => other.uploadId === file.uploadId) !== at);
  const taken = await claimUploads(tx, applicationId, files.map((file) => file.uploadId), now);
  const missing = twice ?? files.find((file) => !taken.has(file.uploadId));
  if (missing !== undefined) {
    const pointer = `/documents/${missing.requirementId}/uploadIds/${missing.position}`;
    throw problem('validation_failed', { errors: [{ pointer, code: 'document_not_ready' }] });
  }
  await replaceFiles(tx, applicationId, files);
}
