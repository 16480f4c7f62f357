import { html, nothing, type ReactiveController } from 'lit';
import type { DeskApplication } from '../../internal/client-desk.js';
import { failureText, readFailure, type Failure } from '../../internal/failure.js';
import { Remote } from '../../internal/remote.js';
import type { Mistake } from '../../internal/small-form.js';
import { failureNotice, notice, skeleton } from '../../internal/status.js';
import { actionsZone } from './actions-view.js';
import { caseZone } from './case-view.js';
import { isDecision, readDecision } from './decision.js';
import type { FileState } from './files-view.js';
import type { Work } from './kept-work.js';
import type { OfficerDesk } from './officer-desk.js';
import type { DeskAction } from './view.js';
import { draw, openInTab } from './viewer.js';

const closed: FileState = { open: undefined, zoom: 1, turn: 0, failed: false };

/** The application that is open: reads it, claims it, decides on it, and steps aside gently when a colleague was faster. */
export class OpenCase implements ReactiveController {
  readonly #host: OfficerDesk;
  readonly #remote: Remote<DeskApplication>;
  #id: string | undefined;
  #acting: DeskAction | undefined;
  #busy = false;
  #mistakes: readonly Mistake[] = [];
  #ticked = new Set<string>();
  #number: { readonly number: string; readonly assigned: boolean } | undefined;
  #changed: { readonly lost: string } | undefined;
  #failure: Failure | undefined;
  #files = closed;
  readonly #villages = new Map<string, string>();

  constructor(host: OfficerDesk) {
    this.#host = host;
    this.#remote = new Remote(host);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  get id(): string | undefined {
    return this.#id;
  }

  get opened(): DeskApplication | undefined {
    return this.#remote.value?.application.id === this.#id ? this.#remote.value : undefined;
  }

  get acting(): DeskAction | undefined {
    return this.#acting;
  }

  /** Opens one application and forgets the one before. */
  async open(id: string): Promise<void> {
    this.close();
    this.#id = id;
    await this.#load(id);
    void this.#nameVillages();
  }

  close(): void {
    this.#id = undefined;
    this.#remote.value = undefined;
    this.#settle();
    this.#files = closed;
    this.#host.requestUpdate();
  }

