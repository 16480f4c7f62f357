import { isStatus, type Answers, type Status } from '@e-sewaka/contract';
import type { components } from '@e-sewaka/contract';
import type { ApplicationsTable } from '../../db/index.js';

type Schemas = components['schemas'];

/** A stored application, and the letter's dates where it was read together with its letter. */
export type ApplicationRow = ApplicationsTable & {
  readonly letter_issued_on?: string | null;
  readonly letter_valid_until?: string | null;
};

/** The documents of a submission, by requirement. */
export type SubmittedDocuments = Schemas['SubmittedDocuments'];
/** How the applicant is reached. */
export type Contact = Schemas['Contact'];

/** Narrows the stored status. */
export function statusOf(row: Pick<ApplicationsTable, 'status'>): Status {
  if (!isStatus(row.status)) throw new Error(`a stored status is unknown: ${row.status}`);
  return row.status;
}

/** What was written by this server and checked before: the shape is known, the compiler cannot know it. */
function stored<T>(text: string): T {
  return JSON.parse(text) as T;
}

/** Reads the nested columns of an application. */
export const nested = {
  answers: (row: ApplicationsTable): Answers => stored<Answers>(row.answers),
  documents: (row: ApplicationsTable): SubmittedDocuments => stored<SubmittedDocuments>(row.documents),
  contact: (row: ApplicationsTable): Contact => stored<Contact>(row.contact),
  correction: (row: ApplicationsTable): Schemas['Correction'] | undefined =>
    row.correction === null ? undefined : stored<Schemas['Correction']>(row.correction),
  rejection: (row: ApplicationsTable): { reason: string } | undefined =>
    row.rejection === null ? undefined : stored<{ reason: string }>(row.rejection),
};
