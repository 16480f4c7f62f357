import { defineWords } from '../../internal/words.js';
import { words } from './id.js';

/** Words every widget may need. */
export const commonWords = defineWords(words, { en: () => import('./en.js'), ban: () => import('./ban.js') });
export type { CommonKey } from './id.js';
