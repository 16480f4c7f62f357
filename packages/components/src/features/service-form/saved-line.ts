import { html, type TemplateResult } from 'lit';
import type { FormView } from './view.js';

/** What is kept on the device, in words, and the buttons that go with it. */
export interface Keeping {
  readonly words: string;
  readonly buttons: TemplateResult;
  readonly shared: boolean;
}

/**
 * Below every page of questions: what is kept on this device and until when, and the switch for shared devices, which is
 * there before the first key is pressed.
 */
export function savedLine({ say, uid }: FormView, keeping: Keeping | undefined): TemplateResult {
  return html`<div class="saved no-print">
    <p .textContent=${keeping?.words ?? say('keep_none')}></p>
    ${keeping?.buttons}
    <label class="ready">
      <input type="checkbox" data-shared .checked=${keeping?.shared ?? false} aria-describedby="${uid}shared-hint" />
      <span .textContent=${say('shared_device')}></span>
    </label>
    <p class="hint" id="${uid}shared-hint" .textContent=${say('shared_hint')}></p>
  </div>`;
}
