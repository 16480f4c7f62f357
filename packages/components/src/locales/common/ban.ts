import type { CommonKey } from './id.js';

export const words: Readonly<Partial<Record<CommonKey, string>>> = {
  error_prefix: 'Kaiwangan:',
  error_summary: 'Wénten pikobet',
  optional: '(dados kosong)',
  back: 'Mawali',
  next: 'Lanturang',
  change: 'Uah',
  close: 'Tutup',
  cancel: 'Wangdé',
  search: 'Rereh',
  retry: 'Coba malih',
  yes: 'Inggih',
  no: 'Nénten',
  not_filled: 'Nénten kadagingin',
  loading: 'Antosang jebos…',
};
