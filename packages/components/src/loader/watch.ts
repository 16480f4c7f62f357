import { askAhead } from './ahead/ask.js';
import { elements } from './elements.js';
import { preloads } from './preloads.js';

/** Attribute that turns a plain `<div>` or `<a>` into a widget, where an editor strips custom elements. */
const marker = 'data-sewaka';

/** Loads what stands in `root` now and whatever comes later. */
export function watch(root: Document): void {
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) if (node instanceof Element) visit(node);
    }
  }).observe(root, { childList: true, subtree: true });
  // Afterwards, so that the widgets put in the place of stand-ins are seen as well.
  visit(root);
}

function visit(root: Document | Element): void {
  if (root instanceof Element) take(root);
  for (const element of root.querySelectorAll(`${Object.keys(elements).join()},[${marker}]`)) take(element);
}

function take(element: Element): void {
  const widget = element.getAttribute(marker);
  if (widget !== null) replace(element, `sewaka-${widget}`);
  else if (!customElements.get(element.localName)) {
    load(element.localName);
    askAhead(element);
  }
}

/** Puts the widget in the place of its stand-in, which becomes its content until it is ready. */
function replace(standIn: Element, tag: string): void {
  if (!Object.hasOwn(elements, tag)) return;
  const widget = standIn.ownerDocument.createElement(tag);
  for (const { name, value } of standIn.attributes) {
    if (name.startsWith('data-') && name !== marker) widget.setAttribute(name.slice(5), value);
  }
  standIn.replaceWith(widget);
  standIn.removeAttribute(marker);
  widget.append(standIn);
}

function load(tag: string): void {
  if (!Object.hasOwn(elements, tag)) return;
  for (const file of preloads[tag] ?? []) fetchAhead(new URL(file, import.meta.url).href);
  // A failed chunk leaves the content of the tag in place: the plain link a page author put there.
  elements[tag]?.().catch((error: unknown) => console.error(`<${tag}> could not be loaded.`, error));
}

function fetchAhead(href: string): void {
  const link = document.createElement('link');
  link.rel = 'modulepreload';
  link.href = href;
  document.head.append(link);
}
