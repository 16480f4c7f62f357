import type { Answer, AnswerProblem, Answers, Field } from '@e-sewaka/contract';
import { newIdempotencyKey } from '../../internal/key.js';
import type { ServiceDefinition } from '../../internal/client.js';
import { readField, type Raw } from '../../fields/index.js';

/** A refusal; codes beyond those of the rules are PIN problems and codes of the API. */
export interface FormProblem {
  readonly pointer: string;
  readonly code: AnswerProblem['code'] | 'pin_not_six_digits' | 'pin_weak' | 'document_pending' | 'generic';
  readonly params?: AnswerProblem['params'];
}

/**
 * Everything one filling of a form knows. Typed text and understood values stand side by side: the first to show a
 * step again as it was, the second for conditions, checks and sending. Contact, factor and the like are fields too,
 * under names with a dot that no service field can have.
 */
export class FormState {
  readonly service: ServiceDefinition;
  villageCode: string | undefined;
  typed: Readonly<Record<string, Raw>> = { 'factor.kind': 'phone' };
  values: Answers = { 'factor.kind': 'phone' };
  /** One key for one application, however often it is sent. */
  idempotencyKey = newIdempotencyKey();
  draftId = newIdempotencyKey();
  #problems: readonly FormProblem[] = [];
  /** Sorted once: with many fields, looking through all problems for each of them takes longer than everything else. */
  #byField = new Map<string, FormProblem[]>();

  constructor(service: ServiceDefinition, villageCode: string | undefined) {
    this.service = service;
    this.villageCode = villageCode;
    const home = service.steps.flatMap((step) => step.fields).find((field) => field.type === 'address' && field.scope !== 'any' && field.required !== false && !field.when);
    // The first address is the applicant's, who most likely lives where the page's village is.
    if (villageCode !== undefined && home) this.typed = { ...this.typed, [home.name]: { villageCode } };
  }

  /** Takes what stands in the form now. */
  read(fields: readonly Field[], form: HTMLFormElement): void {
    const data = new FormData(form);
    this.typed = { ...this.typed, ...Object.fromEntries(fields.map((field) => [field.name, readField(field, data)])) };
  }

  /** Sets or takes away understood values. */
  understand(understood: Readonly<Record<string, Answer | undefined>>): void {
    const next: Record<string, Answer> = { ...this.values };
    for (const [name, value] of Object.entries(understood)) {
      if (value === undefined) delete next[name];
      else next[name] = value;
    }
    this.values = next;
  }

  /** A value as text, empty when there is none. */
  textOf(name: string): string {
    const value = this.values[name];
    return typeof value === 'string' ? value : '';
  }

  /** What was found wrong last. */
  get problems(): readonly FormProblem[] {
    return this.#problems;
  }

  set problems(problems: readonly FormProblem[]) {
    this.#problems = problems;
    this.#byField = new Map();
    for (const problem of problems) {
      const name = nameIn(problem.pointer);
      this.#byField.set(name, [...this.problemsOf(name), problem]);
    }
  }

  /** The problems of a field and its parts. */
  problemsOf(name: string): readonly FormProblem[] {
    return this.#byField.get(name) ?? [];
  }

  /** The first problem at a pointer. */
  problemAt(pointer: string): FormProblem | undefined {
    return this.problemsOf(nameIn(pointer)).find((problem) => problem.pointer === pointer);
  }
}

function nameIn(pointer: string): string {
  return pointer.split('/', 2)[1] ?? '';
}
