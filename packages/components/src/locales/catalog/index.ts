import { defineWords } from '../../internal/words.js';
import { words } from './id.js';

/** Words of the service catalogue. */
export const catalogWords = defineWords(words, { en: () => import('./en.js'), ban: () => import('./ban.js') });
export type { CatalogKey } from './id.js';
