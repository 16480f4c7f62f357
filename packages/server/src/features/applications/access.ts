import { allowedActions, type Action, type Actor } from '@e-sewaka/contract';
import { problem } from '../../problems.js';
import type { Principal } from '../../principal.js';
import type { Mover } from './events.js';
import { statusOf, type ApplicationRow } from './row.js';
import type { Owner } from './store.js';

/** Whose applications a caller may read or change as applicant. @throws `unauthenticated` for guests, `forbidden` for officers. */
export function ownerOf(principal: Principal): Owner {
  switch (principal.kind) {
    case 'applicant':
      return { kind: 'application', id: principal.applicationId };
    case 'resident':
      return { kind: 'resident', ref: principal.residentRef };
    case 'machine':
      return { kind: 'machine', clientId: principal.clientId, office: principal.office };
    case 'officer':
      throw problem('forbidden');
    case 'guest':
      throw problem('unauthenticated');
  }
}

/** In which role a caller acts on an own application. */
function applicantActor(principal: Principal): Actor {
  return { role: principal.kind === 'machine' ? 'machine' : 'applicant' };
}

/** What a caller may do with an own application now. */
export function allowedTo(principal: Principal, row: Pick<ApplicationRow, 'status'>): Action[] {
  return allowedActions({ status: statusOf(row), actor: applicantActor(principal) });
}

/** How a caller's own move is recorded. */
export function applicantMover(principal: Principal): Mover {
  return principal.kind === 'machine' ? { role: 'machine', ref: principal.clientId } : { role: 'applicant' };
}
