import '../packages/components/src/features/service-form/index.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import type { Client } from '../packages/components/src/internal/client.js';
import type { SewakaElement } from '../packages/components/src/internal/element.js';
import { never, refusal, storyClient, unreachable } from './kit/client.js';
import { press, until, widgetIn } from './kit/element.js';
import { attachTo, domicile, fillIn, walk } from './kit/fill.js';
import { balinese, dark, english, highContrast, largeText, phone } from './kit/variants.js';

const meta: Meta = { title: 'Elements/Service form', component: 'sewaka-service-form', args: { service: domicile.id, village: '51.71.04.2001' } };
export default meta;

const knowing = (get: Client['services']['get']): StoryObj => ({ parameters: { client: () => storyClient({ services: { get } }) } });
const sending = (submit: Client['applications']['submit']): Partial<StoryObj> => ({ parameters: { client: () => storyClient({ applications: { submit } }) } });
const reach = async (canvasElement: HTMLElement, page?: string): Promise<SewakaElement> => {
  const widget = await widgetIn(canvasElement);
  await walk(widget, domicile, domicile.examples.valid[0]?.answers ?? {}, page);
  return widget;
};
const at = (page?: string): StoryObj => ({ play: async ({ canvasElement }) => void (await reach(canvasElement, page)) });
const submitting = (then: string): Pick<StoryObj, 'play'> => ({
  play: async ({ canvasElement }) => {
    const widget = await reach(canvasElement);
    widget.renderRoot.querySelector('form')?.requestSubmit();
    await until(then, () => widget.renderRoot.querySelector(then));
  },
});

export const Start: StoryObj = {};
export const Loading: StoryObj = knowing(never);
export const Failed: StoryObj = knowing(refusal(500, 'internal'));
export const Unreachable: StoryObj = knowing(unreachable);
export const Unknown: StoryObj = { args: { service: 'tidak-ada' } };
export const CounterOnly: StoryObj = knowing(async () => ({ ...domicile, channel: 'counter' }));
export const NotOffered: StoryObj = knowing(async () => ({ ...domicile, offered: { villages: ['51.71.01.1001'] } }));

export const AskingVillage: StoryObj = {
  args: { village: undefined },
  play: async ({ canvasElement }) => press(await widgetIn(canvasElement), '[data-action=start]'),
};
export const Questions: StoryObj = at('[name=nik]');
export const Address: StoryObj = at('[name="address.street"]');
export const Mistakes: StoryObj = {
  play: async ({ canvasElement }) => {
    const widget = await reach(canvasElement, '[name=nik]');
    await fillIn(widget, { nik: '517104120390900', 'bornOn.day': '31', 'bornOn.month': 'Februari', 'bornOn.year': '1990' });
    widget.renderRoot.querySelector('form')?.requestSubmit();
    await until('focus on the summary', () => widget.shadowRoot?.activeElement?.matches('[data-summary]'));
  },
};
export const Documents: StoryObj = at('[name^="doc."]');
const uploading = (start: Client['uploads']['start']): StoryObj => ({
  parameters: { client: () => storyClient({ uploads: { start } }) },
  play: async ({ canvasElement }) => {
    const widget = await reach(canvasElement, '[name^="doc."]');
    await attachTo(widget, 'kartu-keluarga');
    await until('the file', () => widget.renderRoot.querySelector('.file'));
  },
});
const task = (done: Promise<{ id: string }>): ReturnType<Client['uploads']['start']> => ({ done, pause: () => undefined, resume: () => undefined, abort: async () => undefined });
export const Uploaded: StoryObj = uploading(() => task(Promise.resolve({ id: 'upl_k3m5p7r2t4v6x2z4b6d2f4h6j2' })));
export const Uploading: StoryObj = uploading((_file, { onProgress } = {}) => {
  onProgress?.({ sent: 40, total: 100 });
  return task(never());
});
export const UploadWaiting: StoryObj = uploading((_file, { onProgress, onWaiting } = {}) => {
  onProgress?.({ sent: 40, total: 100 });
  onWaiting?.(true);
  return task(never());
});
export const UploadPaused: StoryObj = {
  ...Uploading,
  play: async (context) => {
    await Uploading.play?.(context);
    await press(await widgetIn(context.canvasElement), '[data-action=pause-file]');
  },
};
export const UploadFailed: StoryObj = uploading(() => task(refusal(422, 'encrypted')()));
export const Contact: StoryObj = at('[name="contact.phone"]');
export const Declaration: StoryObj = at('[name=declaration]');
export const CheckAnswers: StoryObj = at();

export const Sending: StoryObj = { ...sending(never), ...submitting('[aria-disabled=true]') };
export const Waiting: StoryObj = { ...sending(unreachable), ...submitting('[data-action=send]') };
export const SendingFailed: StoryObj = { ...sending(refusal(500, 'internal')), ...submitting('[data-failed]') };
export const Outdated: StoryObj = { ...sending(refusal(409, 'service_version_outdated')), ...submitting('[data-action=reload]') };
export const RefusedByServer: StoryObj = {
  ...sending(refusal(422, 'validation_failed', { issues: [{ pointer: '/answers/nik', code: 'wrong_format' }] })),
  ...submitting('[data-summary]'),
};
export const Confirmation: StoryObj = submitting('[data-code]');

/** Leaves in the middle and comes back: everything but identifiers is still there. */
export const DraftFound: StoryObj = {
  play: async ({ canvasElement }) => {
    const widget = await reach(canvasElement, '[name="address.street"]');
    await until('the draft', () => widget.renderRoot.querySelector('[data-action=ask-wipe]'));
    const again = widget.cloneNode();
    if (again instanceof HTMLElement) widget.replaceWith(Object.assign(again, { client: widget.client, service: domicile.id, village: '51.71.04.2001' }));
    const later = await widgetIn(canvasElement);
    await expect(await until('the draft', () => later.renderRoot.querySelector('[data-action=resume]'))).toBeVisible();
  },
};

/** Somebody has said that this device is used by others too. */
export const SharedDevice: StoryObj = {
  play: async ({ canvasElement }) => {
    const widget = await reach(canvasElement, '[name="address.street"]');
    const box = await until('the switch', () => widget.renderRoot.querySelector<HTMLInputElement>('[data-shared]'));
    box.click();
    await until('the words', () => widget.renderRoot.querySelector('[data-action=next-person]'));
  },
};

export const Dark: StoryObj = dark(Mistakes);
export const HighContrast: StoryObj = highContrast(Mistakes);
export const English: StoryObj = english(Mistakes);
export const Balinese: StoryObj = balinese(Mistakes);
export const Phone: StoryObj = phone(Mistakes);
export const LargeText: StoryObj = largeText(Mistakes);
