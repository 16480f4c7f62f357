import { defineWords } from '../../internal/words.js';
import { words } from './id.js';

/** Words of the warning before a session ends. */
export const sessionWords = defineWords(words, { en: () => import('./en.js'), ban: () => import('./ban.js') });
export type { SessionKey } from './id.js';
