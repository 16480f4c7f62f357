import { witaDate } from '@e-sewaka/contract';
import type { components } from '@e-sewaka/contract';
import type { Signatory } from './issue.js';
import type { DocumentRow } from './store.js';

type Schemas = components['schemas'];

/** A letter as its holder and the desk see it. */
export function toDocument(row: DocumentRow): Schemas['Document'] {
  return {
    id: row.id,
    number: row.number,
    serviceId: row.service_id,
    title: row.title,
    subject: row.subject,
    villageCode: row.village_code,
    holderMaskedName: row.holder_masked_name,
    signatory: signatoryOf(row),
    issuedOn: row.issued_on,
    ...(row.valid_until === null ? {} : { validUntil: row.valid_until }),
    trust: row.trust,
    ...(row.revoked_at === null ? {} : { revoked: { at: row.revoked_at, reason: row.revoke_reason ?? '' } }),
    sha256: row.sha256,
  };
}

/** What anyone may know of a letter: enough to compare with the paper, and never an identifier. */
export function toVerification(row: DocumentRow | undefined, today: string): Schemas['Verification'] {
  if (row === undefined) return { result: 'not_found' };
  const signatory = signatoryOf(row);
  const expired = row.valid_until !== null && row.valid_until < today;
  return {
    result: row.revoked_at !== null ? 'revoked' : expired ? 'expired' : 'valid',
    document: {
      number: row.number,
      issuedOn: row.issued_on,
      subject: row.subject,
      maskedName: row.holder_masked_name,
      signatory,
      office: signatory.office,
      trust: row.trust,
      ...(row.valid_until === null ? {} : { validUntil: row.valid_until }),
      ...(row.revoked_at === null ? {} : { revokedOn: witaDate(row.revoked_at) }),
      sha256: row.sha256,
    },
  };
}

/** The entity tag of a letter: only a revocation changes it. */
export const documentTag = (row: DocumentRow): string => `"d${row.sha256.slice(0, 16)}${row.revoked_at === null ? '' : 'r'}"`;

/** The signatory as stored by `prepareLetter`. */
function signatoryOf(row: DocumentRow): Signatory {
  return JSON.parse(row.signatory) as Signatory;
}
