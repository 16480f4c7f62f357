import type { FieldKey } from './id.js';

export const words: Readonly<Partial<Record<FieldKey, string>>> = {
  day: 'Rahina',
  month: 'Sasih',
  year: 'Warsa',
  choose: 'Pilih…',
  yes: 'Inggih',
};
