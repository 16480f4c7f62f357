import type { AnswerProblem, FieldType, Locale } from '@e-sewaka/contract';
import type { ProblemKey } from '../locales/problems/index.js';
import { formatDate } from './dates.js';
import { formatRupiah } from './text.js';
import type { Params, Translate } from './words.js';

/** Fits a label into the middle of a sentence: lower first letter, unless it is an acronym or a name in capitals; questions are quoted. */
export function inSentence(label: string): string {
  if (label.endsWith('?')) return `“${label}”`;
  const words = label.split(' ');
  const isName = words.length > 1 && words.every((word) => word.charAt(0) !== word.charAt(0).toLowerCase());
  const second = label.charAt(1);
  return !isName && second === second.toLowerCase() && second !== ' ' ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** What a problem is about: a field, a part of one, or a document. */
export interface ProblemSubject {
  readonly type: FieldType | 'document';
  readonly label: string;
  readonly part?: string;
}

const formats: Partial<Record<ProblemSubject['type'], ProblemKey>> = {
  name: 'format_name',
  nik: 'format_nik',
  kk: 'format_kk',
  npwp: 'format_npwp',
  nib: 'format_nib',
  phone: 'format_phone',
  email: 'format_email',
  date: 'format_date',
  time: 'format_time',
  integer: 'format_number',
  money: 'format_number',
};

const requirements: Partial<Record<ProblemSubject['type'], ProblemKey>> = {
  radios: 'required_choice',
  select: 'required_choice',
  village: 'required_choice',
  checkboxes: 'required_some',
  confirm: 'required_confirm',
  document: 'document_required',
};

function keyFor({ code, params }: Pick<AnswerProblem, 'code' | 'params'>, { type, label, part }: ProblemSubject): ProblemKey {
  if (code === 'impossible_date' && params?.['part'] === 'year') return 'date_year';
  if (code === 'required' && !part && label.endsWith('?') && type !== 'checkboxes') return 'required_question';
  if (code === 'required') return part ? 'required_part' : (requirements[type] ?? code);
  if (code === 'wrong_format' || code === 'wrong_type') {
    return part === undefined ? (formats[type] ?? code) : type === 'address' ? 'format_postal_code' : (formats[type] ?? code);
  }
  return code;
}

function paramText(value: string | number, type: ProblemSubject['type'], locale: Locale): string {
  if (typeof value === 'number') return type === 'money' ? formatRupiah(value) : String(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value, locale) : value;
}

/** Says a problem in words that name the field and what to do. */
export function problemText(
  say: Translate<ProblemKey>,
  locale: Locale,
  problem: Pick<AnswerProblem, 'code' | 'params'>,
  subject: ProblemSubject,
): string {
  const label = inSentence(subject.label);
  const params: Record<string, string> = { label, Label: subject.label.endsWith('?') ? label : subject.label };
  const given: Params = problem.params ?? {};
  for (const [name, value] of Object.entries(given)) params[name] = paramText(value, subject.type, locale);
  return say(keyFor(problem, subject), { ...params, part: subject.part ?? '' });
}
