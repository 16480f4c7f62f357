import { needsNote, type Service, type VouchState } from '@e-sewaka/contract';
import type { components } from '@e-sewaka/contract';
import type { App } from '../../context.js';
import type { ApplicationsTable, DocumentsTable, Tx } from '../../db/index.js';
import { problem } from '../../problems.js';
import { recordEvent } from '../applications/events.js';
import { move } from '../applications/moves.js';
import { statusOf, type ApplicationRow } from '../applications/row.js';
import { destination, serviceOf, vouchingOf } from '../applications/stages.js';
import { keepLetter, officeOfRow, prepareLetter, type Signatory } from '../documents/issue.js';
import { assignNumber } from '../documents/number.js';
import { allowedAtDesk, isHead, type DeskUser } from './access.js';
import { drop, requireNotOthers } from './claims.js';
import { readAtDesk } from './store.js';

type DeskAction = components['schemas']['DeskAction'];

/**
 * Makes the letter before the transaction that issues it: typesetting would keep everybody else waiting. Undefined when
 * the application is not there to be signed; whether it may be is decided again inside the transaction.
 */
export async function prepare(app: App, user: DeskUser, id: string, action: DeskAction['action']): Promise<DocumentsTable | undefined> {
  if (action !== 'sign') return undefined;
  const row = await readAtDesk(app.db.read, user, id);
  if (row === undefined || row.status !== 'awaiting_signature' || !isHead(user)) return undefined;
  return prepareLetter(app, row, serviceOf(app, row), signatoryFor(app, row, user));
}

/** Takes one step at the desk, inside the transaction that records it. */
export async function act(tx: Tx, app: App, user: DeskUser, row: ApplicationRow, body: DeskAction, letter: DocumentsTable | undefined): Promise<void> {
  const { action, note, fields } = body;
  const service = serviceOf(app, row);
  const vouching = vouchingOf(service, row);
  const byKadus = action === 'vouch' || action === 'withhold';
  if (!allowedAtDesk(user, statusOf(row), vouching).includes(action)) throw problem('action_not_allowed');
  // A claim keeps colleagues of one desk apart; the word of the Kadus is nobody else's work.
  if (!byKadus) await requireNotOthers(tx, row.id, user);
  if (needsNote(action, vouching) && (note ?? '').trim() === '') {
    throw problem('note_required', { errors: [{ pointer: '/note', code: 'required' }] });
  }
  if (action === 'request_correction') requireKnownPointers(service, fields ?? []);
  const change = { ...(await changeFor(tx, app, row, service, body, letter)), ...recordOf(action, vouching) };
  const shownFields = action === 'request_correction' ? (fields ?? []) : undefined;
  const waives = action === 'approve' && needsNote(action, vouching);
  if (waives) await recordWaiver(tx, app, user, row, note);
  const said = waives ? undefined : note;
  await move(tx, app, row, service, { action, mover: user.mover, note: said, fields: shownFields, change, visibleToApplicant: action !== 'withhold' });
  if (!byKadus) await drop(tx, row.id);
}

/** Why an office went on without the Kadus is for officers: it may repeat what a neighbour said in confidence. */
async function recordWaiver(tx: Tx, app: App, { mover }: DeskUser, { id, status }: ApplicationRow, note: string | undefined): Promise<void> {
  const at = app.clock().toISOString();
  await recordEvent(tx, { applicationId: id, at, mover, action: 'waive_vouch', from: status, to: status, note, visibleToApplicant: false });
}

/** What an action leaves on record of the Kadus's check; a word withheld stays, so that a second approval answers it again. */
function recordOf(action: DeskAction['action'], vouching: VouchState | undefined): Pick<Partial<ApplicationsTable>, 'vouching'> {
  if (action === 'vouch') return { vouching: 'vouched' };
  if (action === 'withhold') return { vouching: 'withheld' };
  return action === 'approve' && vouching === 'awaited' ? { vouching: 'waived' } : {};
}

/** What changes besides the status. */
async function changeFor(
  tx: Tx,
  app: App,
  row: ApplicationRow,
  service: Service,
  { action, note = '', fields = [] }: DeskAction,
  letter: DocumentsTable | undefined,
): Promise<Partial<ApplicationsTable>> {
  switch (action) {
    case 'request_correction':
      return { correction: JSON.stringify({ note, fields }) };
    case 'reject':
      return { rejection: JSON.stringify({ reason: note }) };
    case 'approve': {
      const target = destination(service, { status: statusOf(row), stageId: row.stage_id }, 'approve');
      return target?.status === 'awaiting_signature' ? ((await assignNumber(tx, app, row, service)) ?? {}) : {};
    }
    case 'sign': {
      if (service.letter === undefined) return {};
      // The letter was made from the row as it was a moment ago; anything else since then is somebody else's change.
      if (letter === undefined || letter.number !== row.letter_number) throw problem('precondition_failed');
      await keepLetter(tx, letter);
      return { document_id: letter.id };
    }
    case 'return_to_review':
    case 'hand_over':
    case 'vouch':
    case 'withhold':
      return {};
  }
}

/** The head who signs, under the title of the office; a program signs in the head's name. */
function signatoryFor(app: App, row: ApplicationRow, user: DeskUser): Signatory {
  const office = officeOfRow(app, row);
  const name = user.mover.role === 'officer' ? user.name : office.head.name;
  return { name, title: office.head.title, office: office.name };
}

/** A note about a field that the form does not have would never be seen. */
function requireKnownPointers(service: Service, fields: readonly { readonly pointer: string }[]): void {
  const names = new Set([
    ...service.steps.flatMap((step) => step.fields.map((field) => `answers/${field.name}`)),
    ...service.requirements.map((requirement) => `documents/${requirement.id}`),
  ]);
  const errors = fields.flatMap(({ pointer }, at) =>
    names.has(pointer.split('/').slice(1, 3).join('/')) ? [] : [{ pointer: `/fields/${at}/pointer`, code: 'unknown_field' }],
  );
  if (errors.length > 0) throw problem('validation_failed', { errors });
}
