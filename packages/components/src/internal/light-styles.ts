import type { CSSResultGroup } from 'lit';

function textOf(styles: CSSResultGroup): string {
  if (Array.isArray(styles)) return styles.map(textOf).join('');
  return 'cssText' in styles ? styles.cssText : '';
}

const adopted = new WeakMap<Node, Map<string, Set<CSSResultGroup>>>();

function lightSheet(tag: string, styles: CSSResultGroup): CSSStyleSheet {
  const scoped = textOf(styles).replaceAll(':host(', ':scope:is(').replaceAll(':host', ':scope');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@scope (${tag}){${scoped}}`);
  return sheet;
}

/**
 * Gives the root around a light-DOM widget its styles once per tag, as a constructed sheet scoped to the tag:
 * allowed by a strict Content-Security-Policy, and never touching the rest of the page.
 */
export function adoptLightStyles(element: HTMLElement, styles: CSSResultGroup): void {
  const root = element.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  const tags = adopted.get(root) ?? new Map<string, Set<CSSResultGroup>>();
  const known = tags.get(element.localName) ?? new Set<CSSResultGroup>();
  if (known.has(styles)) return;
  adopted.set(root, tags.set(element.localName, known.add(styles)));
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, lightSheet(element.localName, styles)];
}
