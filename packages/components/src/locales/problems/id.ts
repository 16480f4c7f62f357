import type { AnswerProblemCode } from '@e-sewaka/contract';

/** Codes with a sentence of their own for some field types. */
type Special =
  | 'required_choice'
  | 'required_some'
  | 'required_confirm'
  | 'required_part'
  | 'required_question'
  | 'format_name'
  | 'date_year'
  | 'format_nik'
  | 'format_kk'
  | 'format_npwp'
  | 'format_nib'
  | 'format_phone'
  | 'format_email'
  | 'format_date'
  | 'format_time'
  | 'format_number'
  | 'format_postal_code'
  | 'document_upload'
  | 'document_pending'
  | 'generic';

export type ProblemKey = AnswerProblemCode | Special;

/** What is wrong and what to do about it; `{label}` is the field's own label. */
export const words: Readonly<Record<ProblemKey, string>> = {
  required: 'Isi {label}',
  required_choice: 'Pilih {label}',
  required_some: 'Pilih paling sedikit satu untuk {label}',
  required_confirm: 'Centang pernyataan ini untuk melanjutkan',
  required_part: 'Lengkapi {label}: {part} belum diisi',
  required_question: 'Jawab {label}',
  not_asked: '{Label} tidak perlu diisi untuk jawaban Anda yang lain',
  unknown_field: '{Label} tidak dikenal; muat ulang halaman lalu coba lagi',
  wrong_type: 'Isi {label} dengan benar',
  wrong_format: 'Periksa penulisan {label}',
  format_name: 'Tulis {label} dengan huruf, seperti di KTP',
  format_nik: '{Label} harus 16 angka, seperti tertulis di KTP',
  format_kk: '{Label} harus 16 angka, seperti tertulis di bagian atas kartu keluarga',
  format_npwp: '{Label} harus 15 atau 16 angka',
  format_nib: '{Label} harus 13 angka',
  format_phone: 'Isi {label} dengan nomor Indonesia, misalnya 0812 3456 7890',
  format_email: 'Isi {label} dengan alamat lengkap, misalnya nama@contoh.id',
  format_date: 'Isi {label} dengan tanggal, bulan dan tahun, misalnya 17 8 1990',
  format_time: 'Isi {label} dengan jam dan menit, misalnya 09.30',
  format_number: 'Isi {label} dengan angka saja',
  format_postal_code: 'Kode pos harus 5 angka',
  date_year: 'Periksa tahun {label}: tulis 4 angka, misalnya 1990',
  too_short: '{Label} terlalu pendek: tulis paling sedikit {min} huruf',
  too_long: '{Label} terlalu panjang: paling banyak {max} huruf',
  too_small: '{Label} paling sedikit {min}',
  too_large: '{Label} paling banyak {max}',
  not_an_option: 'Pilih {label} dari daftar yang tersedia',
  repeated: 'Pilih setiap jawaban {label} satu kali saja',
  exclusive_option: 'Pilih jawaban yang sesuai, atau hanya pilihan terakhir, untuk {label}',
  impossible_date: 'Periksa {label}: tanggal itu tidak ada di kalender',
  date_too_early: '{Label} paling awal {min}',
  date_too_late: '{Label} paling akhir {max}',
  impossible_identifier: 'Periksa lagi {label}: nomor seperti itu tidak mungkin ada',
  same_as_nik: '{Label} sama dengan NIK; isi nomor kartu keluarga, bukan NIK',
  same_as_other: '{Label} sama dengan nomor lain di formulir ini; isi nomor orang yang berbeda',
  unknown_village: 'Pilih {label} dari 43 desa dan kelurahan di Denpasar',
  document_required: 'Lampirkan {label}',
  document_upload: 'Unggah {label}, atau pilih membawa aslinya',
  document_not_asked: '{Label} tidak diperlukan untuk jawaban Anda',
  document_way_not_accepted: 'Pilih cara lain untuk menyerahkan {label}',
  document_not_ready: '{Label} belum selesai diunggah; unggah lagi',
  document_pending: 'Tunggu sampai {label} selesai diunggah',
  too_many_files: '{Label} paling banyak {max} berkas',
  generic: 'Periksa lagi {label}',
};
