import { problem } from '../problems.js';

/** The ETag of a revision. */
export const revisionTag = (revision: number): string => `"r${revision}"`;

const weakless = (tag: string): string => tag.trim().replace(/^W\//, '');

/** Throws 428 without If-Match, and 412 when it names another revision. */
export function requireRevision(ifMatch: string | undefined, revision: number): void {
  if (ifMatch === undefined) throw problem('precondition_required');
  if (!ifMatch.split(',').some((tag) => weakless(tag) === revisionTag(revision))) {
    throw problem('precondition_failed', { headers: { etag: revisionTag(revision) } });
  }
}

/** Tells whether the client already holds what the ETag names. */
export const isHeld = (ifNoneMatch: string | undefined, etag: string | undefined): boolean =>
  ifNoneMatch !== undefined &&
  etag !== undefined &&
  ifNoneMatch.split(',').some((tag) => weakless(tag) === weakless(etag) || tag.trim() === '*');
