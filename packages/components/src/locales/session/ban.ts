import type { SessionKey } from './id.js';

export const words: Readonly<Partial<Record<SessionKey, string>>> = {
  sign_out: 'Medal log',
};
