import { banjarKey } from '@e-sewaka/contract';
import { kadusAccountId } from '../auth/accounts.js';
import type { App } from '../context.js';
import { textAnswer } from '../features/applications/check.js';
import { attachFiles } from '../features/applications/files.js';
import { move } from '../features/applications/moves.js';
import { nested, type ApplicationRow } from '../features/applications/row.js';
import { serviceOf } from '../features/applications/stages.js';
import { file, matchApplicant } from '../features/applications/submit.js';
import { readApplication } from '../features/applications/store.js';
import { deskUser } from '../features/desk/access.js';
import { act, prepare } from '../features/desk/act.js';
import { findOffice } from '../features/villages/offices.js';
import type { Resident } from '../population/registry.js';
import type { Officer, OfficerPost } from '../principal.js';
import { exampleSubmission } from './example.js';
import type { Plan } from './plans.js';

type DeskStep = Parameters<typeof act>[4];
const day = 86_400_000;

/** Plays one application from its filing to where its plan ends, on the days it happened. */
export async function play(app: App, plan: Plan, given: { person: Resident; villageCode: string; turn: number; newPaper: () => Promise<string> }): Promise<{ trackingCode: string } | undefined> {
  const service = app.catalog.get(plan.serviceId);
  if (service === undefined) return undefined;
  const filedAt = officeHour(new Date(app.clock().getTime() - plan.daysAgo * day), given.turn, app.clock());
  const then = { ...app, clock: () => filedAt };
  const submission = await exampleSubmission(service, given.person, { ...given, now: filedAt });
  const match = await matchApplicant(then, submission);
  const filing = { ...then, principal: { kind: 'guest' }, request: {} } as const;
  const { row, trackingCode } = await then.db.transaction((tx) => file(tx, filing, submission, match));
  const pause = (plan.daysAgo * day) / (plan.steps.length + 1);
  let at = filedAt;
  for (const step of plan.steps) {
    at = officeHour(new Date(at.getTime() + pause), given.turn, app.clock());
    await take({ ...app, clock: () => at }, row.id, step);
  }
  return { trackingCode };
}

async function take(app: App, id: string, step: Plan['steps'][number]): Promise<void> {
  switch (step) {
    case 'withdraw':
      return moveAsApplicant(app, id, 'withdraw');
    case 'corrected':
      return moveAsApplicant(app, id, 'correct');
    case 'correction': {
      const note = 'Mohon unggah ulang foto yang lebih jelas.';
      const row = await readApplication(app.db.read, id);
      const [document = ''] = row === undefined ? [] : Object.keys(nested.documents(row));
      const fields = document === '' ? [] : [{ pointer: `/documents/${document}`, note: 'Foto buram.' }];
      return atDesk(app, id, 'operator', { action: 'request_correction', note, fields });
    }
    case 'vouch':
      return asKadus(app, id, { action: 'vouch' });
    case 'withhold':
      return asKadus(app, id, { action: 'withhold', note: 'Tidak saya kenal di banjar ini; mohon dicocokkan dulu.' });
    case 'reject':
      return atDesk(app, id, 'operator', { action: 'reject', note: 'Pemohon tidak tinggal di wilayah ini.' });
    case 'approve': {
      // A second office reviews before anyone signs.
      for (let office = 0; office < 2; office += 1) {
        const row = await readApplication(app.db.read, id);
        if (row?.status === 'in_review') await atDesk(app, id, 'operator', { action: 'approve', ...(row.vouching === 'vouched' ? {} : { note: 'Surat pengantar kertas diperlihatkan di loket.' }) });
      }
      return undefined;
    }
    case 'sign':
      return atDesk(app, id, 'head', { action: 'sign' });
    case 'hand_over': {
      const row = await readApplication(app.db.read, id);
      return row?.status === 'ready_for_pickup' ? atDesk(app, id, 'operator', { action: 'hand_over' }) : undefined;
    }
  }
}

async function atDesk(app: App, id: string, post: OfficerPost, body: DeskStep): Promise<void> {
  const row = await found(app, id);
  const user = deskUser(officerOf(app, row.office, post));
  const letter = await prepare(app, user, id, body.action);
  await app.db.transaction(async (tx) => act(tx, app, user, await found(app, id), body, letter));
}

/** The Kadus of the applicant's banjar says it, where the village has one. */
async function asKadus(app: App, id: string, body: DeskStep): Promise<void> {
  const { office, banjar_key: key } = await found(app, id);
  const head = app.villages.find(office)?.officers.find(({ banjar }) => banjar !== undefined && banjarKey(banjar) === key);
  if (head?.banjar === undefined) return;
  const { name, banjar } = head;
  const user = deskUser({ kind: 'officer', accountId: kadusAccountId(office, banjar), name, office, post: 'kadus', banjar, sessionId: '', expiresAt: '', idleExpiresAt: '' });
  await app.db.transaction(async (tx) => act(tx, app, user, await found(app, id), body, undefined));
}

async function moveAsApplicant(app: App, id: string, action: 'withdraw' | 'correct'): Promise<void> {
  const row = await found(app, id);
  const service = serviceOf(app, row);
  await app.db.transaction(async (tx) => {
    if (action === 'correct') await attachFiles(tx, id, nested.documents(row), app.clock().toISOString());
    const change = action === 'correct' ? { correction: null, applicant_name: textAnswer(nested.answers(row), service.applicant.name) ?? '' } : {};
    await move(tx, app, row, service, { action, mover: { role: 'applicant' }, change });
  });
}

async function found(app: App, id: string): Promise<ApplicationRow> {
  const row = await readApplication(app.db.read, id);
  if (row === undefined) throw new Error('a demo application is gone');
  return row;
}

/** The demo officer of an office and post, under the account that the sign-in page offers. */
function officerOf(app: App, office: string, post: OfficerPost): Officer {
  const named = app.villages.find(office)?.officers.find((officer) => officer.post === post)?.name;
  const name = named ?? (post === 'head' ? findOffice(app, office)?.head.name : undefined) ?? 'Petugas Contoh';
  return { kind: 'officer', accountId: `${office}:${post}`, name, office, post, sessionId: '', expiresAt: '', idleExpiresAt: '' };
}

/** Between nine and three, Denpasar time, and never in the future. */
function officeHour(at: Date, turn: number, now: Date): Date {
  const hour = new Date(at);
  hour.setUTCHours(1 + (turn % 6), (turn * 17) % 60, turn % 60, 0);
  return hour < now ? hour : now;
}
