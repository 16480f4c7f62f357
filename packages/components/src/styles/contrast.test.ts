import { expect } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import { tokens } from './tokens.css.js';

class Swatch extends LitElement {
  static override styles = tokens;
  protected override render(): unknown {
    return html`<div class="base"></div>`;
  }
}
customElements.define('sewaka-swatch', Swatch);

/** Words and the ground they stand on: 4.5 needed. */
const words = [
  ['ink', 'paper'],
  ['ink', 'surface'],
  ['muted', 'paper'],
  ['muted', 'surface'],
  ['primary', 'paper'],
  ['primary', 'surface'],
  ['primary', 'primary-tint'],
  ['primary-on', 'primary'],
  ['primary-on', 'primary-hover'],
  ['primary-hover', 'primary-tint'],
  ['accent', 'paper'],
  ['accent', 'surface'],
  ['danger', 'paper'],
  ['danger-on', 'danger'],
  ['ink', 'danger-tint'],
  ['ink', 'success-tint'],
  ['ink', 'warning-tint'],
  ['ink', 'primary-tint'],
  ['success', 'paper'],
] as const;
/** Edges and icons: 3 needed. */
const edges = [
  ['border', 'paper'],
  ['border', 'surface'],
  ['danger', 'danger-tint'],
  ['success', 'success-tint'],
  ['success-on', 'success'],
  ['warning', 'warning-tint'],
  ['focus', 'focus-edge'],
] as const;

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
    const value = Number(part) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(root: HTMLElement, front: string, ground: string): number {
  const read = (role: string): number => {
    root.style.color = `var(--_${role}-color)`;
    return luminance(getComputedStyle(root).color);
  };
  const [a, b] = [read(front), read(ground)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

describe('colour pairs', () => {
  for (const scheme of ['light', 'dark'])
    for (const asked of ['', 'more'])
      it(`are legible in ${scheme}${asked && ', more contrast'}`, async () => {
        const swatch = document.createElement('sewaka-swatch');
        swatch.style.colorScheme = scheme;
        document.body.append(swatch);
        await (swatch as Swatch).updateComplete;
        const root = swatch.shadowRoot?.querySelector<HTMLElement>('.base');
        if (!root) throw new Error('no root');
        root.dataset['contrast'] = asked;
        const weak = [
          ...words.map((pair) => ({ pair, ratio: contrast(root, pair[0], pair[1]), needed: 4.5 })),
          ...edges.map((pair) => ({ pair, ratio: contrast(root, pair[0], pair[1]), needed: 3 })),
        ].filter(({ ratio, needed }) => ratio < needed);
        swatch.remove();
        expect(weak.map(({ pair, ratio }) => `${pair.join(' on ')}: ${ratio.toFixed(2)}`)).to.deep.equal([]);
      });
});
