import { nothing } from 'lit';
import { allFields, type AnswerProblem } from '@e-sewaka/contract';
import type { ServiceDefinition } from '../../internal/client.js';
import type { Tracking } from '../../internal/client-resident.js';
import { failureText, type Failure } from '../../internal/failure.js';
import { notice } from '../../internal/status.js';
import type { FileNews, Uploads } from '../../controls/upload/index.js';
import type { Translate } from '../../internal/words.js';
import type { FilingKey } from '../../locales/filing/index.js';
import type { Correction, DocumentChoice } from './correction.js';
import type * as CorrectionParts from './correction-parts.js';
import type { StatusTracker } from './status-tracker.js';
import type { View } from './view.js';

/** How files look and the words they are spoken of with. */
export type UploadParts = Pick<typeof CorrectionParts, 'filingWords' | 'uploadStyles'>;
export type FileWords = Translate<FilingKey>;

/** The correction form inside the tracker: opened, filled in, sent, and reloaded gently when somebody was faster. */
export class CorrectionPanel {
  readonly #host: StatusTracker;
  readonly #originals = new Set<string>();
  #uploads: Uploads | undefined;
  #fileSay: FileWords = () => '';
  #correction: Correction | undefined;
  /** Field partials and rules, fetched only by those who have something to correct. */
  #parts: typeof CorrectionParts | undefined;
  #service: ServiceDefinition | undefined;
  #busy = false;
  #failure: Failure | undefined;
  #changed = false;
  /** The application whose correction waits for the session to be opened again. */
  #held: string | undefined;

  constructor(host: StatusTracker) {
    this.#host = host;
  }

  /** Labels of what was flagged, by pointer, once known. */
  get labels(): ReadonlyMap<string, string> {
    const service = this.#service;
    if (!service) return new Map();
    const { view } = this.#host;
    return new Map([
      ...allFields(service).map((field): [string, string] => [`/answers/${field.name}`, view.text(field.label)]),
      ...service.requirements.map((one): [string, string] => [`/documents/${one.id}`, view.text(one.label)]),
    ]);
  }

