import type { Actor, Post } from '@e-sewaka/contract';
import { problem } from '../../problems.js';
import type { Principal } from '../../principal.js';
import type { Mover } from '../applications/events.js';

/** Somebody at a desk: an officer, or a program that acts for an office. */
export interface DeskUser {
  /** The office whose applications are seen; undefined sees every office. */
  readonly office: string | undefined;
  /** Under which name claims are held. */
  readonly accountId: string;
  readonly name: string;
  readonly post: Post | undefined;
  readonly mover: Mover;
}

/** Turns a caller into a desk user. @throws `forbidden` for anyone else, `unauthenticated` for guests */
export function deskUser(principal: Principal): DeskUser {
  switch (principal.kind) {
    case 'officer': {
      const { accountId, name, office, post } = principal;
      const mover: Mover = { role: 'officer', name, ref: accountId, post };
      return { office: office === 'kota' ? undefined : office, accountId, name, post, mover };
    }
    case 'machine': {
      const { clientId, office, post } = principal;
      const mover: Mover = { role: 'machine', name: clientId, ref: clientId, ...(post === undefined ? {} : { post }) };
      // A program without an office has no desk: it never sees more than somebody gave it.
      if (office === undefined) throw problem('forbidden');
      return { office: office === 'kota' ? undefined : office, accountId: `machine:${clientId}`, name: clientId, post, mover };
    }
    case 'guest':
      throw problem('unauthenticated');
    case 'applicant':
    case 'resident':
      throw problem('forbidden');
  }
}

/** In which role a desk user acts; the city reads every desk and acts at none. */
export function deskActor(user: DeskUser): Actor {
  return { role: 'officer', ...(user.office === undefined || user.post === undefined ? {} : { post: user.post }) };
}
