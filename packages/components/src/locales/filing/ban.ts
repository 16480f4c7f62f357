import type { FilingKey } from './id.js';

export const words: Readonly<Partial<Record<FilingKey, string>>> = {
  contact_title: 'Tata cara ngubungin Ragané',
  contact_phone: 'Nomor telepon',
  submit: 'Kirim pinunas',
  done_title: 'Pinunas sampun kakirim',
  done_track: 'Rereh pinunas',
  done_print: 'Citak',
  review_title: 'Cingak malih pasaur Ragané sadurung ngirim',
};
