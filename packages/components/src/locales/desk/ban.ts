import type { DeskKey } from './id.js';

export const words: Readonly<Partial<Record<DeskKey, string>>> = {
  sign_in: 'Manjing log',
  sign_out: 'Medal log',
  print: 'Citak',
};
