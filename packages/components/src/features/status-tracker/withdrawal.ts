import { html, type TemplateResult } from 'lit';
import { button } from '../../controls/button/index.js';
import { heading } from '../../internal/heading.js';
import type { View } from './view.js';

/** Withdrawing, asked twice: a quiet link first, then what it means and two plainly named buttons. */
export function withdrawal(view: View, asking: boolean, busy: boolean): TemplateResult {
  const { say, common, level } = view;
  if (!asking) return html`<p class="no-print">${button('ask-withdraw', say('withdraw'), { look: 'link' })}</p>`;
  return html`<form class="card stack" data-form="withdraw" novalidate>
    ${heading(level + 1, say('withdraw_title'), 'withdraw')}
    <p .textContent=${say('withdraw_intro')}></p>
    <div class="field">
      <label class="label" for="withdraw-reason"
        ><span .textContent=${say('withdraw_reason')}></span> <span class="optional" .textContent=${common('optional')}></span
      ></label>
      <textarea class="control" id="withdraw-reason" name="reason" maxlength="500" rows="3"></textarea>
    </div>
    <div class="row">
      ${button('withdraw', say('withdraw_yes'), { look: 'danger', type: 'submit', busy })} ${button('keep', say('withdraw_no'))}
    </div>
  </form>`;
}
