import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadCatalog, villages } from '@e-sewaka/catalog';
import type { Service } from '@e-sewaka/contract';
import type { Plugin } from 'vite';
import { parse } from 'yaml';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const services = loadCatalog().list();

/** Offers the catalogue and the contract's examples to stories, as they are now in their YAML files. */
export function sample(): Plugin {
  const id = 'virtual:sample';
  return {
    name: 'e-sewaka-sample',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (source) => (source === `\0${id}` ? modules({ services, villages, examples: examples() }) : undefined),
  };
}

function modules(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');
}

function examples(): Readonly<Record<string, unknown>> {
  const folder = here('../openapi/examples/');
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return Object.fromEntries(files.map((file) => [file.replace('.yaml', ''), Reflect.get(Object(parse(readFileSync(folder + file, 'utf8'))), 'value')]));
}

/** Writes one short story file per service, so that a new YAML file has its stories without a line of code. */
export function writeServiceStories(): void {
  const folder = here('./generated/');
  mkdirSync(folder, { recursive: true });
  const known = new Map(services.map((service) => [`${service.id}.stories.ts`, storyFile(service)]));
  for (const file of readdirSync(folder)) if (!known.has(file)) rmSync(folder + file);
  // Written only when it changed: the build looks at the time of its sources.
  for (const [file, text] of known) if (!existsSync(folder + file) || readFileSync(folder + file, 'utf8') !== text) writeFileSync(folder + file, text);
}

function storyFile({ id, title, channel }: Service): string {
  const shared = `component: 'sewaka-service-form', render, parameters, args: { service: '${id}', village: '51.71.04.2001' }`;
  const filled = channel === 'counter' ? '' : `export const Filled = { play: fillAndReview('${id}') };\n`;
  return `// Generated from the catalogue when Storybook starts.
import { fillAndReview, parameters, render } from '../../stories/kit/service-story.js';

export default { title: 'Services/${title.en.replaceAll("'", '’')}', ${shared} };
export const Start = {};
export const English = { globals: { locale: 'en' } };
${filled}`;
}
