import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { expect } from 'storybook/test';
import size from '../packages/components/src/styles/tokens/size.json';
import './kit/tokens.css';
import { contrast, pairs, themes, type Theme } from './kit/contrast.js';

const meta: Meta = { title: 'Tokens/Samples', tags: ['!autodocs'] };
export default meta;

const cell = (theme: Theme, [on, ground, needed]: (typeof pairs)[number]): TemplateResult => {
  const [ink = '', paper = ''] = [theme.get(on), theme.get(ground)];
  const ratio = contrast(ink, paper);
  return html`<td data-ratio=${ratio} data-needed=${needed}>
    <span class="sample" style=${styleMap({ color: ink, background: paper, borderColor: needed === 3 ? ink : 'transparent' })}>${needed === 3 ? '' : 'Aa 123'}</span>
    <span class="number">${ratio.toFixed(1)}</span>
    <span class="hex">${ink} on ${paper}</span>
  </td>`;
};

const pairRow = (pair: (typeof pairs)[number]): TemplateResult => html`<tr>
  <th scope="row">${pair[3]}<br /><span class="hex">${pair[0]} on ${pair[1]}; needs ${pair[2]}</span></th>
  ${Object.values(themes).map((theme) => cell(theme, pair))}
</tr>`;

/** Measured from the token files when this page is opened; the test fails when a pair falls short. */
export const Colour: StoryObj = {
  render: () => html`<div class="sample-page scroll" tabindex="0" role="region" aria-label="Colour roles">
    <table class="tokens">
      <thead><tr><th scope="col">Use and roles</th>${Object.keys(themes).map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>${pairs.map(pairRow)}</tbody>
    </table>
  </div>`,
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
    <p style=${styleMap({ fontFamily: size.code.font.$value.join(', '), fontSize: '1.25rem' })}>7KQ2-M9XT-4VB8-PZ3N-WD68</p>
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
