import type { TextareaField } from '@e-sewaka/contract';
import type { Translate } from '../internal/words.js';
import type { FieldKey } from '../locales/fields/index.js';
import { rawText, type FieldContext } from './context.js';
import { frame, hintOf } from './frame.js';
import { el, type Piece } from './piece.js';

const defaultLimit = 2000;
const whole = new Intl.NumberFormat('id-ID');

/** How many characters are left, in words; code points, as the rules count them. */
export function countWords(value: string, limit: number, say: Translate<FieldKey>): { readonly words: string; readonly near: boolean } {
  const left = limit - [...value].length;
  const count = whole.format(Math.abs(left));
  return { words: say(left < 0 ? 'count_over' : 'count_left', { count }), near: left <= limit / 10 };
}

/** Several lines, with a count of what is left. Nothing is cut off: text that is too long stays and is told. */
export function renderTextarea(field: TextareaField, context: FieldContext): Piece {
  const limit = field.maxLength ?? defaultLimit;
  const value = rawText(context, field.name);
  return frame(context, field, hintOf(context, field), ({ id, describedBy, invalid }) => [
    el(
      'textarea',
      { class: 'control', id, name: field.name, rows: field.rows ?? 4, 'data-limit': limit, 'aria-describedby': describedBy, 'aria-invalid': invalid },
      value,
    ),
    el('p', { class: 'hint numeric', 'data-count': field.name }, countWords(value, limit, context.say).words),
  ]);
}
