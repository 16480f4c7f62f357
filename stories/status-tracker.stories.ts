import '../packages/components/src/features/status-tracker/index.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { never, once, refusal, sampleCode, storyClient, unreachable } from './kit/client.js';
import { press, until, widgetIn } from './kit/element.js';
import { fillIn } from './kit/fill.js';
import { trackingAs } from './kit/tracking.js';
import { dark, english, balinese, highContrast, phone } from './kit/variants.js';
import type { SewakaElement } from '../packages/components/src/internal/element.js';
import type { Tracking } from '../packages/components/src/internal/client-resident.js';

const code = sampleCode;
const showing = (tracking: Tracking, state?: string): Partial<StoryObj> => ({
  args: { code, accessToken: 'contoh' },
  parameters: {
    client: () =>
      storyClient({
        tracking: {
          watch: (_key, options) => {
            if (state) options?.onState?.(state);
            return once(tracking);
          },
          get: async () => tracking,
        },
        applications: { get: async () => ({ answers: { fullName: 'Ni Luh Contoh', nik: '5171014108909001' }, revision: tracking.revision }) },
      }),
  },
});

const meta: Meta = { title: 'Elements/Status tracker', component: 'sewaka-status-tracker', tags: ['autodocs'] };
export default meta;

export const Asking: StoryObj = {};
export const CodeKnown: StoryObj = { args: { code } };
export const InReview: StoryObj = showing(trackingAs('in_review'));
export const Overdue: StoryObj = showing({ ...trackingAs('in_review'), serverTime: '2026-08-20T02:00:00Z' });
export const Incomplete: StoryObj = showing(trackingAs('incomplete'));
export const AwaitingSignature: StoryObj = showing(trackingAs('awaiting_signature'));
export const ReadyForPickup: StoryObj = showing(trackingAs('ready_for_pickup'));
export const PickedUp: StoryObj = showing(trackingAs('picked_up'));
export const Completed: StoryObj = showing(trackingAs('completed'));
export const Rejected: StoryObj = showing(trackingAs('rejected'));
export const Cancelled: StoryObj = showing(trackingAs('cancelled'));
export const Expired: StoryObj = showing(trackingAs('expired'));
export const Polling: StoryObj = showing(trackingAs('in_review'), 'polling');
export const Offline: StoryObj = showing(trackingAs('in_review'), 'offline');

const ask = async (canvasElement: HTMLElement, number = '0812 0000 0101'): Promise<SewakaElement> => {
  const widget = await widgetIn(canvasElement);
  await fillIn(widget, { phone: number });
  await press(widget, '[data-action=open]');
  return widget;
};
const asking = (open: () => Promise<never>): Partial<StoryObj> => ({ args: { code }, parameters: { client: () => storyClient({ tracking: { open } }) } });

export const Opening: StoryObj = { ...asking(never), play: async ({ canvasElement }) => void (await ask(canvasElement)) };
export const NotFound: StoryObj = {
  ...asking(refusal(404, 'tracking_not_found')),
  play: async ({ canvasElement }) => {
    const widget = await ask(canvasElement);
    const notice = await until('the notice', () => widget.renderRoot.querySelector('[data-notice]'));
    await expect(notice).toHaveAttribute('role', 'alert');
  },
};
export const Locked: StoryObj = { ...asking(refusal(429, 'too_many_attempts', { retryAfter: 900 })), play: async ({ canvasElement }) => void (await ask(canvasElement)) };
export const Unreachable: StoryObj = { ...asking(unreachable), play: async ({ canvasElement }) => void (await ask(canvasElement)) };
export const Mistakes: StoryObj = { args: { code: '7KQ2' }, play: async ({ canvasElement }) => void (await ask(canvasElement, '12')) };
export const Opened: StoryObj = {
  args: { code },
  play: async ({ canvasElement }) => {
    const widget = await ask(canvasElement);
    await until('the tracker', () => widget.renderRoot.querySelector('[data-action=history]'));
    await press(widget, '[data-action=history]');
    await press(widget, '[data-action=share-panel]');
  },
};

export const Dark: StoryObj = dark(Incomplete);
export const HighContrast: StoryObj = highContrast(Incomplete);
export const English: StoryObj = english(Incomplete);
export const Balinese: StoryObj = balinese(Incomplete);
export const Phone: StoryObj = phone(Incomplete);
