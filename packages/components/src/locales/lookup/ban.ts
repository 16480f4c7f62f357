import type { LookupKey } from './id.js';

export const words: Readonly<Partial<Record<LookupKey, string>>> = {
  incomplete: 'Durung jangkep',
  male: 'Lanang',
  female: 'Istri',
  code_title: 'Dagingin kode',
  code_again: 'Kawitin malih',
};
