import { counterScopes } from '@e-sewaka/contract';
import { closed, listOf, textDefinitions, textUpTo, words, type JsonSchema } from './common.js';

const phone: JsonSchema = { type: 'string', pattern: '^\\+62[0-9]{7,13}$' };
const clockTime: JsonSchema = { type: 'string', pattern: '^(?:[01][0-9]|2[0-3]):[0-5][0-9]$' };
const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** What a village's own profile may say; lengths as in the contract's `Village`. */
export const villageFormat: JsonSchema = {
  ...closed(
    {
      address: words(300),
      phone,
      hours: listOf(
        closed({ days: { ...listOf({ enum: days }, 1, 7), uniqueItems: true }, opens: clockTime, closes: clockTime }),
        1,
        14,
      ),
      officers: listOf(
        closed({ post: { enum: ['kadus', 'operator', 'secretary', 'head', 'admin'] }, title: words(80), name: words(100) }, { banjar: words(80) }),
        1,
        60,
      ),
    },
    {
      email: { type: 'string', maxLength: 254, pattern: '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$' },
      whatsapp: phone,
      website: { type: 'string', maxLength: 300, pattern: '^https://[^\\s]+$' },
      banjars: listOf(closed({ name: words(80), kind: { enum: ['dusun', 'lingkungan'] } }), 0, 60),
      letterNumberMask: words(120),
      letterCounter: { enum: [...counterScopes] },
      notice: textUpTo(400),
    },
  ),
  $defs: textDefinitions,
};
