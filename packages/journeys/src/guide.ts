import { readFileSync } from 'node:fs';

const guide = readFileSync(new URL('../../../docs/embedding.md', import.meta.url), 'utf8');

/** The code blocks of one language below a heading of the embedding guide: what is tested is what people copy. */
export function snippets(heading: string, language: string): readonly string[] {
  const [, section = ''] = guide.split(new RegExp(`^#{2,3} ${heading}.*$`, 'mu'));
  const [own = ''] = section.split(/^#{2,3} /mu);
  const found = [...own.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gmu'))].map(([, code = '']) => code);
  if (found.length === 0) throw new Error(`docs/embedding.md shows no ${language} below “${heading}”.`);
  return found;
}

/** A page with a snippet in it, as a village developer would paste it. */
export const pageWith = (snippet: string): string =>
  `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Desa contoh</title></head><body>${snippet}</body></html>`;

/** Headers as the guide writes them, one a line. */
export function headersIn(block: string): Readonly<Record<string, string>> {
  const joined = block.replace(/\n\s+/gu, ' ').trim();
  return Object.fromEntries(joined.split('\n').map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
}
