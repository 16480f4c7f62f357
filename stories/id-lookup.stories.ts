import '../packages/components/src/features/id-lookup/index.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import type { SewakaElement } from '../packages/components/src/internal/element.js';
import { refusal, sampleCode, storyClient } from './kit/client.js';
import { press, until, widgetIn } from './kit/element.js';
import { fillIn } from './kit/fill.js';
import { balinese, dark, english, highContrast, phone } from './kit/variants.js';

const meta: Meta = { title: 'Elements/Id lookup', component: 'sewaka-id-lookup', args: { trackUrl: '#lacak', verifyUrl: '#periksa' } };
export default meta;

const typing = (kind: string, number: string): StoryObj => ({
  args: { kind },
  play: async ({ canvasElement }) => {
    const widget = await widgetIn(canvasElement);
    await fillIn(widget, { number });
    await until('an explanation', () => widget.renderRoot.querySelector('[data-result]')?.textContent?.trim());
  },
});

export const AnyKind: StoryObj = {};
export const Nik: StoryObj = typing('nik', '5171 0141 0890 9001');
export const NikImpossible: StoryObj = typing('nik', '5171017308909001');
export const NikTooShort: StoryObj = typing('nik', '51710141');
export const Kk: StoryObj = typing('kk', '5171041506159001');
export const Npwp: StoryObj = typing('npwp', '5171041203909001');
export const Nib: StoryObj = typing('nib', '9120000000001');
export const Nip: StoryObj = typing('nip', '199003122015062001');
export const Bpjs: StoryObj = typing('bpjs', '0001234567891');
export const LetterNumber: StoryObj = typing('letter', '470/012/SKD/5171042001/VIII/2026');
export const TrackingCode: StoryObj = typing('tracking', sampleCode);

const verify = async (canvasElement: HTMLElement): Promise<SewakaElement> => {
  const widget = await widgetIn(canvasElement);
  await press(widget, '[data-action=verify-open]');
  await fillIn(widget, { nik: '5171014108909001', kk: '5171010101209001', 'bornOn.day': '1', 'bornOn.month': '8', 'bornOn.year': '1990', purpose: 'lookup', consent: 'true' });
  await press(widget, '[data-action=verify]');
  return widget;
};
const confirm = async (canvasElement: HTMLElement): Promise<SewakaElement> => {
  const widget = await verify(canvasElement);
  await fillIn(widget, { otp: '123456' });
  await press(widget, '[data-action=confirm]');
  return widget;
};

export const VerifyMistakes: StoryObj = {
  args: { kind: 'nik' },
  play: async ({ canvasElement }) => {
    const widget = await widgetIn(canvasElement);
    await press(widget, '[data-action=verify-open]');
    await press(widget, '[data-action=verify]');
    await expect(await until('the summary', () => widget.renderRoot.querySelector('[data-summary]'))).toBeVisible();
  },
};
export const VerifyCode: StoryObj = { args: { kind: 'nik' }, play: async ({ canvasElement }) => void (await verify(canvasElement)) };
export const VerifyConfirmed: StoryObj = {
  args: { kind: 'nik' },
  play: async ({ canvasElement }) => {
    const widget = await confirm(canvasElement);
    await until('the masked result', () => widget.renderRoot.querySelector('[data-confirmed]'));
  },
};
export const VerifyWrongCode: StoryObj = {
  ...VerifyConfirmed,
  parameters: { client: () => storyClient({ identity: { confirm: refusal(422, 'code_not_accepted') } }) },
  play: async ({ canvasElement }) => {
    const widget = await confirm(canvasElement);
    await until('the notice', () => widget.renderRoot.querySelector('[data-notice]'));
  },
};
export const VerifyLocked: StoryObj = {
  args: { kind: 'nik' },
  parameters: { client: () => storyClient({ identity: { verify: refusal(429, 'too_many_attempts', { retryAfter: 900 }) } }) },
  play: async ({ canvasElement }) => {
    const widget = await verify(canvasElement);
    await until('the notice', () => widget.renderRoot.querySelector('[data-notice]'));
  },
};

export const Dark: StoryObj = dark(Nik);
export const HighContrast: StoryObj = highContrast(Nik);
export const English: StoryObj = english(Nik);
export const Balinese: StoryObj = balinese(Nik);
export const Phone: StoryObj = phone(Nik);
