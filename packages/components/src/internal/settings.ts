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

/** Holds settings and tells listeners with a `change` event. */
export class SettingsStore extends EventTarget {
  #own: Settings = {};
  readonly #parent: SettingsStore | undefined;

  constructor(parent?: SettingsStore) {
    super();
    this.#parent = parent;
    parent?.addEventListener('change', () => this.dispatchEvent(new Event('change')));
  }

  /** What holds now: own values before those of the page. */
  get current(): Settings {
    return { ...this.#parent?.current, ...this.#own };
  }

  /** Changes some values; `undefined` takes a value back. */
  update(change: Settings): void {
    const next = { ...this.#own, ...change };
    for (const key of Object.keys(next) as (keyof Settings)[]) if (next[key] === undefined) delete next[key];
    this.#own = next;
    this.dispatchEvent(new Event('change'));
  }
}

const key = Symbol.for('e-sewaka.settings');
const shelf = globalThis as { [key]?: SettingsStore };

/** The settings of the page itself, one for all copies of the library. */
export function pageSettings(): SettingsStore {
  return (shelf[key] ??= new SettingsStore());
}

/** An element that holds settings for what it contains. */
export interface SettingsHolder extends HTMLElement {
  readonly settings: SettingsStore;
}

const providerTag = 'sewaka-provider';

function isHolder(element: Element): element is SettingsHolder {
  return 'settings' in element && element.settings instanceof EventTarget;
}

/** Finds the nearest provider across shadow roots; one that is not upgraded yet is told apart by `pending`. */
export function findSettings(from: Element): { store: SettingsStore; pending: boolean } {
  for (let node: Node | null = from; node; node = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null)) {
    if (!(node instanceof Element) || node.localName !== providerTag) continue;
    if (isHolder(node)) return { store: node.settings, pending: false };
    return { store: pageSettings(), pending: true };
  }
  return { store: pageSettings(), pending: false };
}

/** Resolves once providers are defined. */
export async function providerDefined(): Promise<void> {
  await customElements.whenDefined(providerTag);
}