  /** Fetches the service once something is flagged, to name it; without a network the notes alone must do. */
  async learn({ correction, serviceId, villageCode }: Tracking): Promise<void> {
    if (!correction || this.#service?.id === serviceId) return;
    this.#service = await this.#host.api.services.get({ serviceId, village: villageCode }).catch(() => undefined);
    this.#host.requestUpdate();
  }

  /** Fetches the form and moves focus to it. */
  async open(): Promise<void> {
    const { api, session, tracking } = this.#host;
    if (!session || !tracking || this.#busy) return;
    await this.#during(async () => {
      const parts = await import('./correction-parts.js');
      this.#correction = await parts.loadCorrection(api, tracking, session.accessToken);
      if (!this.#parts) this.#fileSay = this.#host.takeUploads(parts);
      this.#parts = parts;
      this.#uploads ??= new parts.Uploads(() => this.#host.api, (news) => this.#tell(news));
    });
    if (this.#correction) await this.#focus('#correction');
  }

  /** Whether a correction waits for the session to be opened again. */
  get held(): boolean {
    return this.#held !== undefined;
  }

  /** The session ends while somebody types: keeps what is typed, and files on their way, until it is opened again. */
  hold(): boolean {
    const form = this.#host.renderRoot.querySelector<HTMLFormElement>('form[data-form=correction]');
    if (!this.#correction || !form) return this.held;
    this.#correction.form.hold(form, this.#correction.fields);
    this.#held = this.#host.tracking?.applicationId;
    return this.held;
  }

  /** The session is open again: goes on with what was typed, if it is the same application and still waits for it. */
  async goOn({ applicationId, status }: Tracking): Promise<void> {
    const { api, session } = this.#host;
    if (!this.#correction || !session || this.#held === undefined) return;
    if (this.#held !== applicationId || status !== 'incomplete') return this.close();
    this.#held = undefined;
    this.#correction.renew(await api.applications.get({ applicationId }, { accessToken: session.accessToken }));
    this.#failure = undefined;
    this.#host.requestUpdate();
    await this.#focus('#correction');
  }

  close(): void {
    this.#held = undefined;
    this.#correction = undefined;
    this.#originals.clear();
    this.#uploads?.stop();
    this.#uploads = undefined;
    this.#failure = undefined;
    this.#changed = false;
    this.#host.requestUpdate();
  }

  /** Takes note of a file that was chosen, or of a decision to bring the original. */
  changed(input: HTMLInputElement): void {
    const { requirement, original } = input.dataset;
    const needed = this.#correction?.requirements.find(({ id }) => id === requirement);
    if (needed) {
      this.#uploads?.add(needed, [...(input.files ?? [])]);
      input.value = '';
    }
    if (original !== undefined) this.#originals[input.checked ? 'add' : 'delete'](original);
    if (original !== undefined) this.#host.requestUpdate();
  }

  /** Sends a file again, or takes it away; `at` names requirement and file. */
  file(action: string, at: string): void {
    const [requirementId = '', key = ''] = at.split(' ');
    if (isFileAct(action)) this.#uploads?.[fileActs[action]](requirementId, key);
  }

  /** Checks and sends; afterwards the tracker shows the new state. */
  async send(element: HTMLFormElement): Promise<void> {
    const { api, session, tracking } = this.#host;
    const correction = this.#correction;
    const parts = this.#parts;
    const uploads = this.#uploads;
    if (!correction || !parts || !uploads || !session || !tracking || this.#busy) return;
    this.#changed = false;
    await this.#during(() => uploads.settled());
    const choices = this.#choices(correction, uploads);
    const ready = correction.read(element, choices);
    this.#host.requestUpdate();
    if (ready === parts.wrong) return this.#focus('[data-summary]');
    const { view } = this.#host;
    const at = { applicationId: tracking.applicationId, accessToken: session.accessToken };
    const failure = await this.#during(() => parts.sendCorrection(api, correction, ready, choices, at));
    if (failure) return this.#refused(failure, correction);
    this.close();
    await session.refresh();
    this.#host.announce(view.say('correct_sent'));
    await this.#focus('#now');
  }

  /** The form, or nothing while it is closed. */
  template(view: View): unknown {
    const correction = this.#correction;
    const uploads = this.#uploads;
    if (!correction || !this.#parts || !uploads) return this.#failure ? this.#notice(view) : nothing;
    return this.#parts.correctionForm(view, {
      correction,
      words: this.#host.formWords,
      uploads,
      uploadView: { say: this.#fileSay, common: view.common, text: view.text },
      originals: this.#originals,
      busy: this.#busy,
      notice: this.#changed ? notice(view.say('correct_changed'), 'warning') : this.#notice(view),
    });
  }

  async #refused(failure: Failure, correction: Correction): Promise<void> {
    const { api, session, tracking } = this.#host;
    if (failure.status === 401) return;
    for (const { requirementId, position } of this.#parts?.expiredUploads(failure) ?? []) {
      this.#uploads?.expired(requirementId, position);
      correction.missing = new Set([...correction.missing, requirementId]);
    }
    if (failure.status === 412 && session && tracking) {
      correction.renew(await api.applications.get({ applicationId: tracking.applicationId }, { accessToken: session.accessToken }));
      await session.refresh();
      this.#failure = undefined;
      this.#changed = true;
    }
    const problems = failure.issues.flatMap(toAnswerProblem);
    if (problems.length > 0) correction.form.refuse(problems);
    this.#host.requestUpdate();
    await this.#focus(problems.length > 0 || correction.missing.size > 0 ? '[data-summary]' : '#correction');
  }

  #notice(view: View): unknown {
    if (!this.#failure) return nothing;
    if (this.#failure.status === 409) return notice(view.say('correct_lost'), 'warning');
    const { key, params } = failureText(this.#failure);
    return notice(view.say('correct_failed'), 'danger', view.common(key, params));
  }

  #choices({ requirements }: Correction, uploads: Uploads): ReadonlyMap<string, DocumentChoice> {
    return new Map(
      requirements.map(({ id }): [string, DocumentChoice] => {
        const original = this.#originals.has(id);
        return [id, { original, uploadIds: original ? [] : uploads.of(id).flatMap(({ uploadId }) => uploadId ?? []) }];
      }),
    );
  }

  #tell(news?: FileNews): void {
    if (news && this.#parts) this.#host.announce(this.#parts.newsWords(this.#fileSay, news));
    this.#host.requestUpdate();
  }

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  async #during(act: () => Promise<void>): Promise<Failure | undefined> {
    this.#busy = true;
    this.#failure = undefined;
    this.#host.requestUpdate();
    try {
      await act();
    } catch (thrown) {
      this.#failure = this.#host.fail(thrown);
    }
    this.#busy = false;
    this.#host.requestUpdate();
    return this.#failure;
  }
}

const fileActs = { 'retry-file': 'retry', 'pause-file': 'pause', 'resume-file': 'resume', 'remove-file': 'remove' } as const;

function isFileAct(action: string): action is keyof typeof fileActs {
  return action in fileActs;
}

/** A refusal of the server, as a problem of the field it points at. */
function toAnswerProblem(issue: Failure['issues'][number]): AnswerProblem[] {
  if (!issue.pointer.startsWith('/answers/')) return [];
  const pointer = issue.pointer.slice('/answers'.length);
  return [{ pointer, code: isAnswerCode(issue.code) ? issue.code : 'wrong_format', ...(issue.params ? { params: issue.params } : {}) }];
}

function isAnswerCode(code: string): code is AnswerProblem['code'] {
  return codes.has(code);
}

const codes: ReadonlySet<string> = new Set<AnswerProblem['code']>([
  'required', 'not_asked', 'unknown_field', 'wrong_type', 'wrong_format', 'too_short', 'too_long', 'too_small', 'too_large',
  'not_an_option', 'repeated', 'exclusive_option', 'impossible_date', 'date_too_early', 'date_too_late', 'impossible_identifier',
  'same_as_nik', 'same_as_other', 'unknown_village',
]);
