import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { button } from '../../controls/button/index.js';
import type { Client } from '../../internal/client.js';
import type { Session } from '../../internal/client-desk.js';
import { readFailure, type Failure } from '../../internal/failure.js';
import { heading } from '../../internal/heading.js';
import { sessionWords, type SessionKey } from '../../locales/session/index.js';
import type { DeskView } from './view.js';

/** Where the warning lives: the desk. */
export interface WarningHost extends ReactiveControllerHost {
  readonly api: Client;
  readonly renderRoot: HTMLElement | DocumentFragment;
  announce(words: string): void;
  readonly view: DeskView;
  /** The session is over, or was refused for this reason. */
  sessionOver(failure?: Failure): void;
}

const second = 1_000;
const warnBefore = 130 * second;
const day = 24 * 3_600 * second;
/** Between looks while there is time; short enough to notice soon that a device has slept. */
const lookEvery = 20 * second;
/** What is said from how many seconds before the end. */
const said: readonly (readonly [seconds: number, words: SessionKey])[] = [
  [20, 'in_20_seconds'],
  [60, 'in_1_minute'],
  [Infinity, 'in_2_minutes'],
];

/** When a session ends unless it is used, by this device's clock, which may be wrong. */
function endOf({ expiresAt = '', idleExpiresAt = expiresAt, serverTime }: Session): number {
  const ahead = serverTime === undefined ? 0 : Date.now() - Date.parse(serverTime);
  return Math.min(Date.parse(expiresAt), Date.parse(idleExpiresAt)) + ahead;
}

/** Warns in good time before a session ends, by the server's clock and through a device's sleep; lets it go on, or end. */
export class SessionWarning implements ReactiveController {
  readonly #host: WarningHost;
  /** When it ends, by this device's clock. */
  #endsAt: number | undefined;
  #extendable = true;
  #words: SessionKey | undefined;
  #busy = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #onLook = (): void => void this.#look();

  constructor(host: WarningHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onLook);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onLook);
    this.stop();
  }

  get isOpen(): boolean {
    return this.#words !== undefined;
  }

  /** Watches over a session from now on; one of more than a day needs no warning. */
  follow(session: Session): void {
    const endsAt = endOf(session);
    if (Number.isNaN(endsAt) || endsAt - Date.now() > day) return this.stop();
    this.#endsAt = endsAt;
    this.#extendable = (session.idleExpiresAt ?? '') < (session.expiresAt ?? '');
    if (this.isOpen && endsAt - Date.now() > warnBefore) this.#close();
    void this.#look();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#endsAt = undefined;
    this.#close();
  }

  /** Counts as use: the session goes on. */
  async extend(): Promise<void> {
    if (this.#busy) return;
    await this.#ask(() => this.#host.api.sessions.extend());
    if (!this.isOpen && this.#endsAt !== undefined) this.#host.announce(this.#say('extended'));
  }

  template({ level }: DeskView): TemplateResult {
    const say = (key: SessionKey): string => this.#say(key);
    return html`<dialog class="help card session" aria-labelledby="session-title" aria-describedby="session-time session-about">
      <div class="stack">
        ${heading(level + 1, say('title'), 'session-title')}
        <p id="session-time" aria-live="assertive"><strong .textContent=${this.#words === undefined ? '' : say(this.#words)}></strong></p>
        <p id="session-about" .textContent=${say(this.#extendable ? 'about' : 'about_last')}></p>
        <div class="choices">
          ${this.#extendable ? button('session-extend', say('extend'), { look: 'primary', busy: this.#busy }) : button('session-again', say('again'), { look: 'primary' })}
          ${button('sign-out', say('sign_out'), { look: 'link' })}
        </div>
      </div>
    </dialog>`;
  }

  async #look(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#endsAt === undefined) return;
    const left = this.#endsAt - Date.now();
    if (left <= warnBefore && !this.#busy) {
      const [, words] = said.find(([seconds]) => left <= seconds * second) ?? [];
      // The desk may have been used since, here or in another tab: ask before saying anything, and at the end.
      if ((words !== this.#words || left <= 0) && !(await this.#stillEnds())) return;
      if (left <= 0) return this.#host.sessionOver();
      if (this.isOpen && this.#dialog?.open === false) return this.#extendable ? this.extend() : this.#open(words);
      if (words !== this.#words) await this.#open(words);
    }
    const next = Math.min(lookEvery, left <= warnBefore ? second : left - warnBefore);
    this.#timer = setTimeout(this.#onLook, Math.max(next, second));
  }

  /** Whether the session still ends when it was thought to; follows it where it does not. */
  async #stillEnds(): Promise<boolean> {
    const before = this.#endsAt;
    try {
      const session = await this.#host.api.sessions.get();
      if (endOf(session) - Date.now() <= warnBefore) return this.#endsAt !== undefined;
      if (this.#endsAt === before) this.follow(session);
      return false;
    } catch (thrown) {
      const failure = readFailure(thrown);
      if (failure.status === 401) this.#host.sessionOver(failure);
      return failure.status !== 401 && this.#endsAt !== undefined;
    }
  }

  async #ask(call: () => Promise<Session>): Promise<void> {
    this.#busy = true;
    this.#host.requestUpdate();
    try {
      const session = await call();
      this.#busy = false;
      this.follow(session);
    } catch (thrown) {
      const failure = readFailure(thrown);
      this.#busy = false;
      if (failure.status === 401) return this.#host.sessionOver(failure);
      void this.#look();
    } finally {
      this.#host.requestUpdate();
    }
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector<HTMLDialogElement>('dialog.session');
  }

  #say(key: SessionKey): string {
    return sessionWords.say(this.#host.view.locale, key);
  }

  async #open(words: SessionKey | undefined): Promise<void> {
    await sessionWords.load(this.#host.view.locale);
    this.#words = words;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (this.#dialog?.isConnected && !this.#dialog.open) this.#dialog.showModal();
  }

  #close(): void {
    this.#words = undefined;
    this.#dialog?.close();
    this.#host.requestUpdate();
  }
}
