import { nothing } from 'lit';
import { allFields, type AnswerProblem } from '@e-sewaka/contract';
import type { ServiceDefinition } from '../../internal/client.js';
import type { Tracking } from '../../internal/client-resident.js';
import { failureText, type Failure } from '../../internal/failure.js';
import { notice } from '../../internal/status.js';
import type { Correction, DocumentChoice } from './correction.js';
import type * as CorrectionParts from './correction-parts.js';
import type { StatusTracker } from './status-tracker.js';
import type { View } from './view.js';

/** The correction form inside the tracker: opened, filled in, sent, and reloaded gently when somebody was faster. */
export class CorrectionPanel {
  readonly #host: StatusTracker;
  readonly #choices = new Map<string, DocumentChoice>();
  #correction: Correction | undefined;
  /** Field partials and rules, fetched only by those who have something to correct. */
  #parts: typeof CorrectionParts | undefined;
  #service: ServiceDefinition | undefined;
  #busy = false;
  #failure: Failure | undefined;
  #changed = false;
  #progress = '';

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
      this.#parts = parts;
    });
    if (this.#correction) await this.#focus('#correction');
  }

  close(): void {
    this.#correction = undefined;
    this.#choices.clear();
    this.#failure = undefined;
    this.#changed = false;
    this.#host.requestUpdate();
  }

  /** Takes note of a file that was chosen, or of a decision to bring the original. */
  changed(input: HTMLInputElement): void {
    const { document: files, original } = input.dataset;
    if (files !== undefined) this.#choices.set(files, { files: [...(input.files ?? [])], original: false });
    if (original !== undefined) this.#choices.set(original, { files: [], original: input.checked });
    if (files !== undefined || original !== undefined) this.#host.requestUpdate();
  }

  /** Checks and sends; afterwards the tracker shows the new state. */
  async send(element: HTMLFormElement): Promise<void> {
    const { api, session, tracking } = this.#host;
    const correction = this.#correction;
    const parts = this.#parts;
    if (!correction || !parts || !session || !tracking || this.#busy) return;
    this.#changed = false;
    const ready = correction.read(element, this.#choices);
    this.#host.requestUpdate();
    if (ready === parts.wrong) return this.#focus('[data-summary]');
    const { view } = this.#host;
    const at = { applicationId: tracking.applicationId, accessToken: session.accessToken, onProgress: (name: string, percent: number) => this.#say(view.say('document_sending', { name, percent })) };
    const failure = await this.#during(() => parts.sendCorrection(api, correction, ready, this.#choices, at));
    if (failure) return this.#refused(failure, correction);
    this.close();
    await session.refresh();
    this.#host.announce(view.say('correct_sent'));
    await this.#focus('#now');
  }

  /** The form, or nothing while it is closed. */
  template(view: View): unknown {
    const correction = this.#correction;
    if (!correction || !this.#parts) return this.#failure ? this.#notice(view) : nothing;
    return this.#parts.correctionForm(view, {
      correction,
      words: this.#host.formWords,
      choices: this.#choices,
      busy: this.#busy,
      progress: this.#progress,
      notice: this.#changed ? notice(view.say('correct_changed'), 'warning') : this.#notice(view),
    });
  }

  async #refused(failure: Failure, correction: Correction): Promise<void> {
    const { api, session, tracking } = this.#host;
    if (failure.status === 412 && session && tracking) {
      correction.renew(await api.applications.get({ applicationId: tracking.applicationId }, { accessToken: session.accessToken }));
      await session.refresh();
      this.#failure = undefined;
      this.#changed = true;
    }
    const problems = failure.issues.flatMap(toAnswerProblem);
    if (problems.length > 0) correction.form.refuse(problems);
    this.#host.requestUpdate();
    await this.#focus(problems.length > 0 ? '[data-summary]' : '#correction');
  }

  #notice(view: View): unknown {
    if (!this.#failure) return nothing;
    if (this.#failure.status === 409) return notice(view.say('correct_lost'), 'warning');
    const { key, params } = failureText(this.#failure);
    return notice(view.say('correct_failed'), 'danger', view.common(key, params));
  }

  #say(words: string): void {
    this.#progress = words;
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
    this.#say('');
    return this.#failure;
  }
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
  'same_as_nik', 'unknown_village',
]);
