import type { Service, Text } from '@e-sewaka/contract';
import type { Client } from './client.js';
import type { Tracking, Verification } from './client-resident.js';
import { fakeClient, type ClientParts } from './fake-client.js';

const text = (id: string, en: string): Text => ({ id, en });
const said = text('Diisi pada standar pelayanan.', 'Filled in by the service standard.');

/** A small service for tests and stories; everything in it is made up. */
export const sampleService: Omit<Service, 'examples'> = {
  id: 'surat-keterangan-domisili',
  version: 1,
  title: text('Surat Keterangan Domisili', 'Certificate of residence'),
  summary: text('Bukti tempat tinggal.', 'Proof of where you live.'),
  category: 'residence',
  keywords: ['domisili'],
  channel: 'both',
  offered: {},
  fee: { amount: 0, currency: 'IDR' },
  applicant: { name: 'fullName', nik: 'nik', bornOn: 'bornOn' },
  steps: [
    {
      id: 'person',
      title: text('Data diri', 'About you'),
      fields: [
        { type: 'name', name: 'fullName', label: text('Nama lengkap', 'Full name') },
        { type: 'nik', name: 'nik', label: text('NIK', 'NIK') },
        { type: 'date', name: 'bornOn', label: text('Tanggal lahir', 'Date of birth'), max: 0 },
      ],
    },
    {
      id: 'purpose',
      title: text('Keperluan', 'Purpose'),
      fields: [
        {
          type: 'radios',
          name: 'purpose',
          label: text('Untuk apa surat ini?', 'What is the letter for?'),
          options: [
            { value: 'bank', label: text('Rekening bank', 'Bank account') },
            { value: 'other', label: text('Lainnya', 'Something else') },
          ],
        },
        { type: 'text', name: 'otherPurpose', label: text('Sebutkan keperluannya', 'Please say'), when: { field: 'purpose', equals: 'other' } },
      ],
    },
  ],
  requirements: [{ id: 'kartu-keluarga', label: text('Kartu keluarga', 'Family card'), ways: ['upload', 'bring_original'] }],
  stages: [{ id: 'review', title: text('Pemeriksaan', 'Review'), unit: 'village', post: 'operator', workingDays: 1, status: 'in_review' }],
  delivery: 'pickup',
  standard: {
    procedure: [said],
    product: said,
    complaints: said,
    legalBasis: ['UU 25/2009'],
    facilities: said,
    competence: said,
    supervision: said,
    staffing: said,
    guarantee: said,
    safety: said,
    evaluation: said,
    pledge: said,
    compensation: said,
  },
  privacy: { legalBasis: said, purpose: said },
  retention: { days: 365, basis: 'Jadwal retensi arsip' },
};

/** Answers of a made-up applicant. */
export const sampleAnswers = { fullName: 'Ni Luh Contoh', nik: '5171044108909001', bornOn: '1990-08-01', purpose: 'bank' };

/** A tracking code whose check character fits. */
export const sampleCode = 'ABCDEFGHJKMNPQRSTVWR';

/** An application under review, changed as a test or story wants. */
export function sampleTracking(change: Partial<Tracking> = {}): Tracking {
  return {
    applicationId: 'app_k3m5p7r2t4v6x2z4b6d2f4h6j2',
    serviceId: sampleService.id,
    serviceTitle: sampleService.title,
    villageCode: '51.71.04.2001',
    villageName: 'Dangin Puri Kangin',
    status: 'in_review',
    revision: 1,
    submittedAt: '2026-11-23T02:00:00Z',
    updatedAt: '2026-11-23T02:00:00Z',
    dueOn: '2026-11-27',
    maskedName: 'N• L•• C•••••',
    steps: [
      { id: 'submitted', title: text('Terkirim', 'Sent'), state: 'done', at: '2026-11-23T02:00:00Z' },
      { id: 'review', title: text('Pemeriksaan berkas', 'Review'), state: 'current' },
      { id: 'sign', title: text('Tanda tangan', 'Signature'), state: 'upcoming' },
    ],
    events: [{ id: 'evt_1', at: '2026-11-23T02:00:00Z', actorRole: 'applicant', action: 'submit', to: 'in_review' }],
    allowedActions: ['withdraw'],
    contactPhone: '+62361000001',
    serverTime: '2026-11-23T03:10:00Z',
    ...change,
  };
}

