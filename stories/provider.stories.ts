import '../packages/components/src/features/provider/index.js';
import '../packages/components/src/features/status-tracker/index.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { trackingAs } from './kit/tracking.js';
import { once, storyClient } from './kit/client.js';
import { until, widgetIn } from './kit/element.js';

const client = storyClient({ tracking: { watch: () => once(trackingAs('ready_for_pickup')) } });

const meta: Meta = {
  title: 'Elements/Provider',
  component: 'sewaka-provider',
  argTypes: { locale: { control: 'select', options: ['id', 'en', 'ban'] }, theme: { control: 'select', options: ['light', 'dark', 'auto'] } },
  render: ({ locale, theme, contrast, density }) =>
    html`<sewaka-provider .client=${client} .locale=${locale} .theme=${theme} .contrast=${contrast} .density=${density}>
      <sewaka-status-tracker .accessToken=${'contoh'}></sewaka-status-tracker>
    </sewaka-provider>`,
};
export default meta;

/** What the provider says holds for every widget inside it; the nearest one counts. */
export const EnglishInside: StoryObj = {
  args: { locale: 'en' },
  play: async ({ canvasElement }) => {
    const widget = await widgetIn(canvasElement);
    await until('the tracker', () => widget.renderRoot.querySelector('[data-action=history]'));
    await expect(widget.renderRoot.querySelector('.base')).toHaveAttribute('lang', 'en');
  },
};
export const DarkInside: StoryObj = { args: { theme: 'dark' } };
export const HighContrastInside: StoryObj = { args: { contrast: 'more' } };
export const CompactInside: StoryObj = { args: { density: 'compact' } };

/** A village's own colours: every other shade is computed from these two; colours that are not legible are refused. */
export const VillageColours: StoryObj = {
  render: () =>
    html`<sewaka-provider .client=${client} primary="#7a1f5c" accent="#8a4b00"><sewaka-status-tracker .accessToken=${'contoh'}></sewaka-status-tracker></sewaka-provider>`,
  play: async ({ canvasElement }) => {
    const provider = canvasElement.querySelector<HTMLElement>('sewaka-provider[primary]'); // the toolbar has one of its own around
    await until('the colours', () => provider?.style.getPropertyValue('--sewaka-primary-color').includes('#7a1f5c'));
  },
};
