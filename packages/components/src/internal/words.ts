import type { Locale } from '@e-sewaka/contract';

export type Params = Readonly<Record<string, string | number>>;
/** Says a word or sentence in the language of the moment; `{name}` in it is filled from `params`. */
export type Translate<K extends string> = (key: K, params?: Params) => string;

type Module<W> = Promise<{ readonly words: W }>;

/** The words of one part of the interface, Indonesian at once and the other languages when asked for. */
export interface Catalogue<K extends string> {
  /** Fetches a language; undefined when it is here already. A failed fetch leaves Indonesian. */
  load(locale: Locale): Promise<void> | undefined;
  say(locale: Locale, key: K, params?: Params): string;
  /** Whether a key is one of this catalogue's. */
  has(key: string): key is K;
}

/** Puts values into the `{names}` of a sentence. */
export function fill(sentence: string, params?: Params): string {
  return params ? sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole)) : sentence;
}

/**
 * Makes a catalogue. A key missing in Indonesian or English does not compile; Balinese is beta and falls back to Indonesian.
 */
export function defineWords<K extends string>(
  id: Readonly<Record<K, string>>,
  others: {
    readonly en: () => Module<Readonly<Record<NoInfer<K>, string>>>;
    readonly ban: () => Module<Readonly<Partial<Record<NoInfer<K>, string>>>>;
  },
): Catalogue<K> {
  const loaded: Partial<Record<Locale, Readonly<Partial<Record<K, string>>>>> = { id };
  return {
    load(locale) {
      if (locale === 'id' || loaded[locale]) return undefined;
      return others[locale]().then(
        (module) => void (loaded[locale] = module.words),
        () => undefined,
      );
    },
    has: (key): key is K => key in id,
    say: (locale, key, params) => fill(loaded[locale]?.[key] ?? id[key], params),
  };
}
