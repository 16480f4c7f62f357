import type { DueState, Status } from '@e-sewaka/contract';
import type { Client } from './client.js';
import type { DeskApplication, DeskEvent, DeskItem, Session } from './client-desk.js';
import { fakeClient, type ClientParts } from './fake-client.js';
import { Feed, sampleAnswers, sampleService } from './sample-tracking.js';

/** An operator of a village. */
export const sampleSession: Session = { kind: 'officer', office: '51.71.04.2001', officeName: 'Desa Dangin Puri Kangin', post: 'operator', name: 'Ni Wayan Contoh' };

function item(index: number, due: DueState, status: Status, maskedName: string): DeskItem {
  return {
    id: `app_${index}`,
    serviceId: sampleService.id,
    serviceTitle: sampleService.title,
    maskedName,
    villageCode: '51.71.04.2001',
    banjar: index % 2 === 0 ? 'Banjar Contoh Satu' : 'Banjar Contoh Dua',
    status,
    revision: 1,
    submittedAt: `2026-11-2${index}T02:00:00Z`,
    dueOn: `2026-11-2${index + 2}`,
    due,
    ...(index === 1 ? { claimedBy: { name: 'Ni Wayan Contoh', mine: true } } : {}),
  };
}

/** A morning's work. */
export const sampleItems: readonly DeskItem[] = [
  item(0, 'overdue', 'in_review', 'I M••• S••••'),
  item(1, 'today', 'in_review', 'N• L•• C•••••'),
  item(2, 'this_week', 'awaiting_signature', 'P••• A•••'),
  item(3, 'later', 'ready_for_pickup', 'I K•••• W•••••'),
];

const letter: NonNullable<DeskApplication['service']['letter']> = {
  title: 'Surat Keterangan Domisili',
  classification: '470',
  abbreviation: 'SKD',
  subject: 'Keterangan domisili',
  opening: 'Yang bertanda tangan di bawah ini menerangkan:',
  rows: [{ label: 'Nama', value: '{{fullName}}' }],
  body: [],
  closing: 'Demikian surat ini dibuat.',
};

/** One application as an officer sees it. */
export function sampleCase(id: string, change: Partial<DeskApplication> = {}): DeskApplication {
  return {
    application: {
      id,
      serviceId: sampleService.id,
      villageCode: '51.71.04.2001',
      status: 'in_review',
      revision: 1,
      submittedAt: '2026-11-22T02:00:00Z',
      updatedAt: '2026-11-22T02:00:00Z',
      dueOn: '2026-11-24',
      answers: sampleAnswers,
      documents: { 'kartu-keluarga': { way: 'upload', uploadIds: ['upl_1'] } },
      contact: { phone: '+6281200000101', whatsapp: true },
    },
    registryMatch: 'match',
    warnings: [{ pointer: '/answers/nik', code: 'birth_date_differs' }],
    events: [{ id: 'evt_1', at: '2026-11-22T02:00:00Z', actorRole: 'applicant', action: 'submit', to: 'in_review' }],
    files: [{ requirementId: 'kartu-keluarga', uploadId: 'upl_1', name: 'kartu-keluarga.png', mediaType: 'image/png', size: 48_000, state: 'clean' }],
    claim: { name: 'Ni Wayan Contoh', mine: true },
    allowedActions: ['request_correction', 'approve', 'reject'],
    service: { ...sampleService, letter },
    ...change,
  };
}

/** A desk with that work on it; `feed` brings news. */
export function deskClient(more: ClientParts = {}, feed = new Feed<DeskEvent>()): Client {
  return fakeClient({
    villages: { list: async () => ({ data: [] }) },
    ...more,
    sessions: { get: async () => sampleSession, extend: async () => sampleSession, remove: async () => undefined, ...more.sessions },
    desk: {
      list: async ({ due }) => ({ data: sampleItems.filter((one) => due === undefined || one.due === due), nextCursor: null }),
      search: async () => ({ data: sampleItems.slice(0, 1), nextCursor: null }),
      summary: async () => ({ byStatus: { in_review: 2 }, byDue: { overdue: 1, today: 1, this_week: 1, later: 1 }, mine: 1 }),
      get: async ({ applicationId }) => sampleCase(applicationId),
      claim: async ({ applicationId }) => sampleCase(applicationId),
      release: async ({ applicationId }) => sampleCase(applicationId, { claim: null }),
      previewNumber: async () => ({ number: '470/013/SKD/5171042001/XI/2026', assigned: false }),
      watch: (options) => feed.follow(options?.signal),
      ...more.desk,
    },
  });
}
