import type { Locale, Text } from '@e-sewaka/contract';

/** The interface languages, in the order they are offered. */
export const locales: readonly Locale[] = ['id', 'en', 'ban'];

/** A text in one language; Balinese falls back to Indonesian. */
export function textIn(text: Text, locale: Locale): string {
  return text[locale] ?? text.id;
}

/** Reads a language tag such as `en-GB`; undefined when it is none of ours. */
export function parseLocale(tag: string | null | undefined): Locale | undefined {
  const language = tag?.toLowerCase().split('-')[0];
  return locales.find((locale) => locale === language);
}

/** Whole rupiah as people write it. */
export function formatRupiah(amount: number): string {
  return new Intl.NumberFormat('id-ID', { style: 'currency', currency: 'IDR', maximumFractionDigits: 0 }).format(amount);
}
