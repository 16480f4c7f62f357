import { version } from './version.js';

const warned = new Set<string>();

interface Versioned {
  readonly version?: string;
}

/**
 * Registers an element once. A second copy of the library on the page is normal: the first definition wins,
 * and a differing version is told once per tag. Does nothing where there is no registry (Node without a shim).
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (typeof customElements === 'undefined') return;
  const first: (CustomElementConstructor & Versioned) | undefined = customElements.get(tag);
  if (!first) {
    customElements.define(tag, element);
    return;
  }
  const other = first.version ?? 'unknown';
  if (other === version || warned.has(tag)) return;
  warned.add(tag);
  console.warn(`<${tag}>: version ${other} is already defined on this page; version ${version} is ignored.`);
}
