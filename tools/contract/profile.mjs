/**
 * The schema profile: what every JSON Schema of the contract keeps to, so that all validators agree on it and none can
 * be made to work for long. Gives `{ message, at }` with a path into the document.
 */
export function profileProblems(document) {
  const found = [];
  for (const { schema, at } of rootsOf(document)) judge(schema, at, {}, found);
  return found;
}

/** Every schema of the document that is not just a reference. */
function rootsOf(document) {
  const roots = Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => ({
    schema,
    at: ['components', 'schemas', name],
  }));
  const visit = (node, at) => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'examples' || key === 'example') continue;
      if (key === 'schema') roots.push({ schema: value, at: [...at, key] });
      else visit(value, [...at, key]);
    }
  };
  visit(document.paths ?? {}, ['paths']);
  for (const kind of ['parameters', 'headers', 'responses']) visit(document.components?.[kind], ['components', kind]);
  return roots;
}

/**
 * `partial`: a schema that only narrows another one beside it need not be closed or bounded itself. `enclosed`: one
 * that `unevaluatedProperties` around it closes.
 */
function judge(schema, at, { partial = false, enclosed = false }, found) {
  if (typeof schema !== 'object' || schema === null) return;
  const say = (message) => found.push({ message, at });
  for (const key of ['$dynamicRef', '$dynamicAnchor', '$id', '$anchor'])
    if (key in schema) say(`${key} is not used here`);
  if ('if' in schema && !('then' in schema)) say('an if needs a then');
  if (schema.multipleOf !== undefined && !Number.isInteger(schema.multipleOf))
    say('a fractional multipleOf is not exact');
  if ('enum' in schema) enumProblems(schema.enum).forEach(say);
  if (typeof schema.pattern === 'string') patternProblems(schema).forEach(say);
  const types = [schema.type].flat();
  if (types.includes('string')) stringProblems(schema, partial).forEach(say);
  if (types.includes('array') && !partial && schema.maxItems === undefined) say('an array has maxItems');
  if (types.includes('object') && !partial && !enclosed) objectProblems(schema).forEach(say);
  for (const name of Object.keys(schema.properties ?? {}))
    if (name in Object.prototype) say(`${name} is a member of Object.prototype`);
  descend(schema, at, partial, found);
}

function descend(schema, at, partial, found) {
  const closedAround = schema.unevaluatedProperties === false;
  for (const [name, property] of Object.entries(schema.properties ?? {}))
    judge(property, [...at, 'properties', name], { partial }, found);
  for (const key of ['items', 'additionalProperties', 'propertyNames', 'contains'])
    judge(schema[key], [...at, key], { partial }, found);
  for (const key of ['if', 'then', 'else', 'not']) judge(schema[key], [...at, key], { partial: true }, found);
  for (const [index, part] of (schema.allOf ?? []).entries())
    judge(part, [...at, 'allOf', String(index)], { partial: partial || !closedAround, enclosed: closedAround }, found);
  for (const key of ['oneOf', 'anyOf', 'prefixItems']) {
    for (const [index, part] of (schema[key] ?? []).entries())
      judge(part, [...at, key, String(index)], { partial }, found);
  }
}

function enumProblems(values) {
  if (!Array.isArray(values) || values.length === 0) return ['an enum has members'];
  return values.some((value) => typeof value === 'object' && value !== null) ? ['an enum has only scalar members'] : [];
}

function stringProblems(schema, partial) {
  const bounded = schema.maxLength !== undefined || 'enum' in schema || 'const' in schema;
  return [
    ...(bounded || (partial && schema.pattern === undefined) ? [] : ['a string has maxLength, an enum or a const']),
    ...(schema.format && !['binary', 'uri', 'uri-reference'].includes(schema.format) && schema.pattern === undefined
      ? [`format ${schema.format} needs a pattern beside it, since validators disagree on formats`]
      : []),
  ];
}

function objectProblems(schema) {
  const closed = schema.additionalProperties === false || schema.unevaluatedProperties === false;
  const map = typeof schema.additionalProperties === 'object' && schema.maxProperties !== undefined;
  const open = schema.additionalProperties === undefined && schema.unevaluatedProperties === undefined;
  if (closed || map || (open && schema['x-open'] === true)) return [];
  return ['an object is closed, or a map with maxProperties'];
}

/** What makes a pattern slow or understood differently by different engines. */
export function patternProblems({ pattern }) {
  const found = [];
  if (!pattern.startsWith('^') || !pattern.endsWith('$')) found.push('a pattern is anchored at both ends');
  if (pattern.length > 200) found.push('a pattern has at most 200 characters');
  if (/\\[1-9]|\\k</.test(pattern)) found.push('a pattern has no back-reference');
  if (/\\[dDwWbB]/.test(pattern)) found.push('a pattern names its classes, such as [0-9]');
  if (hasNestedQuantifier(pattern)) found.push('a pattern has no quantifier within a quantifier');
  try {
    new RegExp(pattern, 'u');
  } catch {
    found.push('a pattern is a regular expression with the u flag');
  }
  return found;
}

/** A repeated group that itself repeats something; `?` repeats nothing. */
function hasNestedQuantifier(pattern) {
  const plain = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  const repeats = /[*+]|\{[0-9]+,[0-9]*\}/;
  const stack = [];
  for (let index = 0; index < plain.length; index += 1) {
    if (plain[index] === '(') stack.push(index);
    if (plain[index] !== ')') continue;
    const inner = plain.slice(stack.pop() + 1, index);
    if (repeats.test(inner) && /^(?:[*+]|\{)/.test(plain.slice(index + 1))) return true;
  }
  return false;
}
