import { formatDate as dateInWords, formatMoney, toLocale, witaDate, type Locale } from '@e-sewaka/contract';

export { locales, textIn, textIn as localText } from '@e-sewaka/contract';

const zone = 'Asia/Makassar';

/** Reads a language tag such as `en-GB`; undefined when it is none of ours. */
export function parseLocale(tag: string | null | undefined): Locale | undefined {
  return tag ? toLocale(tag) : undefined;
}

/** Fits a label into the middle of a sentence: lower first letter, unless it is an acronym or a name in capitals; questions are quoted. */
export function inSentence(label: string): string {
  if (label.endsWith('?')) return `“${label}”`;
  const words = label.split(' ');
  const isName = words.length > 1 && words.every((word) => word.charAt(0) !== word.charAt(0).toLowerCase());
  const second = label.charAt(1);
  return !isName && second === second.toLowerCase() && second !== ' ' ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** A calendar date `YYYY-MM-DD` in words, with its weekday when asked for; anything else as it is. */
export function formatDate(date: string, locale: Locale, weekday = false): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? dateInWords(date, locale, { weekday }) : date;
}

/** An instant as date and time of Bali. */
export function formatDateTime(instant: string, locale: Locale): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at);
  return `${formatDate(witaDate(at), locale)} ${locale === 'en' ? time : time.replace(':', '.')} WITA`;
}

/** Whole rupiah as people write it. */
export function formatRupiah(amount: number, locale: Locale = 'id'): string {
  return formatMoney(amount, locale);
}
