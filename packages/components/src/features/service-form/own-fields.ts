import type { Field, Text } from '@e-sewaka/contract';
import type { ServiceDefinition } from '../../internal/client.js';
import type { Translate } from '../../internal/words.js';
import type { FilingKey } from '../../locales/filing/index.js';

/** Fields of the form's own pages. */
/**
 * Version of the words a resident declares (`declaration_label`, `declaration_hint`), stored with every application: raise it
 * whenever those words change in any language.
 */
export const declarationVersion = '1';

export type OwnFields = Readonly<Record<'village' | 'contact' | 'declaration', readonly Field[]>>;

/** The questions every service shares, as fields; their words are said in the language of the moment. */
export function ownFields(say: Translate<FilingKey>, service: ServiceDefinition): OwnFields {
  const text = (key: FilingKey): Text => ({ id: say(key), en: say(key), ban: say(key) });
  const factor = (kind: 'phone' | 'born_on' | 'pin', key: FilingKey): { value: string; label: Text } => ({ value: kind, label: text(key) });
  return {
    village: [{ type: 'village', name: 'villageCode', label: text('village_label') }],
    contact: [
      { type: 'phone', name: 'contact.phone', label: text('contact_phone'), hint: text('contact_phone_hint') },
      { type: 'confirm', name: 'contact.whatsapp', label: text('contact_whatsapp'), required: false },
      { type: 'email', name: 'contact.email', label: text('contact_email'), required: false },
      {
        type: 'radios',
        name: 'factor.kind',
        label: text('factor'),
        hint: text('factor_hint'),
        options: [
          factor('phone', 'factor_phone'),
          ...(service.applicant.bornOn ? [factor('born_on', 'factor_born_on')] : []),
          factor('pin', 'factor_pin'),
        ],
      },
      {
        type: 'text',
        name: 'factor.pin',
        label: text('pin'),
        hint: text('pin_hint'),
        maxLength: 6,
        pii: true,
        when: { field: 'factor.kind', equals: 'pin' },
      },
    ],
    declaration: [{ type: 'confirm', name: 'declaration', label: text('declaration_label'), hint: text('declaration_hint') }],
  };
}
