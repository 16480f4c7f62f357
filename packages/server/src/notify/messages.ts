import { textIn, type Locale, type Service, type Status } from '@e-sewaka/contract';

/** What a notice is about. */
export interface Notice {
  readonly kind: 'moved' | 'reminder';
  readonly service: Service;
  readonly status: Status;
  readonly office: string;
}

const moved: Readonly<Record<Locale, Readonly<Record<Status, string>>>> = {
  id: {
    in_review: 'sedang diperiksa oleh {office}.',
    incomplete: 'belum lengkap. Baca catatan petugas dan lengkapi dengan kode pelacakan Anda.',
    awaiting_signature: 'disetujui dan menunggu tanda tangan.',
    ready_for_pickup: 'siap diambil di {office}. Bawalah berkas asli.',
    picked_up: 'sudah diambil. Terima kasih.',
    cancelled: 'dibatalkan sesuai permintaan Anda.',
    rejected: 'ditolak. Baca alasannya dengan kode pelacakan Anda.',
    completed: 'selesai. Surat dapat diunduh dengan kode pelacakan Anda.',
    expired: 'kedaluwarsa karena tidak ada tanggapan.',
  },
  en: {
    in_review: 'is being checked by {office}.',
    incomplete: 'is incomplete. Read the officer’s note and complete it with your tracking code.',
    awaiting_signature: 'is approved and waits for a signature.',
    ready_for_pickup: 'is ready to be collected at {office}. Bring the originals.',
    picked_up: 'was collected. Thank you.',
    cancelled: 'was cancelled as you asked.',
    rejected: 'was rejected. Read the reason with your tracking code.',
    completed: 'is finished. Download the letter with your tracking code.',
    expired: 'has expired, since nobody answered.',
  },
  ban: {
    in_review: 'kantun kapreksa olih {office}.',
    incomplete: 'durung jangkep. Wacén cihna petugas tur jangkepin antuk kode pelacakan Ragané.',
    awaiting_signature: 'sampun kacumpuin, ngantosang tanda tangan.',
    ready_for_pickup: 'dados kaambil ring {office}. Bakta berkas asliné.',
    picked_up: 'sampun kaambil. Matur suksma.',
    cancelled: 'sampun kawangdéang.',
    rejected: 'nénten kacumpuin. Wacén dasarnyané antuk kode pelacakan Ragané.',
    completed: 'sampun puput. Suraté dados kaunduh antuk kode pelacakan.',
    expired: 'sampun lintang galah.',
  },
};

const reminders: Readonly<Record<Locale, string>> = {
  id: 'masih menunggu Anda ({office}). Permohonan yang tidak ditanggapi akan kedaluwarsa.',
  en: 'is still waiting for you ({office}). An application without an answer expires.',
  ban: 'kantun ngantosang Ragané ({office}).',
};

/**
 * Words a notice for the applicant's phone; without names or numbers of persons, since others may read it. An officer's
 * note may hold such, so it is never part.
 */
export function wordNotice(notice: Notice, locale: Locale): string {
  const rest = notice.kind === 'reminder' ? reminders[locale] : moved[locale][notice.status];
  const title = textIn(notice.service.title, locale);
  const filled = rest.replace('{office}', notice.office);
  return `E-Sewaka: ${title} ${filled}`;
}

/** Words the message with the six digits that confirm a resident; in two languages, since nobody has chosen one yet. */
export function wordCode(code: string): string {
  return `E-Sewaka: kode verifikasi Anda ${code}. Berlaku 10 menit. Jangan berikan kepada siapa pun, termasuk petugas. Your code; tell nobody, not even officers.`;
}
