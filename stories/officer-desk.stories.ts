import '../packages/components/src/features/officer-desk/index.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { examples } from 'virtual:sample';
import type { DeskApplication, DeskClient } from '../packages/components/src/internal/client-desk.js';
import type { SewakaElement } from '../packages/components/src/internal/element.js';
import { never, once, refusal, storyClient, unreachable } from './kit/client.js';
import { deskCase, inbox, samplePicture } from './kit/desk.js';
import { press, until, widgetIn } from './kit/element.js';
import { fillIn } from './kit/fill.js';
import { balinese, dark, english, highContrast, phone } from './kit/variants.js';

const at = (shown: DeskApplication, desk: Partial<DeskClient['desk']> = {}, more: object = {}): Partial<StoryObj> => ({
  parameters: {
    layout: 'fullscreen',
    client: () =>
      storyClient({
        desk: { list: async () => ({ data: inbox, nextCursor: null }), search: async () => ({ data: inbox.slice(0, 1), nextCursor: null }), get: async () => shown, claim: async () => shown, act: async () => shown, downloadFile: samplePicture, ...desk },
        ...more,
      }),
  },
});

const meta: Meta = { title: 'Elements/Officer desk', component: 'sewaka-officer-desk', ...at(deskCase()) };
export default meta;

const open = async (canvasElement: HTMLElement): Promise<SewakaElement> => {
  const widget = await widgetIn(canvasElement);
  await press(widget, '[data-action=select][data-value=app_contoh2]');
  await until('the case', () => widget.renderRoot.querySelector('#case'));
  return widget;
};
const opening: StoryObj = { play: async ({ canvasElement }) => void (await open(canvasElement)) };
const asking = (action: string, more: Partial<StoryObj> = {}): StoryObj => ({
  ...more,
  play: async ({ canvasElement }) => {
    const widget = await open(canvasElement);
    await press(widget, `[data-action=act][data-value=${action}]`);
    await until('the decision', () => widget.renderRoot.querySelector('[data-form=decision]'));
  },
});

export const Inbox: StoryObj = {};
export const Empty: StoryObj = at(deskCase(), { list: async () => ({ data: [], nextCursor: null }), summary: async () => ({ byStatus: {}, byDue: {}, mine: 0 }) });
export const Loading: StoryObj = at(deskCase(), { list: never });
export const Unreachable: StoryObj = at(deskCase(), { list: unreachable });
export const SignedOut: StoryObj = at(deskCase(), {}, { sessions: { get: refusal(401, 'unauthenticated') } });
export const Polling: StoryObj = at(deskCase(), { watch: (options) => (options?.onState?.('offline'), once()) });

export const Opened: StoryObj = opening;
export const Unclaimed: StoryObj = { ...at(deskCase({ claim: null })), ...opening };
export const ClaimedByColleague: StoryObj = { ...at(deskCase({ claim: { name: 'I Ketut Teladan', mine: false } })), ...opening };
export const RegistryMismatch: StoryObj = { ...at(deskCase({ registryMatch: 'mismatch' })), ...opening };
export const NotFound: StoryObj = {
  ...at(deskCase(), { get: refusal(404, 'not_found') }),
  play: async ({ canvasElement }) => press(await widgetIn(canvasElement), '[data-action=select][data-value=app_contoh2]'),
};

export const AskingForCorrection: StoryObj = asking('request_correction');
export const Approving: StoryObj = asking('approve');
export const Rejecting: StoryObj = asking('reject');
export const RejectingWithoutReason: StoryObj = {
  play: async (context) => {
    await Rejecting.play?.(context);
    const widget = await widgetIn(context.canvasElement);
    await press(widget, '[data-action=decide]');
    await expect(await until('the message', () => widget.renderRoot.querySelector('[data-form=decision] .error'))).toBeVisible();
  },
};
const signing = at(deskCase({ allowedActions: ['sign', 'return_to_review', 'reject'] }, { status: 'awaiting_signature' }));
export const Signing: StoryObj = asking('sign', signing);
const pickup = at(deskCase({ allowedActions: ['hand_over'] }, { status: 'ready_for_pickup' }));
export const HandingOver: StoryObj = asking('hand_over', pickup);
const vouching = { state: 'awaited', banjar: 'Banjar Contoh Satu', kadus: 'I Made Contoh' } as const;
const kadusSession = { sessions: { get: async () => ({ ...examples.session, kind: 'officer', post: 'kadus' as const, banjar: 'Banjar Contoh Satu', name: 'I Made Contoh' }) } };
export const AwaitingKadus: StoryObj = asking('approve', at(deskCase({ vouching })));
const said = (state: 'vouched' | 'withheld' | 'waived', action: string, note: string) =>
  deskCase({ vouching: { ...vouching, state }, events: [{ id: 'evt_contoh', at: '2026-08-10T03:00:00Z', actorRole: 'officer', actorName: 'I Made Contoh', action, note }] });
export const KadusVouched: StoryObj = { ...at(said('vouched', 'vouch', 'Benar warga banjar kami.')), ...opening };
export const KadusWithheld: StoryObj = { ...at(said('withheld', 'withhold', 'Sudah pindah sejak tahun lalu.')), ...opening };
export const WithoutKadus: StoryObj = { ...at(said('waived', 'waive_vouch', 'Surat pengantar kertas diperlihatkan.')), ...opening };
const forKadus = at(deskCase({ vouching, claim: null, allowedActions: ['vouch', 'withhold'] }), {}, kadusSession);
export const KadusVouching: StoryObj = asking('vouch', forKadus);
export const KadusWithholding: StoryObj = asking('withhold', forKadus);
export const ChangedByColleague: StoryObj = {
  ...at(deskCase(), { act: refusal(412, 'precondition_failed') }),
  play: async ({ canvasElement }) => {
    const widget = await open(canvasElement);
    await press(widget, '[data-action=act][data-value=reject]');
    await until('the note', () => widget.renderRoot.querySelector('[name=note]'));
    await fillIn(widget, { note: 'Alamat di luar wilayah desa.' });
    await press(widget, '[data-action=decide]');
    await until('the notice', () => widget.renderRoot.querySelector('[data-changed]'));
  },
};
export const Picture: StoryObj = {
  play: async ({ canvasElement }) => {
    const widget = await open(canvasElement);
    await press(widget, '[data-action=open-image]');
    await press(widget, '[data-action=rotate]');
  },
};
const soon = (seconds: number): object => {
  const after = (more: number): string => new Date(Date.now() + more * 1_000).toISOString();
  const session = { ...examples.session, kind: 'officer', serverTime: after(0), idleExpiresAt: after(seconds), expiresAt: after(28_800) };
  return { sessions: { get: async () => session } };
};
export const SessionEnding: StoryObj = {
  ...at(deskCase(), {}, soon(100)),
  play: async ({ canvasElement }) => {
    const widget = await widgetIn(canvasElement);
    await until('the warning', () => widget.renderRoot.querySelector('dialog.session[open]'));
  },
};
export const Shortcuts: StoryObj = { play: async ({ canvasElement }) => press(await widgetIn(canvasElement), '[data-action=help]') };

export const Dark: StoryObj = dark(opening);
export const HighContrast: StoryObj = highContrast(opening);
export const English: StoryObj = english(opening);
export const Balinese: StoryObj = balinese(opening);
export const Phone: StoryObj = phone(opening);
