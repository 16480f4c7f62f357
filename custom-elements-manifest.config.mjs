/** How elements are read from their sources; run by `npm run manifest`. */
export default {
  globs: ['packages/components/src/**/*.ts'],
  exclude: ['**/*.test.ts', '**/testing.ts', '**/*.styles.ts', '**/*.css.ts', '**/locales/**'],
  litelement: true,
  packagejson: false,
  plugins: [definitions(), publicFace()],
};

/** Our elements are registered by `define('tag', Class)` in the folder's index, and their events typed in `events.ts`. */
function definitions() {
  const tags = new Map();
  const events = new Map();
  return {
    name: 'sewaka-definitions',
    analyzePhase({ ts, node }) {
      if (ts.isCallExpression(node) && node.expression.getText() === 'define') {
        const [tag, element] = node.arguments;
        if (tag && element && ts.isStringLiteral(tag)) tags.set(element.getText(), tag.text);
      }
      if (ts.isInterfaceDeclaration(node) && node.name.text === 'HTMLElementEventMap')
        for (const { name, type } of node.members) events.set(name.text, type.getText());
    },
    packageLinkPhase({ customElementsManifest }) {
      for (const module of customElementsManifest.modules) for (const declaration of module.declarations) define(module, declaration);
    },
  };

  function define(module, declaration) {
    const tagName = declaration.kind === 'class' && tags.get(declaration.name);
    if (!tagName) return;
    Object.assign(declaration, { customElement: true, tagName });
    module.exports.push({ kind: 'custom-element-definition', name: tagName, declaration: { name: declaration.name, module: module.path } });
    // A dispatch without a documented name is listed too, by type alone.
    declaration.events = declaration.events?.filter(({ name }) => name);
    for (const event of declaration.events ?? []) event.type = { text: events.get(event.name) ?? 'Event' };
  }
}

/** Public by TypeScript because the parts of a widget need them, not for pages. */
const inner = new Set(['announce', 'fail', 'handleEvent']);

/** Leaves what pages may rely on, by the paths of the built package: attributes, properties, documented methods, events. */
function publicFace() {
  const isProperty = ({ kind, privacy }) => kind === 'field' && privacy === 'public';
  const isMethod = ({ kind, privacy, name, description }) => kind === 'method' && !privacy && description && !name.startsWith('#') && !inner.has(name);
  const isKept = (member) => !member.static && (isProperty(member) || isMethod(member));
  return {
    name: 'sewaka-public-face',
    packageLinkPhase({ customElementsManifest: manifest }) {
      manifest.schemaVersion = '2.1.0';
      manifest.modules = manifest.modules.filter((module) => module.declarations.some(({ tagName }) => tagName)).sort(by('path'));
      for (const module of manifest.modules) {
        const elements = module.declarations.filter(({ tagName }) => tagName);
        const names = new Set(elements.flatMap(({ name, tagName }) => [name, tagName]));
        module.path = built(module.path);
        module.declarations = elements.map((element) => ({ ...element, members: element.members?.filter(isKept) }));
        module.exports = module.exports.filter(({ name }) => names.has(name));
        for (const { declaration } of module.exports) declaration.module = built(declaration.module);
        module.declarations.forEach(tidy);
      }
    },
  };
}

function tidy(element) {
  if (element.superclass?.module) element.superclass.module = built(element.superclass.module);
  for (const list of [element.members, element.attributes, element.events, element.cssParts]) {
    list?.sort(by('name'));
    for (const { inheritedFrom } of list ?? []) if (inheritedFrom?.module) inheritedFrom.module = built(inheritedFrom.module);
  }
}

const by = (key) => (a, b) => (a[key] < b[key] ? -1 : 1);
const built = (path) => path.replace(/^\/?packages\/components\/src\//, 'dist/').replace(/\.ts$/, '.js');
