import type { VerifyKey } from './id.js';

export const words: Readonly<Partial<Record<VerifyKey, string>>> = {
  number: 'Nomor',
  again: 'Cingak surat tiosan',
};
