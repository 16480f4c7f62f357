import { defineWords } from '../../internal/words.js';
import { words } from './id.js';

/** Words of the number lookup. */
export const lookupWords = defineWords(words, { en: () => import('./en.js'), ban: () => import('./ban.js') });
export type { LookupKey } from './id.js';
