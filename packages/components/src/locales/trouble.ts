import { defineWords } from '../internal/words.js';

const id = {
  offline_title: 'Tidak ada koneksi',
  offline: 'Perangkat ini sedang tidak tersambung ke internet, atau layanan tidak terjangkau. Yang sudah tampil tetap tersimpan di layar.',
  slow_title: 'Jawaban lama datang',
  slow: 'Sambungan sedang lambat. Silakan coba lagi sebentar lagi.',
  locked_title: 'Mohon tunggu sebentar',
  locked: 'Sudah terlalu banyak percobaan. Ini untuk melindungi data Anda, bukan karena Anda berbuat salah.',
  locked_until: 'Silakan coba lagi setelah pukul {time} WITA.',
  not_found_title: 'Tidak ditemukan',
  not_found: 'Yang Anda cari tidak ditemukan.',
  signed_out_title: 'Sesi sudah berakhir',
  signed_out: 'Demi keamanan, silakan masuk lagi.',
  forbidden_title: 'Tidak diizinkan',
  forbidden: 'Akun ini tidak berwenang untuk tindakan tersebut.',
  changed_title: 'Ada perubahan lebih baru',
  changed: 'Data sudah berubah sejak terakhir dibuka. Versi terbaru sudah dimuat; periksa kembali lalu ulangi bila perlu.',
  refused_title: 'Belum dapat diterima',
  refused: 'Ada isian yang belum sesuai.',
  failed_title: 'Ada gangguan',
  failed: 'Layanan sedang terganggu. Silakan coba lagi sebentar lagi.',
  phone: 'Atau telepon kantor: {phone}.',
  request_id: 'Nomor gangguan: {id}',
  retry: 'Coba lagi',
} as const;

export type TroubleKey = keyof typeof id;

/** Words for what can go wrong with any call. */
export const troubleWords = defineWords<TroubleKey>(id, {
  en: () => import('./trouble.en.js'),
  ban: () => import('./trouble.ban.js'),
});
