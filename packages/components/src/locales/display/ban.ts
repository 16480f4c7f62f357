import type { DisplayKey } from './id.js';

export const words: Readonly<Partial<Record<DisplayKey, string>>> = {
  language: 'Basa',
  language_set: 'Basa Bali sampun kaanggén.',
};
