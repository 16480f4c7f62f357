import '../packages/components/src/features/document-verify/index.js';
import { examples } from 'virtual:sample';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import type { ResidentClient, Trust, Verification } from '../packages/components/src/internal/client-resident.js';
import { never, storyClient, unreachable } from './kit/client.js';
import { press, until, widgetIn } from './kit/element.js';
import { fillIn } from './kit/fill.js';
import { balinese, dark, english, highContrast, phone } from './kit/variants.js';

const meta: Meta = { title: 'Elements/Document verify', component: 'sewaka-document-verify' };
export default meta;

const { document } = examples.verification;
const code = 'contohkodesurat01';
const answering = (documents: Partial<ResidentClient['documents']>, shown = code): StoryObj => ({
  args: { code: shown },
  parameters: { client: () => storyClient({ documents }) },
});
const found = (result: Verification['result'], change: object = {}): StoryObj =>
  answering({ verify: async () => (document ? { result, document: { ...document, ...change } } : { result }) });
const trusted = (trust: Trust): StoryObj => found('valid', { trust });

export const Asking: StoryObj = {};
export const Registered: StoryObj = trusted('registered');
export const Certified: StoryObj = trusted('certified');
export const Wet: StoryObj = trusted('wet');
export const Expired: StoryObj = found('expired', { validUntil: '2026-10-01' });
export const Revoked: StoryObj = found('revoked', { revokedOn: '2026-08-14' });
export const NotFound: StoryObj = answering({ verify: async () => ({ result: 'not_found' }) });
export const Checking: StoryObj = answering({ verify: never });
export const Unreachable: StoryObj = answering({ verify: unreachable });

const signed = 'eyJhbGciOiJFZERTQSJ9.eyJjb250b2giOnRydWV9.Y29udG9o';
export const Forged: StoryObj = answering({ checkOffline: async () => ({ result: 'not_genuine' }) }, signed);
export const OfflineGenuine: StoryObj = answering(
  {
    verify: unreachable,
    checkOffline: async () => ({
      result: 'valid',
      letter: {
        documentId: 'doc_k3m5p7r2t4v6x2z4b6d2f4h6j2', number: '470/12/VIII/2026', issuedOn: '2026-08-12', subject: 'Keterangan domisili',
        maskedName: 'N* L** C*****', signatory: 'I Made Contoh, Perbekel', office: 'Desa Dangin Puri Kangin', trust: 'registered',
      },
    }),
  },
  signed,
);

export const ByNumber: StoryObj = {
  play: async ({ canvasElement }) => {
    const widget = await widgetIn(canvasElement);
    await fillIn(widget, { way: 'number' });
    await fillIn(widget, { number: '470/12/VIII/2026' });
  },
};
export const Mistakes: StoryObj = {
  play: async ({ canvasElement }) => {
    const widget = await widgetIn(canvasElement);
    await press(widget, '[data-action=check]');
    await expect(await until('the summary', () => widget.renderRoot.querySelector('[data-summary]'))).toBeVisible();
  },
};

export const Dark: StoryObj = dark(Registered);
export const HighContrast: StoryObj = highContrast(Registered);
export const English: StoryObj = english(Registered);
export const Balinese: StoryObj = balinese(Registered);
export const Phone: StoryObj = phone(Registered);
