import '../packages/components/src/features/language-switcher/index.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { press, until, widgetIn } from './kit/element.js';
import { balinese, dark, english, highContrast, phone } from './kit/variants.js';

const meta: Meta = { title: 'Elements/Language switcher', component: 'sewaka-language-switcher', args: { forget: true } };
export default meta;

export const Indonesian: StoryObj = {};
export const English: StoryObj = english({});
export const Balinese: StoryObj = balinese({});
export const Switched: StoryObj = {
  play: async ({ canvasElement }) => {
    const widget = await widgetIn(canvasElement);
    await press(widget, '[data-value=en]');
    await until('English', () => widget.renderRoot.querySelector('[data-value=en][aria-current]'));
    await expect(widget.language).toBe('en');
  },
};
export const Dark: StoryObj = dark({});
export const HighContrast: StoryObj = highContrast({});
export const Phone: StoryObj = phone({});
