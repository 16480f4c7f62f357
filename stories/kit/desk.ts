import { examples, services } from 'virtual:sample';
import type { DueState, Post, Status } from '@e-sewaka/contract';
import type { DeskApplication, DeskItem } from '../../packages/components/src/internal/client-desk.js';

const example = examples['desk-application'];
const domicile = services.find(({ id }) => id === example.application.serviceId) ?? example.service;
const answers = 'examples' in domicile ? domicile.examples.valid[0]?.answers : undefined;

const row = (index: number, maskedName: string, status: Status, due: DueState, dueOn: string, needsPost: Post, serviceId = domicile.id): DeskItem => ({
  id: `app_contoh${index}`,
  serviceId,
  serviceTitle: services.find(({ id }) => id === serviceId)?.title ?? domicile.title,
  maskedName,
  villageCode: '51.71.04.2001',
  status,
  revision: 1,
  submittedAt: `2026-08-0${index}T02:00:00Z`,
  dueOn,
  due,
  needsPost,
  ...(index === 2 ? { claimedBy: { name: 'Ni Wayan Contoh', mine: true } } : index === 4 ? { claimedBy: { name: 'I Ketut Teladan', mine: false } } : {}),
});

/** A morning at the desk: one late, some for today, some for this week. */
export const inbox: readonly DeskItem[] = [
  row(1, 'I W**** C***** A******', 'in_review', 'overdue', '2026-08-07', 'operator', 'surat-keterangan-usaha'),
  row(2, 'N* L** C*****', 'in_review', 'today', '2026-08-10', 'operator'),
  row(3, 'T******', 'awaiting_signature', 'today', '2026-08-10', 'head', 'surat-pengantar-skck'),
  row(4, 'N* M*** T******', 'incomplete', 'this_week', '2026-08-13', 'operator', 'akta-kelahiran'),
  row(5, 'I M*** C*****', 'ready_for_pickup', 'later', '2026-08-20', 'operator', 'surat-keterangan-tidak-mampu'),
];

/** The contract's application as a desk sees it, with the whole service and answers of the catalogue. */
export function deskCase(change: Partial<DeskApplication> = {}, application: Partial<DeskApplication['application']> = {}): DeskApplication {
  return { ...example, service: domicile, ...change, application: { ...example.application, id: inbox[1]?.id ?? '', ...(answers ? { answers } : {}), ...application } };
}

/** A picture that says it is an example, as an uploaded card would be. */
export async function samplePicture(): Promise<Blob> {
  const canvas = new OffscreenCanvas(800, 520);
  const pen = canvas.getContext('2d');
  if (pen) {
    pen.fillStyle = '#e6f1f4';
    pen.fillRect(0, 0, 800, 520);
    pen.fillStyle = '#0a5568';
    pen.font = '600 64px sans-serif';
    pen.fillText('CONTOH KARTU KELUARGA', 40, 270, 720);
  }
  return canvas.convertToBlob({ type: 'image/png' });
}
