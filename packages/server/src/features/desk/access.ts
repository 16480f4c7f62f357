import { allowedActions, banjarKey, type Action, type Post, type Status, type VouchState } from '@e-sewaka/contract';
import { problem } from '../../problems.js';
import type { Principal } from '../../principal.js';
import type { Mover } from '../applications/events.js';
import type { DocumentReader } from '../documents/store.js';

/** Which applications somebody at a desk may see: part of every query, so that what lies beyond is as if absent. */
export interface Reach {
  /** The office whose applications are seen; undefined sees every office. */
  readonly office: string | undefined;
  /** Of a Kadus: the one banjar of it. */
  readonly banjarKey?: string;
}

/** Somebody at a desk: an officer, or a program that acts for offices. */
export interface DeskUser extends Reach {
  /** Under which name claims are held. */
  readonly accountId: string;
  readonly name: string;
  /** As which posts the user may act; none for those who only look on. */
  readonly posts: readonly Post[];
  readonly mover: Mover;
}

const deciders: readonly Post[] = ['operator', 'secretary', 'head'];
const city = 'kota';

/** Turns a caller into a desk user. @throws `forbidden` for residents, `unauthenticated` for guests */
export function deskUser(principal: Principal): DeskUser {
  switch (principal.kind) {
    case 'officer': {
      const { accountId, name, office, post, banjar } = principal;
      const mover: Mover = { role: 'officer', name, ref: accountId, post };
      const own = post === 'kadus' ? { banjarKey: banjarKey(banjar ?? '') } : {};
      return { ...reach(office, post), ...own, accountId, name, mover };
    }
    case 'machine': {
      const { clientId, office, post } = principal;
      // An outside issuer may say what it likes: a Kadus is a person who knows his people.
      if (post === 'kadus') throw problem('forbidden');
      const mover: Mover = { role: 'machine', name: clientId, ref: clientId, ...(post === undefined ? {} : { post }) };
      return { ...reach(office, post), accountId: `machine:${clientId}`, name: clientId, mover };
    }
    case 'guest':
      throw problem('unauthenticated');
    case 'applicant':
    case 'resident':
      throw problem('forbidden');
  }
}

/** What a desk user may do with an application in this status, as the Kadus's check stands. */
export function allowedAtDesk(user: DeskUser, status: Status, vouching: VouchState | undefined): Action[] {
  return [...new Set(user.posts.flatMap((post) => allowedActions({ status, actor: { role: 'officer', post }, vouching })))];
}

/** Which letters somebody at a desk may see: those of the applications within reach. */
export const lettersOf = ({ office, banjarKey }: Reach): DocumentReader =>
  office === undefined ? { kind: 'city' } : { kind: 'office', office, ...(banjarKey === undefined ? {} : { banjarKey }) };

/** Whether a desk user is, or acts as, the head of the office. */
export const isHead = (user: DeskUser): boolean => user.posts.includes('head');

/** Whether a desk user works on applications at all. */
export const decides = (user: DeskUser): boolean => user.posts.some((post) => deciders.includes(post));

/** The city looks at every desk and acts at none; a claim of office or post narrows a program, their absence does not. */
function reach(office: string | undefined, post: Post | undefined): Pick<DeskUser, 'office' | 'posts'> {
  if (office === city) return { office: undefined, posts: [] };
  return { office, posts: post === undefined ? deciders : [post] };
}
