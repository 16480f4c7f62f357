/**
 * Builds the design tokens (DTCG JSON in `src/styles/tokens`) into `src/styles/tokens.css.ts` for widgets
 * and `src/styles/tokens.css` for pages. Run after changing a token: `node packages/components/build-tokens.mjs`.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import StyleDictionary from 'style-dictionary';

const here = fileURLToPath(new URL('./src/styles/', import.meta.url));

/** Name and CSS value of every token of one file. */
async function tokensOf(file) {
  const dictionary = new StyleDictionary({
    source: [`${here}tokens/${file}.json`],
    log: { verbosity: 'silent' },
    platforms: { css: { transforms: ['name/kebab', 'fontFamily/css'] } },
  });
  const { allTokens } = await dictionary.getPlatformTokens('css');
  return new Map(allTokens.map((token) => [token.name, String(token.$value)]));
}

const [size, light, dark, contrastLight, contrastDark] = await Promise.all(
  ['size', 'light', 'dark', 'contrast-light', 'contrast-dark'].map(tokensOf),
);

const scheme = (name, day, night) => (day.get(name) === night.get(name) ? day.get(name) : `light-dark(${day.get(name)}, ${night.get(name)})`);
const read = (name, value) => `--_${name}: var(--sewaka-${name}, ${value});`;
const lines = (names, line) => [...names].map((name) => `  ${line(name)}`).join('\n');

const plain = lines(size.keys(), (name) => read(name, size.get(name)));
const oldBrowsers = lines(light.keys(), (name) => read(name, light.get(name)));
const both = lines(light.keys(), (name) => read(name, scheme(name, light, dark)));
const strong = lines(contrastLight.keys(), (name) => `--_${name}: ${scheme(name, contrastLight, contrastDark)};`);
// A village's own colours give way when a person asks for more contrast, so these do not read the public property.
const generated = 'Generated from tokens/*.json by build-tokens.mjs; do not edit.';

const widget = `// ${generated}
import { css } from 'lit';

/** Design tokens as private properties of the widget's root; each reads its public \`--sewaka-…\` first. */
export const tokens = css\`
.base {
${plain}
${both}
}
@supports not (color: light-dark(#000, #fff)) {
.base {
${oldBrowsers}
}
}
@media (prefers-contrast: more) {
.base {
${strong}
}
}
.base[data-contrast='more'] {
${strong}
}
\`;
`;

const declare = (name, value) => `--sewaka-${name}: ${value};`;
const strongPage = lines(contrastLight.keys(), (name) => declare(name, scheme(name, contrastLight, contrastDark)));
const page = `/* ${generated} */
:root {
${lines(size.keys(), (name) => declare(name, size.get(name)))}
${lines(light.keys(), (name) => declare(name, light.get(name)))}
}
:root[data-sewaka-scheme='light'] {
  color-scheme: light;
}
:root[data-sewaka-scheme='dark'] {
  color-scheme: dark;
}
:root[data-sewaka-text='large'] {
  font-size: 125%;
  --sewaka-text-zoom: 1;
}
:root[data-sewaka-text='larger'] {
  font-size: 150%;
  --sewaka-text-zoom: 1;
}
@supports (color: light-dark(#000, #fff)) {
  :root {
${lines(light.keys(), (name) => declare(name, scheme(name, light, dark)))}
  }
  :root[data-sewaka-contrast='more'] {
${strongPage}
  }
  @media (prefers-contrast: more) {
    :root {
${strongPage}
    }
  }
}
`;

await writeFile(`${here}tokens.css.ts`, widget);
await writeFile(`${here}tokens.css`, page);
