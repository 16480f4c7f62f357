import type { ProblemKey } from './id.js';

export const words: Readonly<Partial<Record<ProblemKey, string>>> = {
  required: 'Durus dagingin {label}',
  required_choice: 'Durus pilih {label}',
  document_required: 'Durus unggah {label}',
};
