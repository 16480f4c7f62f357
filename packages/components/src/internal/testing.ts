import { expect } from '@open-wc/testing';
import type { Client } from './client.js';
import type { SewakaElement } from './element.js';

type Parts = { readonly [N in keyof Client]?: Partial<Client[N]> };

/** A stand-in for the SDK that answers what a test gives it and refuses everything else by name. */
export function fakeClient(parts: Parts): Client {
  const namespace = (name: string, methods: object): unknown =>
    new Proxy(methods, {
      get: (own, method) => Reflect.get(own, method) ?? (() => Promise.reject(new Error(`not faked: ${name}.${String(method)}`))),
    });
  const client: unknown = new Proxy(parts, {
    get: (own, name) => namespace(String(name), Reflect.get(own, name) ?? {}),
  });
  return client as Client;
}

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

/** The words a person sees in a widget, one space between. */
export function wordsOf(element: SewakaElement): string {
  return (element.renderRoot.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Expects no violation in the state shown now. */
export async function expectAccessible(element: HTMLElement): Promise<void> {
  await expect(element).to.be.accessible();
}

/** Removes everything tests have put on the page. */
export function clearPage(): void {
  document.body.replaceChildren();
}
