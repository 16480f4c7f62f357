import { defineWords } from '../../internal/words.js';
import { words } from './id.js';

/** Names of statuses, events, roles and posts, shared by tracker and desk. */
export const statusWords = defineWords(words, { en: () => import('./en.js'), ban: () => import('./ban.js') });
export type { StatusKey } from './id.js';
