import type { Failure } from '../../internal/failure.js';

/** The uploads of which the server says that it has them no longer: the requirement, and which of its files. */
export function expiredUploads(failure: Failure): { readonly requirementId: string; readonly position: number }[] {
  return failure.issues.flatMap(({ pointer, code }) => {
    const [, part, requirementId = '', , position] = pointer.split('/');
    return part === 'documents' && code === 'document_not_ready' && position !== undefined ? [{ requirementId, position: Number(position) }] : [];
  });
}
