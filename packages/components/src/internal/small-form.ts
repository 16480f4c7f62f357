import {
  checkAnswer,
  parseAnswer,
  witaDate,
  type Answer,
  type AnswerProblem,
  type Field,
  type Locale,
} from '@e-sewaka/contract';
import type { Raw } from '../fields/index.js';
import { controlNames, readField, type FieldContext } from '../fields/index.js';
import type { CommonKey } from '../locales/common/index.js';
import type { FieldKey } from '../locales/fields/index.js';
import type { ProblemKey } from '../locales/problems/index.js';
import type { VillageItem } from './client.js';
import { problemText } from './problem-text.js';
import { textIn } from './text.js';
import type { Translate } from './words.js';

/** The words a small form speaks with. */
export interface FormWords {
  readonly locale: Locale;
  readonly say: Translate<FieldKey>;
  readonly common: Translate<CommonKey>;
  readonly problems: Translate<ProblemKey>;
  readonly villages?: readonly VillageItem[];
  readonly banjars?: readonly string[];
}

/** One line of the error summary: what is said beside the field, and the control it leads to. */
export interface Mistake {
  readonly control: string;
  readonly words: string;
}

let forms = 0;

/** A handful of fields outside the service form: reads, checks and refuses them with the same partials and the same rules. */
export class SmallForm {
  readonly uid: string;
  #problems: readonly AnswerProblem[] = [];
  #typed: Readonly<Record<string, Raw>> = {};

  constructor() {
    forms += 1;
    this.uid = `sewaka-f${forms}-`;
  }

  /** Forgets what was typed and refused. */
  reset(): void {
    this.#problems = [];
    this.#typed = {};
  }

  /** Starts from answers that were given before. */
  fill(typed: Readonly<Record<string, Raw>>): void {
    this.#typed = typed;
  }

  /** Takes what stands in the fields as it is, unchecked: they go and come back. */
  hold(form: HTMLFormElement, fields: readonly Field[]): void {
    const data = new FormData(form);
    this.#typed = Object.fromEntries(fields.map((field) => [field.name, readField(field, data)]));
  }

  /** Reads the fields as they stand; undefined when something is refused, which `problems` then says. */
  read(form: HTMLFormElement, fields: readonly Field[]): Readonly<Record<string, Answer>> | undefined {
    const data = new FormData(form);
    const typed: Record<string, Raw> = {};
    const answers: Record<string, Answer> = {};
    const problems: AnswerProblem[] = [];
    for (const field of fields) {
      const raw = readField(field, data);
      typed[field.name] = raw;
      const { answer, problem } = parseAnswer(field, raw);
      problems.push(...(problem ? [problem] : checkAnswer(field, answer, { today: witaDate(new Date()) })));
      if (answer !== undefined) answers[field.name] = answer;
    }
    this.#typed = typed;
    this.#problems = problems;
    return problems.length > 0 ? undefined : answers;
  }

  /** Takes over problems found elsewhere, with pointers below the answers. */
  refuse(problems: readonly AnswerProblem[]): void {
    this.#problems = problems;
  }

  get refused(): boolean {
    return this.#problems.length > 0;
  }

  /** What the field partials need to know. */
  context(fields: readonly Field[], words: FormWords): FieldContext {
    const at = (pointer: string): AnswerProblem | undefined =>
      this.#problems.find((problem) => problem.pointer === pointer) ?? this.#problems.find((problem) => problem.pointer.startsWith(`${pointer}/`) && !isAddress(fields, pointer));
    return {
      uid: this.uid,
      locale: words.locale,
      say: words.say,
      common: words.common,
      villages: words.villages ?? [],
      banjars: words.banjars ?? [],
      raw: (name) => this.#typed[name],
      problem: (pointer) => {
        const problem = at(pointer);
        return problem && sentence(problem, fields, words);
      },
      wrongPart: (pointer, part) => {
        const problem = at(pointer);
        return problem !== undefined && (problem.params?.['part'] ?? part) === part;
      },
    };
  }

  /** The error summary's lines, in the order of the fields. */
  mistakes(fields: readonly Field[], words: FormWords): Mistake[] {
    return fields.flatMap((field) =>
      this.#problems
        .filter(({ pointer }) => pointer === `/${field.name}` || pointer.startsWith(`/${field.name}/`))
        .map((problem) => ({ control: controlOf(field, problem), words: sentence(problem, fields, words) })),
    );
  }
}

function isAddress(fields: readonly Field[], pointer: string): boolean {
  return fields.some((field) => field.type === 'address' && pointer === `/${field.name}`);
}

function controlOf(field: Field, problem: AnswerProblem): string {
  const part = problem.params?.['part'] ?? problem.pointer.split('/')[2];
  const named = part === undefined ? undefined : `${field.name}.${part}`;
  const names = controlNames(field);
  return names.find((name) => name === named) ?? names[0] ?? field.name;
}

function sentence(problem: AnswerProblem, fields: readonly Field[], words: FormWords): string {
  const [, name, sub] = problem.pointer.split('/');
  const field = fields.find((candidate) => candidate.name === name);
  if (!field) return words.problems('generic', { label: name ?? '' });
  const part = partWords(problem.params?.['part'] ?? sub, words);
  const subject = { type: field.type, label: textIn(field.label, words.locale), ...(part === undefined ? {} : { part }) };
  return problemText(words.problems, words.locale, problem, subject);
}

const partKeys: Readonly<Record<string, FieldKey>> = {
  day: 'day',
  month: 'month',
  year: 'year',
  street: 'street',
  banjar: 'banjar',
  villageCode: 'village',
  city: 'city',
  postalCode: 'postal_code',
};

function partWords(part: string | number | undefined, words: FormWords): string | undefined {
  const key = part === undefined ? undefined : partKeys[String(part)];
  return key && words.say(key).toLowerCase();
}
