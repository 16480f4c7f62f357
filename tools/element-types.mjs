/** Types of all elements by tag, from the manifest: what the framework types in `packages/components/types` are made of. */
export function elementTypes(manifest) {
  const elements = manifest.modules.flatMap((module) => module.declarations.map((element) => ({ ...element, path: module.path })));
  const events = new Set(elements.flatMap((element) => (element.events ?? []).map(({ type }) => type.text)));
  return [
    '// Generated from the elements by tools/manifest.mjs; do not edit.',
    ...elements.map(({ name, path }) => `import type { ${name} } from '../${path}';`),
    `import type { ${[...events].sort().join(', ')} } from '../dist/internal/events.js';`,
    '',
    '/** Every element: its class, what a template may set, and the events it fires. */',
    'export interface SewakaElements {',
    ...elements.flatMap(entry),
    '}',
    '',
  ].join('\n');
}

function entry({ tagName, name, description = '', attributes = [], members = [], events = [] }) {
  const named = new Set(attributes.map((attribute) => attribute.name));
  const properties = members.filter((member) => member.kind === 'field' && !named.has(member.name));
  return [
    `  /** ${oneLine(description)} */`,
    `  '${tagName}': {`,
    `    element: ${name};`,
    '    props: {',
    ...attributes.flatMap((attribute) => prop(name, attribute, attribute.fieldName)),
    ...properties.flatMap((property) => prop(name, property, property.name)),
    '    };',
    '    events: {',
    ...events.flatMap((event) => [`      /** ${oneLine(event.description)} */`, `      '${event.name}': ${event.type.text};`]),
    '    };',
    '  };',
  ];
}

function prop(className, { name, description }, field) {
  const key = /^\w+$/.test(name) ? name : `'${name}'`;
  return [`      /** ${oneLine(description)} */`, `      ${key}?: ${className}['${field}'] | undefined;`];
}

const oneLine = (text = '') => text.replaceAll(/\s+/g, ' ').replaceAll('*/', '* /').trim();
