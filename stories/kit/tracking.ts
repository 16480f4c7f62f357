import { examples, services } from 'virtual:sample';
import type { Status } from '@e-sewaka/contract';
import type { Tracking, TrackingStep } from '../../packages/components/src/internal/client-resident.js';

const service = services.find(({ id }) => id === examples.tracking.serviceId);
const times = ['2026-08-10T02:00:00Z', '2026-08-10T06:30:00Z', '2026-08-11T01:15:00Z', '2026-08-12T03:00:00Z', '2026-08-13T02:45:00Z'];

/** How many steps are done in a status, the sending counted as one; one that stopped stays where it was. */
const done: Readonly<Record<Status, number>> = {
  incomplete: 2, in_review: 2, awaiting_signature: 3, ready_for_pickup: 4, picked_up: 5, completed: 5, rejected: 2, cancelled: 2, expired: 2,
};

function stepsOf(status: Status): TrackingStep[] {
  const steps = [{ id: 'submitted', title: { id: 'Terkirim', en: 'Sent', ban: 'Sampun kakirim' } }, ...(service?.stages ?? [])];
  return steps.map(({ id, title }, index) => {
    if (index < done[status]) return { id, title, state: 'done', at: times[index] ?? examples.tracking.submittedAt };
    return { id, title, state: index === done[status] ? 'current' : 'upcoming' };
  });
}

const more: Readonly<Partial<Record<Status, Partial<Tracking>>>> = {
  incomplete: {
    allowedActions: ['correct', 'withdraw'],
    correction: {
      note: 'Mohon perbaiki dua hal ini, lalu kirim kembali.',
      fields: [
        { pointer: '/answers/nik', note: 'NIK tidak sama dengan yang tertulis di Kartu Keluarga.' },
        { pointer: '/documents/kartu-keluarga', note: 'Foto buram, nomor tidak terbaca.' },
      ],
    },
  },
  ready_for_pickup: {
    pickup: {
      place: 'Kantor Desa Dangin Puri Kangin, Jalan Contoh 1, Denpasar',
      hours: [{ days: ['monday', 'tuesday', 'wednesday', 'thursday'], opens: '08:00', closes: '15:00' }, { days: ['friday'], opens: '08:00', closes: '12:00' }],
      bringOriginals: [{ id: 'KTP-el', en: 'Identity card (KTP-el)' }, { id: 'Kartu Keluarga', en: 'Family card' }],
    },
    letter: { documentId: 'doc_k3m5p7r2t4v6x2z4b6d2f4h6j2', number: '470/012/SKD/5171042001/VIII/2026', issuedOn: '2026-08-12', validUntil: '2027-02-12' },
  },
  completed: { letter: { documentId: 'doc_k3m5p7r2t4v6x2z4b6d2f4h6j2', number: '470/012/SKD/5171042001/VIII/2026', issuedOn: '2026-08-12', validUntil: '2027-02-12' } },
  rejected: { rejection: { reason: 'Alamat tinggal berada di luar wilayah desa. Ajukan di desa tempat Anda tinggal.' } },
};

/** The contract's tracking example in a status, with the steps of its service. */
export function trackingAs(status: Status): Tracking {
  const { tracking } = examples;
  const moved = status === 'in_review' ? [] : [{ id: 'evt_k3m5p7r2t4v6x2z4b6d2f4h6j3', at: '2026-08-12T03:00:00Z', actorRole: 'officer' as const, action: 'change', to: status }];
  const open = status === 'in_review' || status === 'incomplete';
  return { ...tracking, status, steps: stepsOf(status), events: [...tracking.events, ...moved], allowedActions: open ? ['withdraw'] : [], ...more[status] };
}
