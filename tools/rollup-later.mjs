/** Rollup plugin for chunks that are fetched long before they are used, if they ever are: their body runs at the first use. */

/**
 * A chunk made of one of `modules` runs nothing but two lines when it arrives. What an `import()` of it gives has the
 * exports of the module, and whoever first asks for one of them runs the body. So a chunk fetched ahead waits in the
 * browser's module map, safe from a lost connection and under the page's integrity rules, without being compiled or
 * taking memory.
 */
export function later(...modules) {
  const waits = (chunk) => modules.some((end) => chunk?.isDynamicEntry && chunk.moduleIds.some((id) => id.endsWith(end)));
  return {
    name: 'later',
    renderChunk(code, chunk, _, { chunks }) {
      const importing = [...new Set(chunk.dynamicImports)].filter((name) => waits(chunks[name])).reduce(openedByUse, code);
      const result = waits(chunk) ? atFirstUse(this.parse(importing), importing) : importing;
      return result === code ? null : { code: result, map: null };
    },
  };
}

/** Every `import()` of the chunk, with the part of it that Rollup asks for: the module's own exports. */
function openedByUse(code, name) {
  const file = name.split('/').at(-1).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(`(import\\('[^']*${file}'\\))(?:\\.then\\(function \\(n\\) \\{ return n\\.(\\w+); \\}\\))?`, 'g');
  if (!pattern.test(code)) throw new Error(`no import() of ${name} found in what Rollup wrote`);
  return code.replace(pattern, (_, call, part) => `${call}.then((n) => n.$(() => n${part ? `.${part}` : ''}))`);
}

/** The chunk with its body inside a function; what it exports is set once that has run. */
function atFirstUse({ body }, code) {
  const text = ({ start, end }) => code.slice(start, end);
  const outside = body.filter(({ type, source }) => type === 'ImportDeclaration' || source);
  const exported = body.filter(({ type, source }) => type === 'ExportNamedDeclaration' && !source).flatMap(({ specifiers }) => specifiers);
  const inside = body.filter((statement) => !outside.includes(statement) && !statement.type.startsWith('Export'));
  const bound = exported.map(({ local, exported: { name } }, index) => ({ local: local.name, name, own: `$${index}` }));
  return `${outside.map(text).join('\n')}
let ${['$ran', ...bound.map(({ own }) => own)].join()};
function $body() {
${inside.map(text).join('\n')}
${bound.map(({ local, own }) => `${own} = ${local};`).join('\n')}
}
const $ = (exports) => new Proxy({}, {
  get(_, name) {
    // A promise that is given an object looks for \`then\`: that is no use of it.
    if (name === 'then') return undefined;
    if (!$ran) { $ran = true; $body(); }
    return exports()[name];
  },
});
export { ${[...bound.map(({ own, name }) => `${own} as ${name}`), '$'].join(', ')} };
`;
}
