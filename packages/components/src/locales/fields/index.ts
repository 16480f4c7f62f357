import { defineWords } from '../../internal/words.js';
import { words } from './id.js';

/** Words inside fields. */
export const fieldWords = defineWords(words, { en: () => import('./en.js'), ban: () => import('./ban.js') });
export type { FieldKey } from './id.js';
