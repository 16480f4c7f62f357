import { formatDate as dateInWords, witaDate, type Locale } from '@e-sewaka/contract';

const zone = 'Asia/Makassar';

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
