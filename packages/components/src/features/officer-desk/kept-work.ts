import type { Session } from '../../internal/client-desk.js';
import type { OpenCase } from './open-case.js';
import type { DeskAction } from './view.js';

/** What an officer was at when the session ended: which application, and the form of a decision as far as it was filled in. */
export interface Work {
  readonly applicationId: string;
  readonly action?: DeskAction;
  readonly ticked: readonly string[];
  readonly typed: Readonly<Record<string, string>>;
}

const slot = 'sewaka.desk.work';
const keptFor = 60 * 60_000;

/** Keeps work in this tab alone, for whoever signs in again as the same officer within the hour. */
export function keepWork(session: Session, work: Work): void {
  try {
    sessionStorage.setItem(slot, JSON.stringify({ who: whoIs(session), at: Date.now(), work }));
  } catch {
    // A browser that keeps nothing: the officer is only told that a note was not sent.
  }
}

/** Takes the work back, once; somebody else's is thrown away. */
export function takeWork(session: Session): Work | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(slot) ?? 'null');
    forgetWork();
    return isKept(kept) && kept.who === whoIs(session) && Date.now() - kept.at < keptFor ? kept.work : undefined;
  } catch {
    return undefined;
  }
}

/** Takes work up again where it was left; a note that has no place to go any more is shown. */
export async function resumeWork(open: OpenCase, desk: { readonly renderRoot: HTMLElement | DocumentFragment; readonly updateComplete: Promise<boolean> }, { applicationId, action, ticked, typed }: Work): Promise<void> {
  await open.open(applicationId);
  if (action === undefined || open.opened === undefined) return;
  if (!open.opened.allowedActions.includes(action)) return open.lose(Object.values(typed).filter(Boolean).join('\n'));
  await open.ask(action);
  for (const pointer of ticked) open.tick(pointer, true);
  await desk.updateComplete;
  for (const [name, value] of Object.entries(typed)) {
    const control = desk.renderRoot.querySelector<HTMLInputElement | HTMLTextAreaElement>(`form[data-form=decision] [name="${CSS.escape(name)}"]`);
    if (control) control.value = value;
  }
}

/** Throws away what was kept: its officer has signed out. */
export function forgetWork(): void {
  try {
    sessionStorage.removeItem(slot);
  } catch {
    // Nothing was kept.
  }
}

function whoIs({ office, post, banjar, name }: Session): string {
  return [office, post, banjar, name].join('\n');
}

function isKept(kept: unknown): kept is { readonly who: string; readonly at: number; readonly work: Work } {
  if (typeof kept !== 'object' || kept === null || !('who' in kept) || !('at' in kept) || !('work' in kept)) return false;
  return typeof kept.at === 'number' && typeof kept.work === 'object' && kept.work !== null && 'applicationId' in kept.work && 'typed' in kept.work && 'ticked' in kept.work;
}
