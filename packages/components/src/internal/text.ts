import type { Locale, Text } from '@e-sewaka/contract';

/** The interface languages, in the order they are offered. */
export const locales: readonly Locale[] = ['id', 'en', 'ban'];

/** Reads a language tag such as `en-GB`; undefined when it is none of ours. */
export function parseLocale(tag: string | null | undefined): Locale | undefined {
  const language = tag?.toLowerCase().split('-')[0];
  return locales.find((locale) => locale === language);
}

/** A text in one language; Balinese falls back to Indonesian. */
export function localText(text: Text, locale: Locale): string {
  return text[locale] ?? text.id;
}

/** Fits a label into the middle of a sentence: lower first letter unless it is an acronym; questions are quoted. */
export function inSentence(label: string): string {
  if (label.endsWith('?')) return `“${label}”`;
  const second = label.charAt(1);
  return second === second.toLowerCase() && second !== ' ' ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

const balineseDays = ['Redité', 'Soma', 'Anggara', 'Buda', 'Wraspati', 'Sukra', 'Saniscara'];
const balineseMonths = [
  'Januari',
  'Pébruari',
  'Maret',
  'April',
  'Méi',
  'Juni',
  'Juli',
  'Agustus',
  'Séptémber',
  'Oktober',
  'Nopémber',
  'Désémber',
];
const tags = { id: 'id-ID', en: 'en-GB' } as const;
const zone = 'Asia/Makassar';

/** A calendar date `YYYY-MM-DD` in words, with its weekday when asked for. `Intl` has no Balinese, so that one is made by hand. */
export function formatDate(date: string, locale: Locale, weekday = false): string {
  const at = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return date;
  if (locale === 'ban') {
    const plain = `${at.getUTCDate()} ${balineseMonths[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
    return weekday ? `${balineseDays[at.getUTCDay()]}, ${plain}` : plain;
  }
  return new Intl.DateTimeFormat(tags[locale], {
    timeZone: 'UTC',
    dateStyle: weekday ? 'full' : 'long',
  }).format(at);
}

/** An instant as date and time of Bali. */
export function formatDateTime(instant: string, locale: Locale): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at);
  const time = new Intl.DateTimeFormat(tags[locale === 'en' ? 'en' : 'id'], {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(at);
  return `${formatDate(date, locale)} ${time} WITA`;
}

/** Whole rupiah as people write it. */
export function formatRupiah(amount: number): string {
  return new Intl.NumberFormat('id-ID', { style: 'currency', currency: 'IDR', maximumFractionDigits: 0 }).format(amount);
}
