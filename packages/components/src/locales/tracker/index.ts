import { defineWords } from '../../internal/words.js';
import { words } from './id.js';

/** Words of the status tracker. */
export const trackerWords = defineWords(words, { en: () => import('./en.js'), ban: () => import('./ban.js') });
export type { TrackerKey } from './id.js';
