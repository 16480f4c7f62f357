import type { ReactiveController } from 'lit';

/** What happens to the page around the form. */
export interface PageListener {
  /** The page is hidden or goes: mobile browsers may kill it without another word. */
  leaving(): void;
  /** The page came back from the browser's memory as it was. */
  returned(): void;
  /** Whether closing the page now would lose something. */
  readonly losing: boolean;
  /** Something was rendered. */
  rendered(): void;
}

/** Hears when the page goes and comes back, and has the browser ask before it closes while something would be lost. */
export class PageWatch implements ReactiveController {
  readonly #listener: PageListener;
  #asks = false;

  constructor(listener: PageListener) {
    this.#listener = listener;
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this);
    for (const type of ['pagehide', 'pageshow']) addEventListener(type, this);
  }

  hostDisconnected(): void {
    this.#listener.leaving();
    document.removeEventListener('visibilitychange', this);
    for (const type of ['pagehide', 'pageshow']) removeEventListener(type, this);
    this.#ask(false);
  }

  hostUpdated(): void {
    this.#listener.rendered();
    this.#ask(this.#listener.losing);
  }

  handleEvent(event: Event): void {
    if (event.type === 'beforeunload') event.preventDefault();
    else if (event.type === 'pageshow') {
      if (event instanceof PageTransitionEvent && event.persisted) this.#listener.returned();
    } else if (event.type === 'pagehide' || document.visibilityState === 'hidden') this.#listener.leaving();
  }

  /** Only while it is needed: browsers do not keep a page with such a listener for Back. */
  #ask(asks: boolean): void {
    if (asks === this.#asks) return;
    this.#asks = asks;
    if (asks) addEventListener('beforeunload', this);
    else removeEventListener('beforeunload', this);
  }
}
