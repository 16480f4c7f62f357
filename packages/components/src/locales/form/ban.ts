import type { FormKey } from './id.js';

export const words: Readonly<Partial<Record<FormKey, string>>> = {
  step_of: 'Tahap {now} saking {all}',
  start: 'Ngawit ngisinin',
  fee: 'Prabea',
  time: 'Galah',
  prepare: 'Cawisang dokumen puniki',
  contact_title: 'Tata cara ngubungin Ragané',
  contact_phone: 'Nomor telepon',
  submit: 'Kirim pinunas',
  done_title: 'Pinunas sampun kakirim',
  done_track: 'Rereh pinunas',
  done_print: 'Citak',
  review_title: 'Cingak malih pasaur Ragané sadurung ngirim',
};
