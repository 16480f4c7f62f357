import {
  fieldRules,
  isPersonal,
  isRequired,
  type Condition,
  type Field,
  type FieldRule,
  type Service,
  type StringRule,
} from '@e-sewaka/contract';
import type { JsonSchema } from '../format/common.js';
import { conditionSchema, conditionWords } from './conditions.js';

/** Rules without a `maxLength` have a pattern of fixed length; none is longer than this. */
const longestFixed = 20;

interface Placed {
  readonly field: Field;
  /** The field's own condition and that of its step. */
  readonly conditions: readonly Condition[];
}

/**
 * Derives the JSON Schema 2020-12 of a service's `answers`: exactly the structural part of `checkAnswers`.
 * Conditional fields are allowed where their condition holds and refused elsewhere.
 */
export function deriveAnswersSchema(service: Pick<Service, 'id' | 'title' | 'steps'>): JsonSchema {
  const placed = service.steps.flatMap((step) =>
    step.fields.map((field): Placed => ({
      field,
      conditions: [step.when, field.when].filter((when) => when !== undefined),
    })),
  );
  const always = placed.filter(({ conditions, field }) => conditions.length === 0 && isRequired(field));
  const rules = conditionalRules(placed);
  return {
    type: 'object',
    title: `Answers: ${service.title.en}`,
    description: `Answers to the form of ${service.id} (${service.title.id}).`,
    properties: Object.fromEntries(placed.map((one) => [one.field.name, fieldSchema(one)])),
    required: always.map(({ field }) => field.name),
    additionalProperties: false,
    maxProperties: placed.length,
    ...(rules.length > 0 ? { allOf: rules } : {}),
  };
}

/** Fields that share their conditions share one rule. */
function conditionalRules(placed: readonly Placed[]): JsonSchema[] {
  const groups = new Map<string, Placed[]>();
  for (const one of placed) {
    if (one.conditions.length === 0) continue;
    const key = JSON.stringify(one.conditions);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => {
    const shown = conditionSchema(group[0]?.conditions ?? []);
    const required = group.filter(({ field }) => isRequired(field)).map(({ field }) => field.name);
    const absent = { properties: Object.fromEntries(group.map(({ field }) => [field.name, false])) };
    if (required.length === 0) return { if: { not: shown }, then: absent };
    // Ajv's strict mode wants each required name to be declared beside it.
    const declared = Object.fromEntries(required.map((name) => [name, true]));
    return { if: shown, then: { properties: declared, required }, else: absent };
  });
}

function fieldSchema({ field, conditions }: Placed): JsonSchema {
  return {
    title: field.label.en,
    description: describe(field, conditions),
    ...ruleSchema(fieldRules(field)),
    ...(isPersonal(field) ? { 'x-pii': true } : {}),
  };
}

function describe(field: Field, conditions: readonly Condition[]): string {
  const options =
    'options' in field ? field.options.map(({ value, label }) => `\`${value}\` ${label.en}`).join('; ') : '';
  const unit = field.type === 'integer' && field.unit ? `In ${field.unit.en}.` : '';
  return [
    `${field.label.id}${/[.?!]$/.test(field.label.id) ? '' : '.'}`,
    field.hint?.en,
    field.type === 'money' ? 'Whole rupiah.' : unit,
    options === '' ? '' : `${options}.`,
    ...conditions.map((condition) => `Asked only when ${conditionWords(condition)}.`),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
}

/** The JSON Schema that says the same as a structural rule. */
function ruleSchema(rule: FieldRule): JsonSchema {
  switch (rule.type) {
    case 'string':
      return stringSchema(rule);
    case 'integer':
      return { type: 'integer', minimum: rule.minimum, maximum: rule.maximum };
    case 'option':
      return { type: 'string', enum: rule.options };
    case 'options':
      return optionsSchema(rule);
    case 'true':
      return { type: 'boolean', const: true };
    case 'object': {
      const properties = Object.entries(rule.properties);
      return {
        type: 'object',
        properties: Object.fromEntries(properties.map(([name, property]) => [name, stringSchema(property.rule)])),
        required: properties.filter(([, property]) => property.required).map(([name]) => name),
        additionalProperties: false,
        maxProperties: properties.length,
      };
    }
  }
}

function stringSchema({ minLength, maxLength, pattern }: StringRule): JsonSchema {
  return {
    type: 'string',
    ...(minLength === undefined ? {} : { minLength }),
    maxLength: maxLength ?? longestFixed,
    pattern,
  };
}

function optionsSchema({ options, exclusive, minItems }: Extract<FieldRule, { type: 'options' }>): JsonSchema {
  const alone = { if: { contains: { enum: exclusive } }, then: { maxItems: 1 } };
  return {
    type: 'array',
    items: { type: 'string', enum: options },
    minItems,
    maxItems: options.length,
    uniqueItems: true,
    ...(exclusive.length > 0 ? alone : {}),
  };
}
