import type { IdentifierField, IntegerField, MoneyField, NameField, TextField, TimeField } from '@e-sewaka/contract';
import { textIn } from '../internal/text.js';
import type { FieldKey } from '../locales/fields/index.js';
import { rawText, type FieldContext } from './context.js';
import { frame, hintOf } from './frame.js';
import { el, type Piece } from './piece.js';

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
export function renderLine(field: LineField, context: FieldContext): Piece {
  const look = looks[field.type];
  const hint = hintOf(context, field, look.hint && context.say(look.hint));
  return frame(context, field, hint, ({ id, describedBy, invalid }) => {
    const input = el('input', {
      class: look.width ? `control ${look.width}` : 'control',
      id,
      name: field.name,
      type: look.type ?? 'text',
      inputmode: look.mode,
      autocomplete: field.autocomplete ?? look.autocomplete,
      spellcheck: field.type === 'text' ? undefined : 'false',
      autocapitalize: field.type === 'name' ? 'words' : undefined,
      'aria-describedby': describedBy,
      'aria-invalid': invalid,
      value: rawText(context, field.name),
    });
    if (field.type === 'money') return [el('div', { class: 'affixed' }, [el('span', { class: 'affix', 'aria-hidden': 'true' }, 'Rp'), input])];
    if (field.type === 'integer' && field.unit) return [el('div', { class: 'affixed unit' }, [input, el('span', { class: 'affix' }, textIn(field.unit, context.locale))])];
    return [input];
  });
}
