/** Words of the language switcher and the display settings. */
export const words = {
  language: 'Bahasa',
  language_set: 'Bahasa Indonesia dipakai.',
  display: 'Tampilan',
  scheme: 'Warna',
  scheme_page: 'Ikuti situs ini',
  scheme_light: 'Terang',
  scheme_dark: 'Gelap',
  contrast: 'Kontras',
  contrast_normal: 'Biasa',
  contrast_more: 'Lebih tegas',
  text: 'Ukuran huruf',
  text_normal: 'Biasa',
  text_large: 'Besar',
  text_larger: 'Lebih besar',
  kept: 'Pilihan ini disimpan di perangkat ini saja.',
} as const;

export type DisplayKey = keyof typeof words;
