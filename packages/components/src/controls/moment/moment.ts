import { html, type TemplateResult } from 'lit';
import type { Locale } from '@e-sewaka/contract';
import { formatDate, formatDateTime } from '../../internal/dates.js';

/** An instant as `<time>`: date and time of Bali in words. */
export function instant(at: string, locale: Locale): TemplateResult {
  return html`<time datetime=${at} .textContent=${formatDateTime(at, locale)}></time>`;
}

/** A calendar date as `<time>`, in words. */
export function day(date: string, locale: Locale, weekday = false): TemplateResult {
  return html`<time datetime=${date} .textContent=${formatDate(date, locale, weekday)}></time>`;
}
