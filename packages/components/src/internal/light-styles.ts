import type { CSSResultGroup } from 'lit';

function textOf(styles: CSSResultGroup): string {
  if (Array.isArray(styles)) return styles.map(textOf).join('');
  return 'cssText' in styles ? styles.cssText : '';
}

const adopted = new WeakMap<Node, Set<string>>();

/**
 * Gives the root around a light-DOM widget its styles once per tag, as a constructed sheet scoped to the tag:
 * allowed by a strict Content-Security-Policy, and never touching the rest of the page.
 */
export function adoptLightStyles(element: HTMLElement, styles: CSSResultGroup): void {
  const root = element.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  const tags = adopted.get(root) ?? new Set<string>();
  if (tags.has(element.localName)) return;
  adopted.set(root, tags.add(element.localName));
  const scoped = textOf(styles).replaceAll(':host(', ':scope:is(').replaceAll(':host', ':scope');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@scope (${element.localName}){${scoped}}`);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
