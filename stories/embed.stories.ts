import '../packages/components/src/features/document-verify/index.js';
import '../packages/components/src/features/id-lookup/index.js';
import '../packages/components/src/features/service-catalog/index.js';
import '../packages/components/src/features/service-form/index.js';
import '../packages/components/src/features/status-tracker/index.js';
import './kit/embed-builder.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, within } from 'storybook/test';
import { scriptSnippet, widgets } from './kit/snippets.js';

const meta: Meta = { title: 'Embed', tags: ['!autodocs'], render: () => html`<story-embed-builder></story-embed-builder>` };
export default meta;

/** Choose a widget; copy what fits your page. */
export const BuildTheSnippet: StoryObj = {};

/** For each widget the snippet is HTML that a parser reads as that widget, with a link inside. */
export const EveryWidget: StoryObj = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    for (const widget of Object.keys(widgets)) {
      await userEvent.selectOptions(canvas.getByLabelText('Widget'), widget);
      const code = canvasElement.querySelector('[data-snippet="Script tag"]')?.textContent ?? '';
      const page = new DOMParser().parseFromString(code, 'text/html');
      const link = page.querySelector<HTMLAnchorElement>(`sewaka-${widget} > a`);
      await expect(link?.pathname).toBe(`/embed/${widget}`);
      await expect(page.querySelector('script')?.src).toMatch(/\/cdn\/v1\/sewaka\.js$/);
    }
  },
};

/** What is typed as a server cannot break out of the snippet. */
export const Escaped: StoryObj = {
  play: async () => {
    const code = scriptSnippet({ server: 'https://sewaka.example', widget: 'service-form', locale: 'id', attributes: { service: '"><script>alert(1)</script>' } });
    await expect(new DOMParser().parseFromString(code, 'text/html').scripts).toHaveLength(1);
  },
};
