import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import ts from 'typescript-eslint';

/** What each room must not import (the directions in ARCHITECTURE.md). */
const forbidden = {
  contract: ['@e-sewaka/*', 'node:*', 'lit', 'ky'],
  catalog: ['@e-sewaka/sdk', '@e-sewaka/server', '@e-sewaka/components'],
  sdk: ['@e-sewaka/catalog', '@e-sewaka/components', '@e-sewaka/server'],
  components: ['@e-sewaka/catalog', '@e-sewaka/server', 'node:*'],
  server: ['@e-sewaka/sdk', '@e-sewaka/components'],
};

const directions = Object.entries(forbidden).map(([room, group]) => ({
  files: [`packages/${room}/src/**/*.ts`],
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-imports': ['error', { patterns: [{ group, message: 'See the directions in ARCHITECTURE.md.' }] }],
  },
}));

const sinks = ["ImportSpecifier[imported.name='unsafeHTML']", "MemberExpression[property.name='innerHTML']", "MemberExpression[property.name='outerHTML']"].map(
  (selector) => ({ selector, message: 'Never put strings into markup.' }),
);
const lookbehind = { selector: 'Literal[regex.pattern=/\\(\\?<[=!]/]', message: 'A browser without lookbehind refuses the whole script.' };

export default ts.config(
  { ignores: ['**/dist/', '**/generated/', '.build/', '.artefacts/', '.data/', '.storybook/generated/', 'packages/demo/site/vendor/', 'storybook-static/', 'packages/components/types/', 'packages/journeys/hosts/vendor/'] },
  js.configs.recommended,
  { languageOptions: { globals: { ...globals.node } } },
  {
    files: ['packages/*/src/**/*.ts'],
    extends: [ts.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'max-lines': ['error', { max: 400 }],
    },
  },
  {
    files: ['packages/components/src/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    languageOptions: { globals: { ...globals.browser } },
    // Names arrive by `.textContent` bindings (safe under page translation), which the rule cannot see; axe checks them for real.
    rules: { ...litA11y.configs.recommended.rules, 'lit-a11y/accessible-name': 'off' },
  },
  {
    files: ['packages/{components,sdk,demo}/**/*.{js,mjs,ts}', 'tools/bench-widgets/*.mjs'],
    languageOptions: { globals: { ...globals.browser } },
  },
  { files: ['stories/**/*.ts', '.storybook/*.ts', '*.config.ts'], extends: [ts.configs.recommended], languageOptions: { globals: { ...globals.browser } } },
  ...directions,
  { files: ['packages/*/src/**/*.ts', 'stories/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...sinks] } },
  { files: ['packages/{components,contract,sdk}/src/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...sinks, lookbehind] } },
  {
    files: ['**/*.test.ts'],
    rules: { '@typescript-eslint/no-unused-expressions': 'off' },
  },
  {
    // Chai's assertions are thenable by type once the accessibility plugin is registered; they are not promises.
    files: ['packages/components/src/**/*.test.ts'],
    rules: { '@typescript-eslint/no-floating-promises': 'off' },
  },
);
