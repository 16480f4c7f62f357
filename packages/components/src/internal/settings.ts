import type { Locale } from '@e-sewaka/contract';
import type { Client } from './client.js';

/** Colour scheme; `auto` follows the device, absent follows the host page's own `color-scheme`. */
export type Scheme = 'light' | 'dark' | 'auto';
export type TextSize = 'normal' | 'large' | 'larger';

/** What every widget below a provider, or on a page without one, shares. */
export interface Settings {
  readonly baseUrl?: string;
  readonly locale?: Locale;
  readonly scheme?: Scheme;
  readonly contrast?: 'more';
  readonly textSize?: TextSize;
  readonly density?: 'compact';
  readonly client?: Client;
}

/** What a person has chosen for themselves: kept on the device, and above what any page says. */
export type Preferences = Pick<Settings, 'locale' | 'scheme' | 'contrast' | 'textSize'>;

/** Holds settings and tells listeners with a `change` event. */
export class SettingsStore extends EventTarget {
  #own: Settings = {};
  #preferred: Preferences = {};
  readonly #parent: SettingsStore | undefined;

  constructor(parent?: SettingsStore) {
    super();
    this.#parent = parent;
    parent?.addEventListener('change', () => this.dispatchEvent(new Event('change')));
  }

  /** What holds now: what the person prefers, then own values, then those of the page. */
  get current(): Settings {
    return { ...this.#parent?.current, ...this.#own, ...this.preferred };
  }

  /** What the person prefers, the same for the whole page. */
  get preferred(): Preferences {
    return this.#parent?.preferred ?? this.#preferred;
  }

  /** Changes what the person prefers; `undefined` takes a choice back. */
  prefer(change: Preferences): void {
    if (this.#parent) return this.#parent.prefer(change);
    this.#preferred = merged(this.#preferred, change);
    this.dispatchEvent(new Event('change'));
  }

  /** Changes some values; `undefined` takes a value back. */
  update(change: Settings): void {
    this.#own = merged(this.#own, change);
    this.dispatchEvent(new Event('change'));
  }
}

function merged<T extends object>(old: T, change: T): T {
  const next = { ...old, ...change };
  for (const key of Object.keys(change) as (keyof T)[]) if (change[key] === undefined) delete next[key];
  return next;
}

const key = Symbol.for('e-sewaka.settings');
const shelf = globalThis as { [key]?: SettingsStore };

const drawer = 'sewaka:preferences';

/** Remembers what a person prefers, on this device only. */
export function keepPreferences(store: SettingsStore): void {
  try {
    localStorage.setItem(drawer, JSON.stringify(store.preferred));
  } catch {
    // Private windows refuse storage; the choice then lasts as long as the page.
  }
}

function restored(store: SettingsStore): SettingsStore {
  // Left there by the loader, which shares no code with its chunks: an old chunk must never meet a newer loader's names.
  const origin: unknown = Reflect.get(globalThis, Symbol.for('e-sewaka.origin'));
  if (typeof origin === 'string') store.update({ baseUrl: origin });
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(drawer) ?? '{}');
    if (typeof kept === 'object' && kept !== null) store.prefer(readPreferences(kept));
  } catch {
    // Nothing kept, or nothing readable.
  }
  return store;
}

function readPreferences(kept: object): Preferences {
  const value = (name: keyof Preferences): unknown => Reflect.get(kept, name);
  const locale = value('locale');
  const scheme = value('scheme');
  const textSize = value('textSize');
  return {
    ...(locale === 'id' || locale === 'en' || locale === 'ban' ? { locale } : {}),
    ...(scheme === 'light' || scheme === 'dark' ? { scheme } : {}),
    ...(value('contrast') === 'more' ? { contrast: 'more' } : {}),
    ...(textSize === 'large' || textSize === 'larger' ? { textSize } : {}),
  };
}

/** The settings of the page itself, one for all copies of the library. */
export function pageSettings(): SettingsStore {
  return (shelf[key] ??= restored(new SettingsStore()));
}

/** An element that holds settings for what it contains. */
export interface SettingsHolder extends HTMLElement {
  readonly settings: SettingsStore;
}

const providerTag = 'sewaka-provider';

function isHolder(element: Element): element is SettingsHolder {
  return 'settings' in element && element.settings instanceof EventTarget;
}

let defineProvider: (() => void) | undefined;

/** Says how providers are defined, for a script that does so only when a widget stands in one. */
export function defineProviderBy(define: () => void): void {
  defineProvider = define;
}

/** Finds the nearest provider across shadow roots; one that is not upgraded yet is told apart by `pending`. */
export function findSettings(from: Element): { store: SettingsStore; pending: boolean } {
  for (let at: Element | undefined = from; at; ) {
    const holder: Element | null = at.closest(providerTag);
    if (holder) {
      if (!isHolder(holder)) defineProvider?.();
      return isHolder(holder) ? { store: holder.settings, pending: false } : { store: pageSettings(), pending: true };
    }
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : undefined;
  }
  return { store: pageSettings(), pending: false };
}

/** Resolves once providers are defined. */
export async function providerDefined(): Promise<void> {
  await customElements.whenDefined(providerTag);
}
