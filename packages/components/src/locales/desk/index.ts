import { defineWords } from '../../internal/words.js';
import { words } from './id.js';

/** Words of the officer desk. */
export const deskWords = defineWords(words, { en: () => import('./en.js'), ban: () => import('./ban.js') });
export type { DeskKey } from './id.js';
