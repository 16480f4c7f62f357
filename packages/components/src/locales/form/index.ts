import { defineWords } from '../../internal/words.js';
import { words } from './id.js';

/** Words of the service form that are needed from the start. */
export const formWords = defineWords(words, { en: () => import('./en.js'), ban: () => import('./ban.js') });
export type { FormKey } from './id.js';