const letter = { documentId: 'doc_x', number: '470/012/SKD/5171042001/XI/2026', issuedOn: '2026-11-24', validUntil: '2027-05-24' };

/** The other states an application can be in. */
export const sampleStates = {
  incomplete: sampleTracking({
    status: 'incomplete',
    revision: 2,
    allowedActions: ['correct', 'withdraw'],
    correction: {
      note: 'Mohon perbaiki dua hal.',
      fields: [
        { pointer: '/answers/nik', note: 'Tidak sama dengan foto KTP.' },
        { pointer: '/documents/kartu-keluarga', note: 'Foto buram.' },
      ],
    },
  }),
  ready: sampleTracking({
    status: 'ready_for_pickup',
    revision: 4,
    allowedActions: [],
    letter,
    pickup: {
      place: 'Kantor Desa Dangin Puri Kangin',
      hours: [
        { days: ['monday', 'tuesday', 'wednesday', 'thursday'], opens: '08:00', closes: '15:00' },
        { days: ['friday'], opens: '08:00', closes: '12:30' },
      ],
      bringOriginals: [text('Kartu keluarga', 'Family card')],
    },
  }),
  completed: sampleTracking({ status: 'completed', revision: 5, allowedActions: [], letter }),
  rejected: sampleTracking({ status: 'rejected', revision: 5, allowedActions: [], rejection: { reason: 'Alamat di luar desa ini.' } }),
} as const;

/** What verification says of a genuine letter. */
export const sampleVerification: Verification = {
  result: 'valid',
  document: {
    number: letter.number,
    subject: 'Keterangan domisili',
    issuedOn: letter.issuedOn,
    maskedName: 'N• L•• C•••••',
    signatory: { name: 'I Made Contoh', title: 'Perbekel', office: 'Desa Dangin Puri Kangin' },
    office: 'Desa Dangin Puri Kangin',
    trust: 'registered',
    validUntil: letter.validUntil,
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  },
};

/** News that a test or story sends by hand: each call yields one more state to whoever watches. */
export class Feed<T> {
  #waiting: ((value: T) => void)[] = [];

  send(value: T): void {
    for (const resolve of this.#waiting.splice(0)) resolve(value);
  }

  async *follow(signal?: AbortSignal): AsyncGenerator<T, void, undefined> {
    while (!signal?.aborted) {
      const next = await new Promise<T | undefined>((resolve) => {
        this.#waiting.push(resolve);
        signal?.addEventListener('abort', () => resolve(undefined), { once: true });
      });
      if (next !== undefined) yield next;
    }
  }
}

/** A client for one tracked application; `feed` moves it. */
export function trackingClient(tracking: Tracking, more: ClientParts = {}, feed = new Feed<Tracking>()): Client {
  return fakeClient({
    services: { get: async () => sampleService },
    villages: { list: async () => ({ data: [] }) },
    ...more,
    tracking: {
      open: async () => ({ accessToken: 'set_sample', application: tracking }),
      get: async () => tracking,
      watch: (_key, options) => feed.follow(options?.signal),
      ...more.tracking,
    },
    applications: {
      get: async () => ({ answers: sampleAnswers, documents: { 'kartu-keluarga': { way: 'bring_original' } }, revision: tracking.revision }),
      ...more.applications,
    },
  });
}

/** An error as the SDK throws it. */
export function refusal(status: number, code: string, more: object = {}): Error {
  return Object.assign(new Error(code), { kind: 'api', status, code, issues: [], ...more });
}
