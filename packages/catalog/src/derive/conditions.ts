import type { Condition, SimpleCondition } from '@e-sewaka/contract';
import type { JsonSchema } from '../format/common.js';

/** A schema that accepts exactly those answers for which all conditions hold. */
export function conditionSchema(conditions: readonly Condition[]): JsonSchema {
  const [first, ...more] = conditions.map(oneSchema);
  return first && more.length === 0 ? first : { allOf: [first, ...more] };
}

/** A condition in words for developers. */
export function conditionWords(condition: Condition): string {
  if ('all' in condition) return condition.all.map(testWords).join(' and ');
  if ('any' in condition) return condition.any.map(testWords).join(', or ');
  return testWords(condition);
}

function oneSchema(condition: Condition): JsonSchema {
  if ('all' in condition) return { allOf: condition.all.map(testSchema) };
  if ('any' in condition) return { anyOf: condition.any.map(testSchema) };
  return testSchema(condition);
}

/** A missing answer never matches, hence `required`. */
function testSchema(test: SimpleCondition): JsonSchema {
  const value = 'in' in test ? { enum: test.in } : { const: test.equals };
  return { properties: { [test.field]: value }, required: [test.field] };
}

function testWords(test: SimpleCondition): string {
  return 'in' in test
    ? `\`${test.field}\` is ${test.in.map((value) => `\`${value}\``).join(' or ')}`
    : `\`${test.field}\` is \`${test.equals}\``;
}
