import type { Locale, Text } from '@e-sewaka/contract';
import { formatDate } from '../../internal/dates.js';
import type { Translate } from '../../internal/words.js';
import type { CommonKey } from '../../locales/common/index.js';
import type { StatusKey } from '../../locales/status/index.js';
import type { TrackerKey } from '../../locales/tracker/index.js';

/** What the parts of the tracker speak with. */
export interface View {
  readonly say: Translate<TrackerKey>;
  readonly status: Translate<StatusKey>;
  readonly common: Translate<CommonKey>;
  readonly text: (text: Text) => string;
  readonly locale: Locale;
  /** Level of the widget's first heading. */
  readonly level: number;
}

/** A date in words with its weekday; the year only when it is not the present one. */
export function nearDate(date: string, now: string, locale: Locale): string {
  const words = formatDate(date, locale, true);
  return date.slice(0, 4) === now.slice(0, 4) ? words.replace(new RegExp(`,? ${date.slice(0, 4)}$`), '') : words;
}

/** The wall-clock time of Bali, as `09.30`. */
export function clock(instant: number | string): string {
  return new Intl.DateTimeFormat('id-ID', { timeZone: 'Asia/Makassar', hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
}
