/**
 * Holds what the guides say against the code: the environment table of `docs/operating.md`, and every relative link.
 * `--write` renews the table. Needs a build.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './run.mjs';

const { variables } = await import('../packages/server/dist/config.js');
const guide = join(root, 'docs', 'operating.md');
const marks = /(<!-- environment -->\n)[\s\S]*(<!-- \/environment -->)/;

const rows = Object.values(variables).map(({ name, fallback, meaning }) => `| \`${name}\` | ${fallback === '' ? '' : `\`${fallback}\``} | ${meaning} |`);
const table = `\n| variable | default | meaning |\n| --- | --- | --- |\n${rows.join('\n')}\n\n`;
const written = readFileSync(guide, 'utf8');
const expected = written.replace(marks, `$1${table}$2`);
const problems = [];

if (process.argv.includes('--write')) writeFileSync(guide, expected);
else if (written !== expected || !marks.test(written)) {
  problems.push('docs/operating.md: the environment table is not what config.ts says; run node tools/check-docs.mjs --write');
}

for (const file of markdownFiles(root)) {
  for (const [, target] of readFileSync(file, 'utf8').matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)) {
    if (!existsSync(join(dirname(file), target))) problems.push(`${relative(root, file)}: no such file: ${target}`);
  }
}

for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

function* markdownFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (['node_modules', 'dist', '.git', '.artefacts', '.data', '.build'].includes(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* markdownFiles(path);
    else if (entry.name.endsWith('.md')) yield path;
  }
}
