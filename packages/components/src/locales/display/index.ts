import { defineWords } from '../../internal/words.js';
import { words } from './id.js';

/** Words of the language switcher and the display settings. */
export const displayWords = defineWords(words, { en: () => import('./en.js'), ban: () => import('./ban.js') });
export type { DisplayKey } from './id.js';
