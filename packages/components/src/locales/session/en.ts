import type { SessionKey } from './id.js';

export const words: Readonly<Record<SessionKey, string>> = {
  title: 'You are about to be signed out',
  in_2_minutes: 'The session ends in about 2 minutes.',
  in_1_minute: 'The session ends in 1 minute.',
  in_20_seconds: 'The session ends in 20 seconds.',
  about: 'To protect residents’ data, a session that is not used closes by itself.',
  about_last: 'A session lasts eight hours at most. Sign in again to go on; what you are writing is kept in this tab.',
  extend: 'Go on working',
  again: 'Sign in again now',
  extended: 'The session goes on.',
  sign_out: 'Sign out',
};
