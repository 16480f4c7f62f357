import type { FormKey } from './id.js';

export const words: Readonly<Partial<Record<FormKey, string>>> = {
  step_of: 'Tahap {now} saking {all}',
  start: 'Ngawit ngisinin',
  fee: 'Prabea',
  time: 'Galah',
  prepare: 'Cawisang dokumen puniki',
};
