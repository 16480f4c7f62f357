import { defineWords } from '../../internal/words.js';
import { words } from './id.js';

/** Words of the letter verification. */
export const verifyWords = defineWords(words, { en: () => import('./en.js'), ban: () => import('./ban.js') });
export type { VerifyKey } from './id.js';
