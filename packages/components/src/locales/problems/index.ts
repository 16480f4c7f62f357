import { defineWords } from '../../internal/words.js';
import { words } from './id.js';

/** Sentences for refused answers and documents. */
export const problemWords = defineWords(words, { en: () => import('./en.js'), ban: () => import('./ban.js') });
export type { ProblemKey } from './id.js';
