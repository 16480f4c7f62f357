import { needsNote, visibleFields, type Text } from '@e-sewaka/contract';
import type { DeskApplication } from '../../internal/client-desk.js';
import type { FlaggedField } from '../../internal/client-resident.js';
import { typed } from '../../internal/typed.js';
import type { Mistake } from '../../internal/small-form.js';
import type { DeskKey } from '../../locales/desk/index.js';
import type { DeskAction, DeskView } from './view.js';

/** What an officer fills in for an action, once nothing is missing. */
export interface Decision {
  readonly note?: string;
  readonly fields?: readonly FlaggedField[];
}

/** Something that can be ticked for correction. */
export interface Target {
  readonly pointer: string;
  readonly label: Text;
}

/** Everything the applicant can correct: the answers that were asked, and the documents. */
export function targets({ application, service }: DeskApplication): readonly Target[] {
  const asked = visibleFields(service, application.answers).map((field) => ({ pointer: `/answers/${field.name}`, label: field.label }));
  const documents = service.requirements
    .filter(({ id }) => application.documents?.[id] !== undefined)
    .map((requirement) => ({ pointer: `/documents/${requirement.id}`, label: requirement.label }));
  return [...asked, ...documents];
}

/** The id of the note of a target. */
export function noteName(pointer: string): string {
  return `note${pointer.replaceAll('/', '-')}`;
}

const noteLabels = {
  approve: 'why_without',
  withhold: 'withhold_note',
  reject: 'reason',
  request_correction: 'note',
  vouch: 'vouch_note',
  return_to_review: 'note_own',
} as const satisfies Readonly<Partial<Record<DeskAction, DeskKey>>>;

/** What the note of an action is asked for as; undefined where there is none to write. */
export function noteLabel(action: DeskAction, { vouching }: DeskApplication): DeskKey | undefined {
  if (action === 'sign' || action === 'hand_over') return undefined;
  return action === 'approve' && !needsNote(action, vouching?.state) ? undefined : noteLabels[action];
}

/** Reads the form of an action: the decision, or what is still missing in it. */
export function readDecision(view: DeskView, action: DeskAction, form: HTMLFormElement, opened: DeskApplication): Decision | readonly Mistake[] {
  const data = new FormData(form);
  const note = typed(data, 'note');
  const mistakes: Mistake[] = [];
  const fields = action === 'request_correction' ? readFields(view, data, opened, mistakes) : [];
  const label = noteLabel(action, opened);
  if (label !== undefined && needsNote(action, opened.vouching?.state) && note === '') mistakes.push({ control: 'note', words: view.say('note_missing', { label: view.say(label).toLowerCase() }) });
  if (mistakes.length > 0) return mistakes;
  return { ...(note ? { note } : {}), ...(fields.length > 0 ? { fields } : {}) };
}

function readFields(view: DeskView, data: FormData, opened: DeskApplication, mistakes: Mistake[]): FlaggedField[] {
  const all = targets(opened);
  const ticked = new Set(data.getAll('flag').map(String));
  const first = all[0];
  if (ticked.size === 0 && first) mistakes.push({ control: `flag-${noteName(first.pointer)}`, words: view.say('fields_missing') });
  return all
    .filter(({ pointer }) => ticked.has(pointer))
    .map(({ pointer, label }) => {
      const note = typed(data, noteName(pointer));
      if (note === '') mistakes.push({ control: noteName(pointer), words: view.say('field_note_missing', { label: view.text(label) }) });
      return { pointer, note };
    });
}

/** Tells a decision from what is missing for one. */
export function isDecision(read: Decision | readonly Mistake[]): read is Decision {
  return !Array.isArray(read);
}
