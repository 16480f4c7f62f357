import type { AddressField } from '@e-sewaka/contract';
import type { FieldKey } from '../locales/fields/index.js';
import { rawText, type FieldContext } from './context.js';
import { errorLine, group, hintOf, optionalWords, wire, type Wiring } from './frame.js';
import { el, type Piece } from './piece.js';
import { banjarInput, villageSelect } from './village.js';

/** The parts an address asks for, by scope; each input is named `<name>.<part>`. */
export function addressParts(field: AddressField): readonly AddressPart[] {
  return field.scope === 'any' ? ['street', 'city', 'postalCode'] : ['street', 'banjar', 'villageCode', 'postalCode'];
}

export type AddressPart = 'street' | 'banjar' | 'villageCode' | 'city' | 'postalCode';

/** Labels of the parts. */
export const addressWords: Readonly<Record<AddressPart, FieldKey>> = {
  street: 'street',
  banjar: 'banjar',
  villageCode: 'village',
  city: 'city',
  postalCode: 'postal_code',
};

const required: readonly AddressPart[] = ['street', 'villageCode', 'city'];
const autofill: Partial<Record<AddressPart, string>> = { street: 'street-address', city: 'address-level2', postalCode: 'postal-code' };

function control(part: AddressPart, name: string, value: string, context: FieldContext, wiring: Wiring): readonly Piece[] {
  if (part === 'villageCode') return villageSelect(context, name, value, wiring);
  if (part === 'banjar') return banjarInput(context, name, value, wiring);
  const width = part === 'postalCode' ? ' w-6' : part === 'city' ? ' w-20' : '';
  return [
    el('input', {
      class: `control${width}`,
      id: wiring.id,
      name,
      inputmode: part === 'postalCode' ? 'numeric' : undefined,
      autocomplete: autofill[part],
      'aria-describedby': wiring.describedBy,
      'aria-invalid': wiring.invalid,
      value,
    }),
  ];
}

/** An address as one question of several parts. */
export function renderAddress(field: AddressField, context: FieldContext): Piece {
  return group(context, field, hintOf(context, field), () =>
    el('div', { class: 'subfields' }, addressParts(field).map((part) => {
      const name = `${field.name}.${part}`;
      const wiring = wire(context, name, `/${field.name}/${part}`, undefined);
      const words = context.say(addressWords[part]);
      return el('div', { class: wiring.invalid && 'wrong' }, [
        el('label', { class: 'label', for: wiring.id }, required.includes(part) ? words : optionalWords(context, words)),
        errorLine(context, `${wiring.id}-error`, wiring.message),
        ...control(part, name, rawText(context, field.name, part), context, wiring),
      ]);
    })),
  );
}
