/** Words of the service form that are needed from the start. */
export const words = {
  step_of: 'Langkah {now} dari {all}',
  start: 'Mulai mengisi',
  start_again: 'Mulai dari awal',
  fee: 'Biaya',
  time: 'Jangka waktu',
  time_days: 'Paling lama {days} hari kerja',
  time_same_day: 'Selesai di hari yang sama',
  result: 'Hasil',
  result_pickup: 'Surat diambil di kantor',
  result_download: 'Surat diunduh',
  filing_time: 'Mengisi formulir',
  filing_minutes: 'Sekitar {minutes} menit',
  prepare: 'Siapkan dokumen ini',
  prepare_hint: 'Centang yang sudah Anda pegang. Yang bertuliskan “Bila …” hanya perlu bila sesuai keadaan Anda. Centang ini tidak dikirim.',
  prepare_ready: '{ready} sudah siap',
  prepare_none: 'Tidak ada dokumen yang perlu dilampirkan.',
  if_any: 'Bila ada',
  local_extra: 'Syarat setempat',
  way_upload: 'Diunggah.',
  way_bring: 'Aslinya dibawa ke kantor.',
  way_both: 'Bisa diunggah, atau aslinya dibawa ke kantor.',
  counter_only: 'Layanan ini hanya dilayani di loket. Datanglah ke kantor dengan dokumen di bawah ini.',
  not_offered: 'Layanan ini tidak tersedia di desa atau kelurahan ini.',
  offline_keep: 'Anda boleh terus mengisi. Isian tersimpan di perangkat ini.',
} as const;

export type FormKey = keyof typeof words;
