import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { expect } from 'storybook/test';
import size from '../packages/components/src/styles/tokens/size.json';
import './kit/tokens.css';
import { contrast, pairs, themes, type Theme } from './kit/contrast.js';

const meta: Meta = { title: 'Tokens/Samples', tags: ['!autodocs'] };
export default meta;

const pairRow = (theme: Theme, [on, ground, needed, use]: (typeof pairs)[number]): TemplateResult => {
  const [ink = '', paper = ''] = [theme.get(on), theme.get(ground)];
  const ratio = contrast(ink, paper);
  return html`<tr data-ratio=${ratio} data-needed=${needed}>
    <td><span class="sample" style=${styleMap({ color: ink, background: paper, borderColor: needed === 3 ? ink : 'transparent' })} aria-hidden=${needed === 3}>Aa 123</span></td>
    <th scope="row">${use}</th>
    <td><code>--sewaka-${on}</code> <span class="hex">${ink}</span><br />on <code>--sewaka-${ground}</code> <span class="hex">${paper}</span></td>
    <td class="number">${ratio.toFixed(1)} : 1</td>
    <td class="number">${needed} : 1</td>
  </tr>`;
};

const table = (name: string): TemplateResult => html`<h2>${name}</h2>
  <div class="scroll" tabindex="0" role="region" aria-label=${name}>
    <table class="tokens">
      <thead><tr><th scope="col">Sample</th><th scope="col">Use</th><th scope="col">Roles</th><th scope="col">Measured</th><th scope="col">Needed</th></tr></thead>
      <tbody>${pairs.map((pair) => pairRow(themes[name] ?? new Map(), pair))}</tbody>
    </table>
  </div>`;

/** Measured from the token files when this page is opened; the test fails when a pair falls short. */
export const Colour: StoryObj = {
  render: () => html`<div class="sample-page">${Object.keys(themes).map(table)}</div>`,
  play: async ({ canvasElement }) => {
    const short = [...canvasElement.querySelectorAll<HTMLElement>('[data-ratio]')].filter(({ dataset }) => Number(dataset['ratio']) < Number(dataset['needed']));
    await expect(short.map((row) => row.textContent?.replaceAll(/\s+/g, ' '))).toEqual([]);
  },
};

const scale = [['Page title', 1.875, 600], ['Heading', 1.4375, 600], ['Small heading', 1.25, 600], ['Body', 1.125, 400], ['Small', 0.9375, 400]] as const;

export const Type: StoryObj = {
  render: () => html`<div class="sample-page">
    ${scale.map(
      ([name, rem, weight]) => html`<p class="muted">${name}: ${rem} rem, ${weight}</p>
        <p style=${styleMap({ fontSize: `${rem}rem`, fontWeight: String(weight), lineHeight: weight === 600 ? '1.2' : '1.5' })}>Surat Keterangan Domisili, Desa Dangin Puri Kangin</p>`,
    )}
    <p class="muted">Codes: tabular, grouped by four</p>
    <p style=${styleMap({ fontFamily: size.code.font.$value.join(', '), fontSize: '1.25rem' })}>7KQ2-M9XT-4VB8-PZ3N-WD6R</p>
    <p class="muted">Balinese script, where it occurs</p>
    <p lang="ban-Bali" style=${styleMap({ fontFamily: size.text.font.$value.join(', '), fontSize: '1.25rem' })}>ᬅᬓ᭄ᬱᬭᬩᬮᬶ</p>
  </div>`,
};

const steps = [1, 2, 3, 4, 6, 8, 12, 16];

export const Space: StoryObj = {
  render: () => html`<div class="sample-page">
    <dl class="space">
      ${steps.map((step) => html`<div><dt>${step} × <code>--sewaka-space-unit</code> = ${step * 4} px</dt><dd style=${styleMap({ inlineSize: `${step * 4}px` })}></dd></div>`)}
    </dl>
    <p><code>--sewaka-control-height</code> ${size.control.height.$value} · <code>--sewaka-control-radius</code> ${size.control.radius.$value} · <code>--sewaka-card-radius</code> ${size.card.radius.$value}</p>
  </div>`,
};
