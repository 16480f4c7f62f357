/** A JSON Schema as plain data. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** An object that must have `required` and may have `optional`, and nothing else. */
export function closed(required: Record<string, JsonSchema>, optional: Record<string, JsonSchema> = {}): JsonSchema {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

/** A list with bounds. */
export function listOf(items: JsonSchema, minItems: number, maxItems: number): JsonSchema {
  return { type: 'array', items, minItems, maxItems };
}

/** A string that says something: not empty, no blanks around it. */
export function words(maxLength: number): JsonSchema {
  return { type: 'string', minLength: 1, maxLength, pattern: '^\\S(?:.*\\S)?$' };
}

/** Kebab-case, starting with a letter. */
export const kebab: JsonSchema = { type: 'string', maxLength: 60, pattern: '^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$' };

/** camelCase, at most 40 characters. */
export const camel: JsonSchema = { type: 'string', pattern: '^[a-z][A-Za-z0-9]{0,39}$' };

const textLengths = [40, 200, 300, 400, 600, 1200] as const;

/** A text in Indonesian and English, perhaps Balinese; refers to `textDefinitions`. */
export function textUpTo(maxLength: (typeof textLengths)[number]): JsonSchema {
  return { $ref: `#/$defs/text${maxLength}` };
}

/** Texts are everywhere in the format; defined once, it compiles in a fraction of the time. */
export const textDefinitions: JsonSchema = Object.fromEntries(
  textLengths.map((length) => [
    `text${length}`,
    closed({ id: words(length), en: words(length) }, { ban: words(length) }),
  ]),
);

/** Dotted code of a desa or kelurahan. */
export const villageCode: JsonSchema = { type: 'string', pattern: '^\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{4}$' };

/** Shapes of conditions are told apart by `checks/conditions.ts`, which can say what is wrong in words. */
export const condition: JsonSchema = { type: 'object', minProperties: 1, maxProperties: 2 };
