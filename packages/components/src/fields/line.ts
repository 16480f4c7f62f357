import { html, nothing, type TemplateResult } from 'lit';
import type { IdentifierField, IntegerField, MoneyField, NameField, TextField, TimeField } from '@e-sewaka/contract';
import { textIn } from '../internal/text.js';
import type { FieldKey } from '../locales/fields/index.js';
import { rawText, type FieldContext } from './context.js';
import { frame, hintOf } from './frame.js';

type LineField = TextField | NameField | IdentifierField | IntegerField | MoneyField | TimeField;

interface Look {
  readonly type?: string;
  readonly mode?: string;
  readonly autocomplete?: string;
  readonly width?: string;
  readonly hint?: FieldKey;
}

const looks: Readonly<Record<LineField['type'], Look>> = {
  text: {},
  name: { autocomplete: 'name' },
  nik: { mode: 'numeric', autocomplete: 'off', width: 'w-20', hint: 'nik_hint' },
  kk: { mode: 'numeric', autocomplete: 'off', width: 'w-20', hint: 'kk_hint' },
  npwp: { mode: 'numeric', autocomplete: 'off', width: 'w-20', hint: 'npwp_hint' },
  nib: { mode: 'numeric', autocomplete: 'off', width: 'w-20', hint: 'nib_hint' },
  phone: { type: 'tel', mode: 'tel', autocomplete: 'tel', width: 'w-20', hint: 'phone_hint' },
  email: { type: 'email', mode: 'email', autocomplete: 'email', hint: 'email_hint' },
  integer: { mode: 'numeric', autocomplete: 'off', width: 'w-6' },
  money: { mode: 'numeric', autocomplete: 'off', width: 'w-10', hint: 'money_hint' },
  time: { type: 'time', autocomplete: 'off', width: 'w-10' },
};

/** A field of one line. Spellcheck is off for everything but free text: names and numbers are not misspelt words. */
export function renderLine(field: LineField, context: FieldContext): TemplateResult {
  const look = looks[field.type];
  const hint = hintOf(context, field, look.hint && context.say(look.hint));
  return frame(context, field, hint, ({ id, describedBy, invalid }) => {
    const input = html`<input
      class="control ${look.width ?? ''}"
      id=${id}
      name=${field.name}
      type=${look.type ?? 'text'}
      inputmode=${look.mode ?? nothing}
      autocomplete=${field.autocomplete ?? look.autocomplete ?? nothing}
      spellcheck=${field.type === 'text' ? nothing : 'false'}
      autocapitalize=${field.type === 'name' ? 'words' : nothing}
      aria-describedby=${describedBy}
      aria-invalid=${invalid}
      value=${rawText(context, field.name)}
    />`;
    if (field.type === 'money') return html`<div class="affixed"><span class="affix" aria-hidden="true">Rp</span>${input}</div>`;
    if (field.type === 'integer' && field.unit)
      return html`<div class="affixed">${input}<span class="affix" .textContent=${textIn(field.unit, context.locale)}></span></div>`;
    return input;
  });
}
