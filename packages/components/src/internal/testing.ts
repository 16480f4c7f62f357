import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { Client } from './client.js';
import type { SewakaElement } from './element.js';

export { fakeClient } from './fake-client.js';

/** Puts a widget on the page and waits for it; `attributes` as in HTML. */
export async function mount<E extends SewakaElement>(
  tag: string,
  client: Client,
  attributes: Readonly<Record<string, string>> = {},
): Promise<E> {
  const element = document.createElement(tag) as E;
  element.client = client;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.body.append(element);
  await settled(element);
  return element;
}

/** Waits until promises have run and the widget has rendered what came of them. */
export async function settled(element: SewakaElement): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    await element.updateComplete;
  }
}

/** Waits until something holds; fails by name after a while, since three browsers share the machine. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const end = Date.now() + 15_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The words a person sees in a widget, one space between. */
export function wordsOf(element: SewakaElement): string {
  return (element.renderRoot.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Expects no violation in the state shown now. */
export async function expectAccessible(element: HTMLElement): Promise<void> {
  // A page that is fading in has no contrast yet.
  const moving = [...document.getAnimations(), ...(element.shadowRoot?.getAnimations() ?? [])];
  await Promise.allSettled(moving.map((animation) => animation.finished));
  await expect(element).to.be.accessible();
}

/** Gives the page another size, except in WebKit: its driver cannot, so its window has a desk's size throughout. */
export async function resize(width: number, height: number): Promise<void> {
  if (/Chrome|Firefox/.test(navigator.userAgent)) await setViewport({ width, height });
}

/** Removes everything tests have put on the page. */
export function clearPage(): void {
  document.body.replaceChildren();
}
