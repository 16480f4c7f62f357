import '../packages/components/src/features/service-catalog/index.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { never, storyClient, refusal, unreachable } from './kit/client.js';
import { press, until, widgetIn } from './kit/element.js';
import { balinese, dark, english, highContrast, phone } from './kit/variants.js';

const meta: Meta = {
  title: 'Elements/Service catalog',
  component: 'sewaka-service-catalog',
  args: { village: '51.71.04.2001' },
  argTypes: { category: { control: 'select', options: ['', 'residence', 'civil', 'social', 'business', 'police', 'general'] }, audience: { control: 'select', options: ['', 'resident', 'nonpermanent', 'business', 'foreigner'] } },
};
export default meta;

const listing = (list: () => Promise<never>): StoryObj => ({ parameters: { client: () => storyClient({ services: { list } }) } });

export const All: StoryObj = {};
export const Searched: StoryObj = { args: { query: 'surat domisil' } };
/** Typed as people type it. */
export const Misspelt: StoryObj = {
  args: { query: 'surat domisly' },
  play: async ({ canvasElement }) => {
    const widget = await widgetIn(canvasElement);
    await expect(await until('a service', () => widget.renderRoot.querySelector('[data-value=surat-keterangan-domisili]'))).toBeVisible();
  },
};
export const NothingFound: StoryObj = { args: { query: 'paspor elektronik' } };
export const OneKind: StoryObj = { args: { category: 'civil' } };
/** Without a village of the page's own a person chooses one. */
export const AnyVillage: StoryObj = { args: { village: undefined } };
export const ForWhom: StoryObj = { args: { audience: 'nonpermanent' } };
export const ServicePage: StoryObj = { args: { service: 'akta-kelahiran' } };
export const OpenedFromList: StoryObj = {
  play: async ({ canvasElement }) => {
    const widget = await widgetIn(canvasElement);
    await press(widget, '[data-action=open][data-value=surat-keterangan-usaha]');
    await until('the service page', () => widget.renderRoot.querySelector('[data-action=start]'));
  },
};
export const Loading: StoryObj = listing(never);
export const Failed: StoryObj = listing(refusal(500, 'internal'));
export const Unreachable: StoryObj = listing(unreachable);
export const ServiceMissing: StoryObj = { args: { service: 'tidak-ada' } };

export const Dark: StoryObj = dark(ServicePage);
export const HighContrast: StoryObj = highContrast(ServicePage);
export const English: StoryObj = english(ServicePage);
export const Balinese: StoryObj = balinese(All);
export const Phone: StoryObj = phone(All);
