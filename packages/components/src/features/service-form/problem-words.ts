import type { Field, Requirement } from '@e-sewaka/contract';
import { problemText } from '../../internal/problem-text.js';
import { textIn } from '../../internal/text.js';
import { addressWords, type AddressPart } from '../../fields/address.js';
import { controlNames } from '../../fields/index.js';
import type { Mistake } from '../../controls/error-summary/index.js';
import type { FormProblem } from './form-state.js';
import type { FormView } from './view.js';

function isAddressPart(part: string): part is AddressPart {
  return part in addressWords;
}

function partWords(view: FormView, field: Field, problem: FormProblem): string | undefined {
  const part = field.type === 'date' ? problem.params?.['part'] : problem.pointer.split('/')[2];
  if (part === undefined) return undefined;
  if (part === 'day' || part === 'month' || part === 'year') return view.fieldSay(part).toLowerCase();
  return field.type === 'address' && isAddressPart(String(part)) ? view.fieldSay(addressWords[part as AddressPart]).toLowerCase() : undefined;
}

/** The sentence of a problem, naming its field. */
export function sentenceOf(view: FormView, problem: FormProblem, field: Field): string {
  const { code } = problem;
  if (code === 'pin_not_six_digits' || code === 'pin_weak') return view.say(code);
  const label = textIn(field.label, view.locale);
  if (code === 'document_pending' || code === 'generic') return view.problemSay(code, { label, Label: label });
  const part = partWords(view, field, problem);
  return problemText(view.problemSay, view.locale, { ...problem, code }, { type: field.type, label, ...(part ? { part } : {}) });
}

/** The sentence of a problem with a document. */
export function documentSentence(view: FormView, problem: FormProblem, needed: Requirement): string {
  const label = textIn(needed.label, view.locale);
  if (problem.code === 'document_pending' || problem.code === 'generic') return view.problemSay(problem.code, { label, Label: label });
  if (problem.code === 'pin_not_six_digits' || problem.code === 'pin_weak') return view.say(problem.code);
  if (problem.code === 'document_required' && needed.ways.length > 1) return view.problemSay('document_upload', { label });
  return problemText(view.problemSay, view.locale, { ...problem, code: problem.code }, { type: 'document', label });
}

/** The control a problem leads to: the wrong part, else the first. */
function controlOf(field: Field, problem: FormProblem): string {
  const names = controlNames(field);
  const part = problem.params?.['part'] ?? problem.pointer.split('/')[2];
  return names.find((name) => name === `${field.name}.${part}`) ?? names[0] ?? field.name;
}

/** The lines of the error summary, in the order of the page. */
export function mistakesOf(view: FormView, fields: readonly Field[], documents: readonly Requirement[]): Mistake[] {
  const { state } = view;
  const inFields = fields.flatMap((field) =>
    state.problemsOf(field.name).map((problem) => ({ control: controlOf(field, problem), words: sentenceOf(view, problem, field) })),
  );
  const inDocuments = documents.flatMap((needed) =>
    state.problemsOf(`doc.${needed.id}`).map((problem) => ({ control: `doc.${needed.id}`, words: documentSentence(view, problem, needed) })),
  );
  return [...inFields, ...inDocuments];
}
