import {
  allFields,
  checkAnswers,
  checkDocuments,
  pruneAnswers,
  requirementsFor,
  witaDate,
  type Answer,
  type AnswerProblem,
  type Answers,
  type Field,
  type Requirement,
} from '@e-sewaka/contract';
import type { Raw } from '../../fields/index.js';
import type { Client, DocumentAnswer, ServiceDefinition, VillageItem } from '../../internal/client.js';
import type { FlaggedField, OwnApplication, Tracking } from '../../internal/client-resident.js';
import { asText } from '../../internal/typed.js';
import { SmallForm } from '../../internal/small-form.js';

/** What a resident hands in for a flagged document: files that have arrived, or the original. */
export interface DocumentChoice {
  readonly uploadIds: readonly string[];
  readonly original: boolean;
}

/** Why a correction was not sent from the device: something is still wrong in the form. */
export const wrong = Symbol('wrong');

/** The correction of one application: exactly what the officer marked, and what that makes newly necessary. */
export class Correction {
  readonly form = new SmallForm();
  readonly service: ServiceDefinition;
  readonly villages: readonly VillageItem[];
  readonly banjars: readonly string[];
  /** Requirements without a valid choice, by id. */
  missing: ReadonlySet<string> = new Set();
  fields: readonly Field[];
  requirements: readonly Requirement[];
  #own: OwnApplication;
  readonly #flags: readonly FlaggedField[];

  constructor(service: ServiceDefinition, own: OwnApplication, flags: readonly FlaggedField[], places: Places) {
    this.service = service;
    this.villages = places.villages;
    this.banjars = places.banjars;
    this.#own = own;
    this.#flags = flags;
    this.fields = allFields(service).filter((field) => flags.some(({ pointer }) => isAt(pointer, `/answers/${field.name}`)));
    this.requirements = service.requirements.filter(({ id }) => flags.some(({ pointer }) => isAt(pointer, `/documents/${id}`)));
    this.form.fill(Object.fromEntries(this.fields.map((field) => [field.name, rawOf(field, own.answers[field.name])])));
  }

  /** The officer's note on a field or document. */
  note(pointer: string): string | undefined {
    return this.#flags.find((flag) => isAt(flag.pointer, pointer))?.note;
  }

  /** Takes over a newer version of the application; what was typed stays. */
  renew(own: OwnApplication): void {
    this.#own = own;
  }

  /** The version this correction is for. */
  get etag(): string {
    return `"r${this.#own.revision}"`;
  }

  /** Whole answers and documents with the corrections in, or `wrong` when the form now says what is missing. */
  read(element: HTMLFormElement, choices: ReadonlyMap<string, DocumentChoice>): { answers: Answers; kept: Kept } | typeof wrong {
    const changed = this.form.read(element, this.fields);
    const today = witaDate(new Date());
    const missing = this.requirements.filter(({ id }) => !isChosen(choices.get(id))).map(({ id }) => id);
    this.missing = new Set(missing);
    if (!changed) return wrong;
    const answers = pruneAnswers(this.service, this.#merged(changed));
    const problems = checkAnswers(this.service, answers, { today });
    if (problems.length > 0) {
      this.#ask(problems);
      return wrong;
    }
    const kept = this.#kept(answers, today);
    return missing.length > 0 || this.#askDocuments(answers, kept, choices, today) ? wrong : { answers: whole(answers), kept };
  }

  #merged(changed: Answers): Record<string, Answer> {
    const asked = new Set(this.fields.map((field) => field.name));
    const untouched = Object.entries(this.#own.answers).filter(([name]) => !asked.has(name));
    return { ...Object.fromEntries(untouched), ...changed };
  }

  /** A correction can make other questions necessary: they join the form. */
  #ask(problems: readonly AnswerProblem[]): void {
    const names = new Set(problems.map(({ pointer }) => pointer.split('/')[1]));
    this.fields = allFields(this.service).filter((field) => this.fields.includes(field) || names.has(field.name));
    this.form.refuse(problems);
  }

