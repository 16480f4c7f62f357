import { isFinal, type Action } from '@e-sewaka/contract';
import type { components } from '@e-sewaka/contract';
import { nested, statusOf, type ApplicationRow } from './row.js';

type Schemas = components['schemas'];

/** An application as the contract shows it, to somebody who may see all of it. */
export function toApplication(row: ApplicationRow, allowedActions: Action[]): Schemas['Application'] {
  const status = statusOf(row);
  const correction = nested.correction(row);
  const rejection = nested.rejection(row);
  const letter = toLetter(row);
  return {
    id: row.id,
    serviceId: row.service_id,
    serviceVersion: row.service_version,
    villageCode: row.village_code,
    office: row.office,
    status,
    revision: row.revision,
    submittedAt: row.submitted_at,
    updatedAt: row.updated_at,
    ...(isFinal(status) ? {} : { dueOn: row.due_on }),
    answers: nested.answers(row),
    documents: nested.documents(row),
    contact: nested.contact(row),
    ...(status === 'incomplete' && correction !== undefined ? { correction } : {}),
    ...(letter === undefined ? {} : { letter }),
    ...(rejection === undefined ? {} : { rejection }),
    allowedActions,
  };
}

/** The issued letter, as long as the row was read together with it. */
export function toLetter(row: ApplicationRow): Schemas['IssuedLetter'] | undefined {
  if (row.document_id === null || row.letter_number === null || typeof row.letter_issued_on !== 'string') return undefined;
  return {
    documentId: row.document_id,
    number: row.letter_number,
    issuedOn: row.letter_issued_on,
    ...(typeof row.letter_valid_until === 'string' ? { validUntil: row.letter_valid_until } : {}),
  };
}

/** The entity tag of a revision. */
export const etagOf = (revision: number): string => `"r${revision}"`;
