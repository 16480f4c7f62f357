import type { Clerk } from './clerk.js';

/** Does what a button asks for that only is there after the first answer. */
export function act(clerk: Clerk, action: string, first: string, second: string): unknown {
  const { keeper, uploads } = clerk;
  const acts: Readonly<Record<string, () => unknown>> = {
    resume: () => clerk.resume(),
    wipe: () => clerk.wipe(),
    'ask-wipe': () => clerk.ask(true),
    'keep-draft': () => clerk.ask(false),
    'keep-here': () => keeper.keep(true),
    'next-person': () => clerk.nextPerson(),
    'show-receipt': () => clerk.showReceipt(),
    'forget-receipt': () => clerk.forgetReceipt(),
    reload: () => clerk.renew(),
    send: () => clerk.send(),
    'send-as-new': () => clerk.sendAsNew(),
    'retry-file': () => uploads.retry(first, second),
    'pause-file': () => clerk.file('pause', first, second),
    'resume-file': () => clerk.file('resume', first, second),
    'remove-file': () => clerk.file('remove', first, second),
  };
  return acts[action]?.();
}

/** Takes a chosen file, or the decision that this device is shared; false when the control is a question of the form. */
export function take(clerk: Clerk, control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): boolean {
  if (!(control instanceof HTMLInputElement)) return false;
  if (control.dataset['shared'] !== undefined) {
    void clerk.share(control.checked);
    return true;
  }
  const needed = clerk.documents.find(({ id }) => id === control.dataset['requirement']);
  if (!needed) return false;
  clerk.uploads.add(needed, [...(control.files ?? [])]);
  control.value = '';
  return true;
}
