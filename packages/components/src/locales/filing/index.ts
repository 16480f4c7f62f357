import { defineWords } from '../../internal/words.js';
import { words } from './id.js';

/** Words of the service form that are needed after the first answer. */
export const filingWords = defineWords(words, { en: () => import('./en.js'), ban: () => import('./ban.js') });
export type { FilingKey } from './id.js';
