import type { Client } from '../../packages/components/src/internal/client.js';
import type { SewakaElement } from '../../packages/components/src/internal/element.js';
import { storyClient } from './client.js';

interface Context {
  readonly component?: unknown;
  readonly parameters: Readonly<Record<string, unknown>>;
}

const isMaker = (value: unknown): value is () => Client => typeof value === 'function';

/** Renders a story's element with its args as properties, and with the story's own client. */
export function render(args: object, { component, parameters }: Context): HTMLElement {
  const element = document.createElement(String(component));
  const make = parameters['client'];
  return Object.assign(element, { client: isMaker(make) ? make() : storyClient() }, args);
}

/** The widget of a story, once it has rendered. */
export async function widgetIn(canvas: HTMLElement): Promise<SewakaElement> {
  const element = [...canvas.querySelectorAll<SewakaElement>('*')].find(({ localName }) => localName.startsWith('sewaka-') && localName !== 'sewaka-provider');
  if (!element) throw new Error('This story has no widget.');
  await element.updateComplete;
  return element;
}

/** Waits until something is there; fails after four seconds, saying what was waited for. */
export async function until<T>(what: string, look: () => T | null | undefined | false): Promise<T> {
  const end = performance.now() + 4_000;
  while (performance.now() < end) {
    const seen = look();
    if (seen) return seen;
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  throw new Error(`Waited in vain for ${what}.`);
}

/** Clicks something in a widget as soon as it is there. */
export async function press(widget: SewakaElement, selector: string): Promise<void> {
  (await until(selector, () => widget.renderRoot.querySelector<HTMLElement>(selector))).click();
  await widget.updateComplete;
}
