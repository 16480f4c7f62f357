import type { CatalogKey } from './id.js';

export const words: Readonly<Partial<Record<CatalogKey, string>>> = {
  search: 'Napi sané pacang uruh Ragané?',
  start: 'Kirim pinunas',
  fee: 'Prabea',
  time: 'Galah',
};
