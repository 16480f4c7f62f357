import { html, nothing, type TemplateResult } from 'lit';
import type { Field, Text } from '@e-sewaka/contract';
import { button } from '../../controls/button/index.js';
import { errorSummary } from '../../controls/error-summary/index.js';
import { frame } from '../../fields/frame.js';
import { painted } from '../../fields/painted.js';
import { el } from '../../fields/piece.js';
import { renderField } from '../../fields/index.js';
import { heading } from '../../internal/heading.js';
import { shieldIcon } from '../../internal/more-icons.js';
import type { FormWords, SmallForm } from '../../internal/small-form.js';
import type { LookupView } from './result.js';

/** Raised whenever the consent text changes in meaning; the server keeps it as proof of what was agreed to. */
export const consentVersion = 'identity-1';

/** Where the verification of one's own data stands. */
export type Verifying =
  | { readonly at: 'offer' }
  | { readonly at: 'form' }
  | { readonly at: 'code'; readonly id: string; readonly until: string }
  | { readonly at: 'confirmed'; readonly maskedName: string; readonly maskedNik: string; readonly village: string };

export interface VerificationState {
  readonly verifying: Verifying;
  readonly form: SmallForm;
  readonly words: FormWords;
  readonly busy: boolean;
  readonly notice: unknown;
}

const same = (words: string): Text => ({ id: words, en: words, ban: words });
const purposes = ['lookup', 'list_applications', 'prefill'] as const;
export type Purpose = (typeof purposes)[number];

/** Narrows the chosen purpose. */
export function isPurpose(value: unknown): value is Purpose {
  return purposes.some((purpose) => purpose === value);
}

/** The questions before a code is sent: three facts, the purpose, the consent. */
export function verificationFields({ say }: LookupView): readonly Field[] {
  return [
    { type: 'nik', name: 'nik', label: same(say('verify_nik')) },
    { type: 'kk', name: 'kk', label: same(say('verify_kk')) },
    { type: 'date', name: 'bornOn', label: same(say('verify_born')), autocomplete: 'bday', max: 0 },
    {
      type: 'radios',
      name: 'purpose',
      label: same(say('verify_purpose')),
      options: purposes.map((value) => ({ value, label: same(say(`purpose_${value}`)) })),
    },
    { type: 'confirm', name: 'consent', label: same(say('verify_consent')), hint: same(say('verify_consent_hint')) },
  ];
}

/** The one question after it. */
export function codeFields({ say }: LookupView): readonly Field[] {
  return [{ type: 'text', name: 'otp', label: same(say('code_label')), maxLength: 20 }];
}

/** Verification of one's own data, step by step; hit and miss look the same. */
export function verification(view: LookupView, state: VerificationState): TemplateResult {
  switch (state.verifying.at) {
    case 'offer':
      return html`<section class="verify stack">
        <p class="muted" .textContent=${view.say('verify_about')}></p>
        <p>${button('verify-open', view.say('verify_open'), { icon: shieldIcon })}</p>
      </section>`;
    case 'form':
      return form(view, state, 'verify', verificationFields(view), html`${heading(view.level + 1, view.say('verify_title'), 'verify')}`, 'verify_send');
    case 'code':
      return form(
        view,
        state,
        'confirm',
        codeFields(view),
        html`${heading(view.level + 1, view.say('code_title'), 'otp')}
          <p .textContent=${view.say('code_intro', { time: timeOf(state.verifying.until) })}></p>`,
        'code_send',
      );
    case 'confirmed':
      return confirmed(view, state.verifying);
  }
}

function form(view: LookupView, state: VerificationState, name: string, fields: readonly Field[], head: TemplateResult, send: 'verify_send' | 'code_send'): TemplateResult {
  const { words, busy, notice } = state;
  const context = state.form.context(fields, words);
  return html`<form class="verify stack-wide" data-form=${name} novalidate autocomplete="off" aria-busy=${busy ? 'true' : 'false'}>
    <div class="stack">${head}</div>
    ${errorSummary(state.form.mistakes(fields, words), state.form.uid, view.level + 2, words.common)} ${notice}
    <div class="fields">${fields.map((field) => (field.name === 'otp' ? otp(field, context) : renderField(field, context)))}</div>
    <div class="row">
      ${button(name, view.say(send), { look: 'primary', type: 'submit', busy })}
      ${name === 'confirm' ? button('code-new', view.say('code_new'), { busy }) : nothing}
      ${button('verify-close', name === 'confirm' ? view.say('code_again') : words.common('cancel'), { look: 'link' })}
    </div>
  </form>`;
}

function otp(field: Field, context: ReturnType<SmallForm['context']>): ReturnType<typeof painted> {
  return painted(
    frame(context, field, undefined, ({ id, describedBy, invalid }) => [
      el('input', {
        class: 'control code otp w-10',
        id,
        name: field.name,
        inputmode: 'numeric',
        autocomplete: 'one-time-code',
        spellcheck: 'false',
        'aria-describedby': describedBy,
        'aria-invalid': invalid,
      }),
    ]),
  );
}

function confirmed({ say, level }: LookupView, { maskedName, maskedNik, village }: Extract<Verifying, { at: 'confirmed' }>): TemplateResult {
  return html`<section class="panel stack" data-confirmed>
    ${heading(level + 1, say('confirmed'), 'confirmed')}
    <dl class="pairs">
      <div><dt .textContent=${say('confirmed_name')}></dt><dd translate="no" .textContent=${maskedName}></dd></div>
      <div><dt .textContent=${say('confirmed_nik')}></dt><dd class="code" translate="no" .textContent=${maskedNik}></dd></div>
      ${village ? html`<div><dt .textContent=${say('confirmed_village')}></dt><dd .textContent=${village}></dd></div>` : nothing}
    </dl>
    <p>${button('verify-close', say('clear'), { look: 'link' })}</p>
  </section>`;
}

/** The wall-clock time of Bali. */
export function timeOf(instant: string | number): string {
  return new Intl.DateTimeFormat('id-ID', { timeZone: 'Asia/Makassar', hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
}
