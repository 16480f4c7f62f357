import '../packages/components/src/features/display-settings/index.js';
import '../packages/components/src/features/document-verify/index.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { pageSettings } from '../packages/components/src/internal/settings.js';
import { storyClient } from './kit/client.js';
import { press, widgetIn } from './kit/element.js';
import { balinese, dark, english, highContrast, phone } from './kit/variants.js';

const meta: Meta = { title: 'Elements/Display settings', component: 'sewaka-display-settings' };
export default meta;

export const Closed: StoryObj = {};
export const Open: StoryObj = { play: async ({ canvasElement }) => press(await widgetIn(canvasElement), 'summary') };
/** The choice holds for every widget of the page. */
export const LargerText: StoryObj = {
  render: () => html`<sewaka-display-settings></sewaka-display-settings><sewaka-document-verify .client=${storyClient()}></sewaka-document-verify>`,
  play: async ({ canvasElement }) => {
    const widget = await widgetIn(canvasElement);
    await press(widget, 'summary');
    await press(widget, '[name=textSize][value=larger]');
    await expect(pageSettings().preferred.textSize).toBe('larger');
    const other = canvasElement.querySelector('sewaka-document-verify');
    await other?.updateComplete;
    await expect(other?.shadowRoot?.querySelector('.base')).toHaveAttribute('data-text', 'larger');
    localStorage.clear();
  },
};
export const Dark: StoryObj = dark(Open);
export const HighContrast: StoryObj = highContrast(Open);
export const English: StoryObj = english(Open);
export const Balinese: StoryObj = balinese(Open);
export const Phone: StoryObj = phone(Open);
