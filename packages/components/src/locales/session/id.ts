/** Words of the warning before a session ends. */
export const words = {
  title: 'Anda akan keluar dari meja petugas',
  in_2_minutes: 'Sesi berakhir dalam sekitar 2 menit.',
  in_1_minute: 'Sesi berakhir dalam 1 menit.',
  in_20_seconds: 'Sesi berakhir dalam 20 detik.',
  about: 'Demi keamanan data warga, sesi yang tidak dipakai ditutup sendiri.',
  about_last: 'Satu sesi paling lama delapan jam. Masuk lagi untuk melanjutkan; yang sedang Anda tulis disimpan di tab ini.',
  extend: 'Lanjutkan bekerja',
  again: 'Masuk lagi sekarang',
  extended: 'Sesi dilanjutkan.',
  sign_out: 'Keluar',
} as const;

export type SessionKey = keyof typeof words;
