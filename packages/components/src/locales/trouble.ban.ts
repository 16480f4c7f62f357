import type { TroubleKey } from './trouble.js';

export const words: Readonly<Partial<Record<TroubleKey, string>>> = {
  locked_title: 'Antosang jebos',
  failed_title: 'Wénten pikobet',
  retry: 'Coba malih',
};
