import type { Locale } from '@e-sewaka/contract';
import type { App } from '../context.js';
import { listEvents } from '../features/applications/events.js';
import { move } from '../features/applications/moves.js';
import { nested, statusOf, type ApplicationRow } from '../features/applications/row.js';
import { serviceOf } from '../features/applications/stages.js';
import { readApplication } from '../features/applications/store.js';
import { findOffice } from '../features/villages/offices.js';
import { deliver, type Message } from './delivery.js';
import { wordCode, wordNotice } from './messages.js';

/** Names who does the deferred work of applications: notices, codes, reminders and expiry. */
export function addWorkers(app: App): void {
  app.outbox.work('status-notice', async (payload, entry) => {
    const { applicationId, sequence } = record(payload);
    await sendStatus(app, String(applicationId), Number(sequence), entry.id);
  });
  app.outbox.work('verification-code', async (payload, entry) => {
    const { phone, code, expiresAt } = record(payload);
    // Nobody's phone: the verification was a miss. And a code that comes too late only confuses.
    if (typeof phone !== 'string' || phone === '' || String(expiresAt) <= app.clock().toISOString()) return;
    await deliver(app, { id: entry.id, kind: 'verification_code', channel: 'sms', recipient: phone, locale: 'id', body: wordCode(String(code)) });
  });
  app.outbox.work('reminder', async (payload, entry) => {
    const row = await stillWaiting(app, payload);
    if (row !== undefined) await deliver(app, toMessage(app, row, { kind: 'reminder' }, entry.id));
  });
  app.outbox.work('expiry', async (payload) => {
    const row = await stillWaiting(app, payload);
    if (row === undefined) return;
    await app.db.transaction((tx) => move(tx, app, row, serviceOf(app, row), { action: 'expire', mover: { role: 'system' } }));
  });
}

async function sendStatus(app: App, applicationId: string, sequence: number, entryId: string): Promise<void> {
  const row = await readApplication(app.db.read, applicationId);
  const [event] = await listEvents(app.db.read, applicationId, { audience: 'applicant', after: sequence - 1, limit: 1 });
  if (row === undefined || event?.sequence !== sequence) return;
  const told = { ...row, status: event.to ?? row.status };
  await deliver(app, { ...toMessage(app, told, { kind: 'moved' }, entryId), at: event.at });
}

/** The application, unless it moved on since the entry was written. */
async function stillWaiting(app: App, payload: unknown): Promise<ApplicationRow | undefined> {
  const { applicationId, revision } = record(payload);
  const row = await readApplication(app.db.read, String(applicationId));
  return row?.revision === revision ? row : undefined;
}

function toMessage(app: App, row: ApplicationRow, about: { kind: 'moved' | 'reminder' }, entryId: string): Message {
  const contact = nested.contact(row);
  const office = findOffice(app, row.office)?.name ?? row.office;
  const locale = localeOf(row);
  const body = wordNotice({ ...about, service: serviceOf(app, row), status: statusOf(row), office }, locale);
  const kind = about.kind === 'moved' ? 'status' : 'reminder';
  return { id: entryId, kind, locale, channel: contact.whatsapp === true ? 'whatsapp' : 'sms', recipient: contact.phone, body };
}

function localeOf(row: ApplicationRow): Locale {
  return row.locale === 'en' || row.locale === 'ban' ? row.locale : 'id';
}

function record(payload: unknown): Readonly<Record<string, unknown>> {
  return typeof payload === 'object' && payload !== null ? Object.fromEntries(Object.entries(payload)) : {};
}
