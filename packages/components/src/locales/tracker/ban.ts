import type { TrackerKey } from './id.js';

export const words: Readonly<Partial<Record<TrackerKey, string>>> = {
  open: 'Cingak status',
  withdraw_no: 'Nénten, lanturang',
  refresh: 'Anyarin',
  monday: 'Soma',
  tuesday: 'Anggara',
  wednesday: 'Buda',
  thursday: 'Wraspati',
  friday: 'Sukra',
  saturday: 'Saniscara',
  sunday: 'Redité',
};