  #kept(answers: Partial<Answers>, today: string): Kept {
    const asked = new Set(requirementsFor(this.service, answers, { today }).map(({ id }) => id));
    return Object.fromEntries(Object.entries(this.#own.documents ?? {}).filter(([id]) => asked.has(id)));
  }

  #askDocuments(answers: Partial<Answers>, kept: Kept, choices: ReadonlyMap<string, DocumentChoice>, today: string): boolean {
    const needed = checkDocuments(this.service, answers, kept, { today })
      .map(({ pointer }) => pointer.split('/')[1])
      .filter((id) => !isChosen(choices.get(id ?? '')));
    if (needed.length === 0) return false;
    this.requirements = this.service.requirements.filter((one) => this.requirements.includes(one) || needed.includes(one.id));
    this.missing = new Set(this.requirements.filter(({ id }) => needed.includes(id)).map(({ id }) => id));
    return true;
  }
}

type Kept = Readonly<Record<string, DocumentAnswer>>;

/** Villages and banjars to choose from, fetched only when a flagged field asks for one. */
interface Places {
  readonly villages: readonly VillageItem[];
  readonly banjars: readonly string[];
}

/** Fetches what a correction needs. */
export async function loadCorrection(client: Client, tracking: Tracking, accessToken: string): Promise<Correction> {
  const { serviceId, villageCode: village, applicationId, correction } = tracking;
  const [service, own] = await Promise.all([
    client.services.get({ serviceId, village }),
    client.applications.get({ applicationId }, { accessToken }),
  ]);
  const flags = correction?.fields ?? [];
  return new Correction(service, own, flags, await loadPlaces(client, service, village));
}

async function loadPlaces(client: Client, service: ServiceDefinition, villageCode: string): Promise<Places> {
  const types = new Set(allFields(service).map((field) => field.type));
  if (!types.has('village') && !types.has('address') && !types.has('banjar')) return { villages: [], banjars: [] };
  const [villages, profile] = await Promise.all([client.villages.list({}), client.villages.get({ villageCode })]);
  return { villages: villages.data, banjars: profile.banjars.map(({ name }) => name) };
}

/** Sends the whole correction; files have arrived before. */
export async function sendCorrection(
  client: Client,
  correction: Correction,
  ready: { readonly answers: Answers; readonly kept: Kept },
  choices: ReadonlyMap<string, DocumentChoice>,
  at: { readonly applicationId: string; readonly accessToken: string },
): Promise<void> {
  const documents: Record<string, DocumentAnswer> = { ...ready.kept };
  for (const { id } of correction.requirements) {
    const choice = choices.get(id);
    if (choice) documents[id] = choice.original ? { way: 'bring_original' } : { way: 'upload', uploadIds: choice.uploadIds };
  }
  const { applicationId, accessToken } = at;
  await client.applications.correct({ applicationId, answers: ready.answers, documents }, { accessToken, ifMatch: correction.etag });
}

function isChosen(choice: DocumentChoice | undefined): boolean {
  return choice !== undefined && (choice.original || choice.uploadIds.length > 0);
}

function isAt(pointer: string, base: string): boolean {
  return pointer === base || pointer.startsWith(`${base}/`);
}

function whole(answers: Partial<Answers>): Answers {
  return Object.fromEntries(Object.entries(answers).flatMap(([name, answer]) => (answer === undefined ? [] : [[name, answer]])));
}

/** A canonical answer as the inputs of its field show it. */
export function rawOf(field: Field, answer: Answer | undefined): Raw {
  if (answer === undefined) return field.type === 'checkboxes' ? [] : '';
  if (field.type === 'date') {
    const [year = '', month = '', day = ''] = asText(answer).split('-');
    return { year, month: String(Number(month)), day: String(Number(day)) };
  }
  if (typeof answer !== 'object') return String(answer);
  return Array.isArray(answer) ? answer.map(String) : Object.fromEntries(Object.entries(answer).map(([part, value]) => [part, asText(value)]));
}