  /** Reads it again when there is a newer version than the one shown; what is typed stays. */
  async refresh(revision: number): Promise<void> {
    const { opened } = this;
    if (!opened || opened.application.revision >= revision || this.#busy) return;
    await this.#load(opened.application.id);
    const lost = this.#written();
    if (this.#keepOrDrop() && lost !== '') this.lose(lost);
    this.#host.announce(this.#host.view.say('news'));
  }

  /** Starts an action: its form, with the letter number where one is assigned. */
  async ask(action: DeskAction): Promise<void> {
    const { opened } = this;
    if (!opened) return;
    this.#settle();
    this.#acting = action;
    this.#host.requestUpdate();
    await this.#host.moveTo('#sure');
    if ((action !== 'approve' && action !== 'sign') || opened.service.letter === undefined) return;
    this.#number = await this.#host.api.desk.previewNumber({ applicationId: opened.application.id }).catch(() => undefined);
    this.#host.requestUpdate();
  }

  /** What is being worked at, with all that was typed; undefined while nothing is open. */
  work(): Work | undefined {
    if (this.#id === undefined) return undefined;
    const form = this.#host.renderRoot.querySelector<HTMLFormElement>('form[data-form=decision]');
    const controls = form === null ? [] : [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea[name], input[name]:not([type=checkbox])')];
    const typed = Object.fromEntries(controls.map(({ name, value }) => [name, value]));
    return { applicationId: this.#id, ...(this.#acting ? { action: this.#acting } : {}), ticked: [...this.#ticked], typed };
  }

  /** Shows a note that has no place to go any more. */
  lose(lost: string): void {
    this.#changed = { lost };
    this.#host.requestUpdate();
  }

  /** Ticks a field or document for correction. */
  tick(pointer: string, on: boolean): void {
    if (on) this.#ticked.add(pointer);
    else this.#ticked.delete(pointer);
    this.#host.requestUpdate();
  }

  /** Carries the decision out, or says what is missing in it. */
  async decide(form: HTMLFormElement): Promise<void> {
    const { opened } = this;
    const action = this.#acting;
    if (!opened || !action || this.#busy) return;
    const { view, api } = this.#host;
    const read = readDecision(view, action, form, opened);
    this.#mistakes = isDecision(read) ? [] : read;
    this.#host.requestUpdate();
    if (!isDecision(read)) return this.#host.moveTo('[data-summary]');
    const { id, revision } = opened.application;
    const done = await this.#during(() => api.desk.act({ applicationId: id, action, ...read }, { ifMatch: `"r${revision}"` }), read.note);
    if (!done) return;
    this.#settle();
    this.#host.announce(view.say(`done_${action}`));
    await this.#host.moveTo('#actions');
  }

  /** Acts on a click or key; says whether it was meant for this case. */
  onAction(action: string, value?: string): boolean {
    const { opened } = this;
    if (!opened) return false;
    const applicationId = opened.application.id;
    const { desk } = this.#host.api;
    if (action === 'claim') void this.#during(() => desk.claim({ applicationId }, { ifMatch: `"r${opened.application.revision}"` }));
    else if (action === 'release') void this.#during(() => desk.release({ applicationId }));
    else if (action === 'cancel') this.#cancel();
    else return this.#onFile(action, value);
    return true;
  }

  /** Middle and right zone. */
  template(): unknown {
    const { view } = this.#host;
    if (this.#id === undefined) return html`<div class="zone" data-zone-name="case"><p class="muted" .textContent=${view.say('choose')}></p></div>`;
    const { opened } = this;
    if (!opened)
      return html`<div class="zone" data-zone-name="case">${this.#remote.failure ? failureNotice(this.#remote.failure, view.common) : skeleton(view.say('loading'), 8)}</div>`;
    const failure = this.#failure ? notice(view.common(failureText(this.#failure).key, failureText(this.#failure).params), 'danger') : nothing;
    return html`${caseZone(view, { opened, files: this.#files, villageName: (code) => this.#villages.get(code) })}
    ${actionsZone(view, {
      opened,
      acting: this.#acting,
      busy: this.#busy,
      mistakes: this.#mistakes,
      ticked: this.#ticked,
      number: this.#number,
      changed: this.#changed,
      failure,
      officer: this.#host.officer?.name,
    })}`;
  }

  async #load(id: string): Promise<void> {
    await this.#remote.load((signal) => this.#host.api.desk.get({ applicationId: id }, { signal }));
    if (this.#remote.failure) this.#host.fail(this.#remote.failure);
  }

  /** Runs one change and shows what came of it; a version conflict reloads and keeps the note. */
  async #during(change: () => Promise<DeskApplication>, note = ''): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    this.#failure = undefined;
    this.#changed = undefined;
    this.#host.requestUpdate();
    try {
      this.#remote.value = await change();
      void this.#host.reload();
      return true;
    } catch (thrown) {
      await this.#refused(readFailure(thrown), note);
      return false;
    } finally {
      this.#busy = false;
      this.#host.requestUpdate();
    }
  }

  async #refused(failure: Failure, note: string): Promise<void> {
    if (failure.status !== 412 && failure.status !== 409) {
      this.#failure = failure;
      return this.#host.fail(failure);
    }
    if (this.#id !== undefined) await this.#load(this.#id);
    this.#keepOrDrop();
    this.#changed = { lost: note };
    void this.#host.reload();
    await this.#host.moveTo('[data-changed]');
  }

  /** The form of an action stays as long as the action is still allowed; says whether it had to go. */
  #keepOrDrop(): boolean {
    const { opened } = this;
    if (!this.#acting || !opened || opened.allowedActions.includes(this.#acting)) return false;
    this.#acting = undefined;
    return true;
  }

  /** Everything written in the form of a decision so far. */
  #written(): string {
    return Object.values(this.work()?.typed ?? {}).filter(Boolean).join('\n');
  }

  #cancel(): void {
    const action = this.#acting;
    this.#settle();
    this.#host.requestUpdate();
    void this.#host.moveTo(action ? `[data-action=act][data-value=${action}]` : '#actions');
  }

  #settle(): void {
    this.#acting = undefined;
    this.#mistakes = [];
    this.#ticked = new Set();
    this.#number = undefined;
    this.#changed = undefined;
    this.#failure = undefined;
  }

  #onFile(action: string, value: string | undefined): boolean {
    const { zoom, turn } = this.#files;
    if (action === 'zoom-in') this.#files = { ...this.#files, zoom: Math.min(4, zoom + 1) };
    else if (action === 'zoom-out') this.#files = { ...this.#files, zoom: Math.max(1, zoom - 1) };
    else if (action === 'rotate') this.#files = { ...this.#files, turn: (turn + 1) % 4 };
    else if (action === 'close-file') this.#files = closed;
    else if (action === 'open-image' && value !== undefined) void this.#openFile(value, true);
    else if (action === 'open-letter') void this.#openLetter();
    else if (action === 'open-pdf' && value !== undefined) void this.#openFile(value, false);
    else return false;
    this.#host.requestUpdate();
    return true;
  }

  async #openFile(uploadId: string, picture: boolean): Promise<void> {
    const { opened } = this;
    if (!opened) return;
    this.#files = picture ? { ...closed, open: uploadId } : closed;
    this.#host.requestUpdate();
    try {
      const content = await this.#host.api.desk.downloadFile({ applicationId: opened.application.id, uploadId });
      if (!picture) return openInTab(content);
      await this.#host.updateComplete;
      const canvas = this.#host.renderRoot.querySelector<HTMLCanvasElement>('canvas[data-picture]');
      if (canvas?.dataset['picture'] === uploadId) await draw(content, canvas);
    } catch {
      this.#files = { ...closed, failed: true };
      this.#host.requestUpdate();
    }
  }

  /** The issued letter, to be printed, signed in ink and handed over. */
  async #openLetter(): Promise<void> {
    const documentId = this.opened?.application.letter?.documentId;
    if (documentId === undefined) return;
    try {
      openInTab(await this.#host.api.documents.download({ documentId }));
    } catch (thrown) {
      this.#failure = readFailure(thrown);
      this.#host.fail(this.#failure);
    }
  }

  async #nameVillages(): Promise<void> {
    if (this.#villages.size > 0) return;
    const { data } = await this.#host.api.villages.list({}).catch(() => ({ data: [] }));
    for (const { code, name } of data) this.#villages.set(code, name);
    this.#host.requestUpdate();
  }
}
