import type { Field, Requirement, Text } from '@e-sewaka/contract';
import type { ClientParts } from '../../internal/fake-client.js';
import type { Receipt, ServiceDefinition, Submission, VillageItem, VillageProfile } from '../../internal/client.js';

function text(id: string, en = id): Text {
  return { id, en };
}

const options = [
  { value: 'own', label: text('Milik sendiri', 'Own') },
  { value: 'rent', label: text('Sewa', 'Rented') },
];

/** One field of every type. */
export const everyField: readonly Field[] = [
  { type: 'name', name: 'fullName', label: text('Nama lengkap', 'Full name') },
  { type: 'nik', name: 'nik', label: text('NIK') },
  { type: 'kk', name: 'kk', label: text('Nomor KK', 'Family card number') },
  { type: 'npwp', name: 'npwp', label: text('NPWP'), required: false },
  { type: 'nib', name: 'nib', label: text('NIB'), required: false },
  { type: 'phone', name: 'mobile', label: text('Nomor ponsel', 'Mobile'), required: false },
  { type: 'email', name: 'email', label: text('Surel', 'Email'), required: false },
  { type: 'text', name: 'birthPlace', label: text('Tempat lahir', 'Birthplace') },
  { type: 'textarea', name: 'story', label: text('Cerita', 'Story'), maxLength: 100, required: false },
  { type: 'date', name: 'bornOn', label: text('Tanggal lahir', 'Date of birth'), max: 0, autocomplete: 'bday' },
  { type: 'time', name: 'at', label: text('Jam', 'Time'), required: false },
  { type: 'integer', name: 'people', label: text('Jumlah orang', 'People'), unit: text('orang', 'people'), min: 1, max: 50, required: false },
  { type: 'money', name: 'income', label: text('Penghasilan', 'Income'), required: false },
  { type: 'radios', name: 'tenure', label: text('Status rumah', 'Tenure'), options },
  { type: 'select', name: 'job', label: text('Pekerjaan', 'Job'), options, required: false },
  {
    type: 'checkboxes',
    name: 'needs',
    label: text('Keperluan', 'Needs'),
    options: [...options, { value: 'none', label: text('Tidak ada', 'None'), exclusive: true }],
    required: false,
  },
  { type: 'confirm', name: 'agreed', label: text('Saya setuju', 'I agree'), required: false },
  { type: 'village', name: 'from', label: text('Desa asal', 'Village of origin'), required: false },
  { type: 'banjar', name: 'banjar', label: text('Banjar'), required: false },
  { type: 'address', name: 'address', label: text('Alamat', 'Address'), scope: 'city', required: false },
];

const who: readonly Field[] = [
  { type: 'name', name: 'fullName', label: text('Nama lengkap', 'Full name') },
  { type: 'nik', name: 'nik', label: text('NIK') },
  { type: 'date', name: 'bornOn', label: text('Tanggal lahir', 'Date of birth'), max: 0, autocomplete: 'bday' },
];
const home: readonly Field[] = [
  { type: 'radios', name: 'tenure', label: text('Status rumah', 'Tenure'), options },
  { type: 'name', name: 'owner', label: text('Nama pemilik', 'Owner'), when: { field: 'tenure', equals: 'rent' } },
  { type: 'text', name: 'purpose', label: text('Keperluan', 'Purpose') },
];
const card: Requirement = { id: 'ktp-el', label: text('KTP-el pemohon', 'Identity card'), ways: ['upload', 'bring_original'] };
const lease: Requirement = {
  id: 'sewa',
  label: text('Surat sewa', 'Lease'),
  when: { field: 'tenure', equals: 'rent' },
  whenText: text('Bila rumah disewa', 'If the house is rented'),
  ways: ['bring_original'],
};

/** A small service with a condition, a conditional document and every page of the journey. */
export function smallService(change: Partial<ServiceDefinition> = {}): ServiceDefinition {
  const words = text('Kata', 'Words');
  return {
    id: 'lokal-coba',
    version: 3,
    title: text('Surat Coba', 'Trial letter'),
    summary: text('Untuk mencoba.', 'For trying.'),
    category: 'general',
    keywords: ['coba'],
    channel: 'online',
    offered: {},
    fee: { amount: 0, currency: 'IDR' },
    applicant: { name: 'fullName', nik: 'nik', bornOn: 'bornOn' },
    steps: [
      { id: 'who', title: text('Data diri', 'About you'), fields: who },
      { id: 'home', title: text('Tempat tinggal', 'Home'), fields: home },
    ],
    requirements: [card, lease],
    stages: [{ id: 'check', title: words, unit: 'village', post: 'operator', workingDays: 2, status: 'in_review' }],
    delivery: 'pickup',
    standard: {
      procedure: [words],
      product: words,
      complaints: words,
      legalBasis: ['UU 25/2009'],
      facilities: words,
      competence: words,
      supervision: words,
      staffing: words,
      guarantee: words,
      safety: words,
      evaluation: words,
      pledge: words,
      compensation: words,
    },
    privacy: { legalBasis: words, purpose: words },
    retention: { days: 365, basis: 'Jadwal retensi arsip.' },
    ...change,
  };
}

export const village: VillageProfile & VillageItem = {
  code: '51.71.04.2001',
  name: 'Dangin Puri Kangin',
  kind: 'desa',
  districtCode: '51.71.04',
  districtName: 'Denpasar Utara',
  address: 'Jalan Contoh 1',
  phone: '+623610000001',
  hours: [],
  banjars: [{ name: 'Banjar Contoh', kind: 'dusun' }],
};

export const receipt: Receipt = {
  application: { id: 'app_a', submittedAt: '2026-11-23T02:00:00Z', dueOn: '2026-11-27', status: 'in_review' },
  trackingCode: '0123456789ABCDEFGHJK',
  accessToken: 'set_x',
};

/** What the server would answer; `submit` is the part that tests care for. */
export function formServer(service: ServiceDefinition, submit: (body: Submission, key: string) => Promise<Receipt>): ClientParts {
  return {
    services: { get: () => Promise.resolve(service) },
    villages: { list: () => Promise.resolve({ data: [village] }), get: () => Promise.resolve(village) },
    applications: { submit: (body, call) => submit(body, call?.idempotencyKey ?? '') },
    uploads: {
      start: (file, call) => {
        call?.onProgress?.({ sent: file.size, total: file.size });
        return { done: Promise.resolve({ id: 'upl_a' }), pause: () => {}, resume: () => {}, abort: () => Promise.resolve() };
      },
    },
  };
}
