import { checkAnswer, parseAnswer, type Field } from '@e-sewaka/contract';
import { textIn } from '../../internal/text.js';
import type { DraftContents, SavedDraft } from './draft-key.js';
import type { DraftToSave } from './draft.js';
import type { Journey } from './journey.js';
import { isGiven, keepingOf, type Keeping } from './keepable.js';
import type { FormView } from './view.js';

/** What a draft brought back, and what it did not. */
export interface Resumed {
  /** Fields that had an answer which may not be kept. */
  readonly withheld: readonly string[];
  /** Labels of answers that the form, changed since, has no place for. */
  readonly dropped: readonly string[];
}

/** Every field of the form, with the choice of how to hand in each document. */
export function fieldsOf(journey: Journey): readonly Field[] {
  return [...journey.state.service.steps.flatMap((step) => step.fields), ...journey.fieldsOf({ id: 'documents' }), ...journey.ownList];
}

/** The form as a draft. */
export function draftOf(key: string, rev: number, journey: Journey, view: FormView): DraftToSave {
  const { state, page } = journey;
  const given = fieldsOf(journey).flatMap((field) => {
    const raw = state.typed[field.name];
    return raw !== undefined && isGiven(raw) ? [{ field, raw, keeping: keepingOf(field, raw) }] : [];
  });
  const contents = (...keepings: readonly Keeping[]): DraftContents => {
    const kept = given.filter(({ keeping }) => keepings.includes(keeping));
    return {
      typed: Object.fromEntries(kept.map(({ field, raw }) => [field.name, raw])),
      labels: Object.fromEntries(kept.map(({ field }) => [field.name, textIn(field.label, view.locale)])),
      page,
    };
  };
  const { idempotencyKey, draftId, service } = state;
  const withheld = given.filter(({ field, keeping }) => keeping === 'never' && field.name !== 'declaration').map(({ field }) => field.name);
  return { key, rev, idempotencyKey, draftId, serviceVersion: service.version, withheld, contents: contents('open', 'sealed'), open: contents('open') };
}

/** Takes up a draft; what it had no place for is named. */
export function takeUp(journey: Journey, draft: SavedDraft, today: string): { readonly resumed: Resumed; readonly fields: readonly Field[] } {
  const { state } = journey;
  const all = new Map(fieldsOf(journey).map((field) => [field.name, field]));
  const fits = (name: string): boolean => {
    const field = all.get(name);
    if (!field || draft.serviceVersion === state.service.version) return field !== undefined;
    const { answer, problem } = parseAnswer(field, draft.typed[name]);
    // A mistake the person made is theirs to mend; an answer the question no longer knows is not.
    return !(problem ? [problem] : checkAnswer(field, answer, { today })).some(({ code }) => code === 'not_an_option' || code === 'wrong_type');
  };
  const kept = Object.entries(draft.typed).filter(([name]) => fits(name));
  const dropped = Object.keys(draft.typed).filter((name) => !fits(name)).map((name) => draft.labels[name] ?? name);
  state.typed = { ...state.typed, ...Object.fromEntries(kept) };
  state.idempotencyKey = draft.idempotencyKey;
  state.draftId = draft.draftId;
  const withheld = [...new Set([...draft.withheld, ...(draft.personal ? [] : personalOf(journey))])].filter((name) => all.has(name));
  return { resumed: { withheld, dropped }, fields: [...all.values()].filter(({ name }) => name in state.typed) };
}

/** Without encryption personal answers were not kept either: every required one has to be given again. */
function personalOf(journey: Journey): readonly string[] {
  return fieldsOf(journey).filter((field) => field.required !== false && keepingOf(field, '') !== 'open' && field.name !== 'declaration').map(({ name }) => name);
}

/** Withheld answers that are asked for and not given yet. */
export function stillOpen(journey: Journey, { withheld }: Resumed, fields: readonly Field[]): readonly Field[] {
  return fields.filter(({ name }) => withheld.includes(name) && !isGiven(journey.state.typed[name]));
}

/** Carries the answers of one version of a form over to another, on the same page: nothing has to be typed again. */
export function carryOver(old: Journey, journey: Journey, view: FormView): ReturnType<typeof takeUp> {
  const { state } = old;
  const labels = Object.fromEntries(fieldsOf(old).map((field) => [field.name, textIn(field.label, view.locale)]));
  const typed = Object.fromEntries(Object.entries(state.typed).filter(([, raw]) => isGiven(raw)));
  return takeUp(journey, { ...draftIds(state), typed, labels, page: old.page, withheld: [], personal: true, rev: 0, savedOn: '', expiresOn: '', key: '' }, view.today);
}

function draftIds({ idempotencyKey, draftId, service }: Journey['state']): Pick<SavedDraft, 'idempotencyKey' | 'draftId' | 'serviceVersion'> {
  return { idempotencyKey, draftId, serviceVersion: service.version };
}
