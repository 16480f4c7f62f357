/**
 * `npm run manifest`: reads the elements' doc blocks into the custom-elements manifest, and from it makes data for editors and
 * types for frameworks. All of it is checked in; `--check` tells what is out of date.
 */
import './node-version.mjs';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import { elementTypes } from './element-types.mjs';
import { root } from './run.mjs';

const folder = join(root, 'packages/components');
const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

// The analyzer reads its configuration from the working directory.
const manifest = await cli({ argv: ['analyze', '--quiet'], cwd: root, noWrite: true });
const labels = { hideLogs: true, hideMethodDocs: true };
const webTypes = { ...JSON.parse(getWebTypesData(structuredClone(manifest), labels)), name, version };

const files = {
  'custom-elements.json': pretty(manifest),
  'editor/vscode.html-custom-data.json': pretty(JSON.parse(getVsCodeHtmlCustomData(structuredClone(manifest), labels))),
  'editor/web-types.json': pretty(webTypes),
  'types/elements.d.ts': elementTypes(manifest),
};

function pretty(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

const stale = Object.entries(files).filter(([path, text]) => {
  const file = join(folder, path);
  return !existsSync(file) || readFileSync(file, 'utf8') !== text;
});
if (process.argv.includes('--check')) {
  for (const [path] of stale) console.error(`packages/components/${path} is out of date: npm run manifest`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [path, text] of stale) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    console.log(`packages/components/${path}`);
  }
}
