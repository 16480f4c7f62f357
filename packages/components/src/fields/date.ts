import { html, nothing, type TemplateResult } from 'lit';
import type { DateField } from '@e-sewaka/contract';
import { idOf, rawText, type FieldContext } from './context.js';
import { group, hintOf } from './frame.js';

const parts = ['day', 'month', 'year'] as const;

/** A date as three inputs named `<name>.day`, `.month`, `.year`; month names are understood, nothing jumps by itself. */
export function renderDate(field: DateField, context: FieldContext): TemplateResult {
  const birth = field.autocomplete?.startsWith('bday') ?? false;
  const example = birth ? '17 8 1990' : `17 8 ${new Date().getFullYear()}`;
  const hint = hintOf(context, field, context.say('date_hint', { example }));
  const pointer = `/${field.name}`;
  return group(
    context,
    field,
    hint,
    ({ describedBy }) => html`<div class="parts">
      ${parts.map((part) => {
        const id = idOf(context, `${field.name}.${part}`);
        return html`<div>
          <label class="label" for=${id} .textContent=${context.say(part)}></label>
          <input
            class="control ${part === 'year' ? 'w-4' : part === 'month' ? 'w-6' : 'w-2'}"
            id=${id}
            name="${field.name}.${part}"
            inputmode=${part === 'month' ? nothing : 'numeric'}
            autocomplete=${birth ? `bday-${part}` : 'off'}
            aria-describedby=${describedBy}
            aria-invalid=${context.wrongPart(pointer, part) ? 'true' : nothing}
            value=${rawText(context, field.name, part)}
          />
        </div>`;
      })}
    </div>`,
  );
}
