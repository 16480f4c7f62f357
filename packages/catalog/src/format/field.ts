import { camel, closed, condition, listOf, textUpTo, type JsonSchema } from './common.js';

const label = textUpTo(200);
const hint = textUpTo(600);
const count = (maximum: number): JsonSchema => ({ type: 'integer', minimum: 0, maximum });
const whole: JsonSchema = {
  type: 'integer',
  minimum: -Number.MAX_SAFE_INTEGER,
  maximum: Number.MAX_SAFE_INTEGER,
};
const dateBound: JsonSchema = {
  type: ['string', 'integer'],
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
  minimum: -73_000,
  maximum: 73_000,
};
const autocomplete: JsonSchema = {
  enum: ['off', 'name', 'tel', 'email', 'bday', 'sex', 'organization', 'street-address', 'postal-code', 'country-name'],
};

const common = { hint, required: { type: 'boolean' }, when: condition, pii: { type: 'boolean' }, autocomplete };

const option = closed(
  { value: { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9+_-]{0,59}$' }, label },
  { hint, exclusive: { type: 'boolean' } },
);
const options = listOf(option, 2, 120);

function field(types: readonly string[], required: Record<string, JsonSchema>, optional: Record<string, JsonSchema>) {
  return closed({ name: camel, type: { enum: types }, label, ...required }, { ...common, ...optional });
}

/** The format of one field, told apart by `type`. */
export const fieldFormat: JsonSchema = {
  type: 'object',
  discriminator: { propertyName: 'type' },
  required: ['type'],
  properties: { type: { type: 'string' } },
  oneOf: [
    field(['text'], {}, { minLength: count(500), maxLength: count(500) }),
    field(['textarea'], {}, { minLength: count(5000), maxLength: count(5000), rows: count(20) }),
    field(['name', 'time', 'confirm', 'village', 'banjar'], {}, {}),
    field(['nik', 'kk', 'npwp', 'nib', 'phone', 'email'], {}, { differs: { ...listOf(camel, 1, 10), uniqueItems: true } }),
    field(['date'], {}, { min: dateBound, max: dateBound }),
    field(['integer'], {}, { min: whole, max: whole, unit: textUpTo(40) }),
    field(['money'], {}, { min: whole, max: whole }),
    field(['radios', 'select', 'checkboxes'], { options }, {}),
    field(['address'], {}, { scope: { enum: ['city', 'any'] } }),
  ],
};

/** The format of one step: a page of the form. */
export const stepFormat: JsonSchema = closed(
  {
    id: { type: 'string', maxLength: 40, pattern: '^[a-z][a-z0-9-]*$' },
    title: label,
    fields: listOf(fieldFormat, 1, 40),
  },
  { hint, when: condition },
);
