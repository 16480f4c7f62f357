import type { Locale, Text } from './service.js';

/** A text as shown, with the language it is really in: for `lang` attributes where Balinese falls back to Indonesian. */
export interface LocalText {
  readonly value: string;
  readonly lang: Locale;
}

/** Interface languages in order of preference. */
export const locales = ['id', 'en', 'ban'] as const satisfies readonly Locale[];

/** Picks a text in the wanted language; a missing one falls back to Indonesian and says so in `lang`. */
export function localText(text: Text, locale: Locale): LocalText {
  const value = text[locale];
  return value === undefined ? { value: text.id, lang: 'id' } : { value, lang: locale };
}

/** A text in the wanted language, or in Indonesian where it is missing. */
export function textIn(text: Text, locale: Locale): string {
  return text[locale] ?? text.id;
}

/** Narrows a language tag such as `en-GB` to an interface language, if it is one. */
export function toLocale(tag: string): Locale | undefined {
  const language = tag.toLowerCase().split(/[-_]/u, 1)[0];
  return locales.find((locale) => locale === language);
}

/** Lower-case letters and digits without diacritics, words separated by single spaces: for comparing what people type. */
export function foldText(value: string): string {
  return value
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’‘`´]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** One typed line made clean: NFC, no invisible or control characters, single spaces, trimmed. */
export function cleanLine(value: string): string {
  return withoutInvisible(value).replace(/\s+/gu, ' ').trim();
}

/** Several typed lines made clean: line ends become `\n`, each line loses trailing spaces, the whole is trimmed. */
export function cleanLines(value: string): string {
  return withoutInvisible(value.replace(/\r\n?|[\u2028\u2029]/gu, '\n'))
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

// Pasted text carries tabs, byte-order marks and direction marks that no reader sees but every comparison does.
function withoutInvisible(value: string): string {
  return value
    .normalize('NFC')
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/[^\P{Cc}\n]/gu, ' ');
}
