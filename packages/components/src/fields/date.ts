import type { DateField } from '@e-sewaka/contract';
import { idOf, rawText, type FieldContext } from './context.js';
import { group, hintOf } from './frame.js';
import { el, type Piece } from './piece.js';

const parts = ['day', 'month', 'year'] as const;

/** A date as three inputs named `<name>.day`, `.month`, `.year`; month names are understood, nothing jumps by itself. */
export function renderDate(field: DateField, context: FieldContext): Piece {
  const birth = field.autocomplete?.startsWith('bday') ?? false;
  const example = birth ? '17 8 1990' : `17 8 ${new Date().getFullYear()}`;
  const hint = hintOf(context, field, context.say('date_hint', { example }));
  const pointer = `/${field.name}`;
  return group(context, field, hint, ({ describedBy }) =>
    el('div', { class: 'parts' }, parts.map((part) => {
      const id = idOf(context, `${field.name}.${part}`);
      return el('div', {}, [
        el('label', { class: 'label', for: id }, context.say(part)),
        el('input', {
          class: `control ${part === 'year' ? 'w-4' : part === 'month' ? 'w-6' : 'w-2'}`,
          id,
          name: `${field.name}.${part}`,
          inputmode: part === 'month' ? undefined : 'numeric',
          autocomplete: birth ? `bday-${part}` : 'off',
          'aria-describedby': describedBy,
          'aria-invalid': context.wrongPart(pointer, part) ? 'true' : undefined,
          value: rawText(context, field.name, part),
        }),
      ]);
    })),
  );
}
