import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundle } from './generate/bundle.mjs';
import { loadServices } from './generate/catalog.mjs';
import { documentModule, inOrder } from './generate/document.mjs';
import { expandHeaders } from './generate/headers.mjs';
import { piiModule, problemCodesModule } from './generate/names.mjs';
import { factsModule, operationsModule } from './generate/operations.mjs';
import { root } from './generate/places.mjs';
import { expandProblems } from './generate/problems.mjs';
import { resourcesModule } from './generate/resources.mjs';
import { mergeServices } from './generate/services.mjs';
import { typesOf } from './generate/types.mjs';

/** Builds the whole document from its sources; `services` is false while the catalogue is not there. */
export async function buildDocument() {
  const document = bundle();
  const services = await loadServices();
  mergeServices(document, services ?? []);
  expandProblems(document);
  expandHeaders(document);
  return { document: inOrder(document), services: services !== undefined };
}

/** Every generated file by its path. */
export async function generatedFiles(document) {
  const contract = 'packages/contract/src/generated';
  return {
    [`${contract}/openapi.json`]: `${JSON.stringify(document, null, 1)}\n`,
    [`${contract}/document.ts`]: documentModule(document),
    [`${contract}/schema.ts`]: await typesOf(document),
    [`${contract}/operations.ts`]: operationsModule(document),
    [`${contract}/operation-facts.ts`]: factsModule(document),
    [`${contract}/problem-codes.ts`]: problemCodesModule(),
    [`${contract}/pii.ts`]: piiModule(document),
    'packages/sdk/src/generated/resources.ts': resourcesModule(document),
  };
}

async function main() {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  const { document, services } = await buildDocument();
  if (!services) {
    console.warn('generate: the catalogue is not there yet; the document has no services');
    if (values.check) return 1;
  }
  const files = await generatedFiles(document);
  const stale = Object.entries(files).filter(([path, text]) => current(path) !== text);
  if (values.check) {
    for (const [path] of stale) console.error(`generate: ${path} is stale; run npm run generate`);
    return stale.length > 0 ? 1 : 0;
  }
  for (const [path, text] of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  console.log(`generate: ${Object.keys(files).length} files, ${stale.length} changed`);
  return 0;
}

function current(path) {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

if (process.argv[1] === import.meta.filename) {
  process.exitCode = await main().catch((error) => {
    // A wrong service file is the author's matter; the stack would only hide file, line and reason.
    console.error(`generate: ${error.name === 'CatalogError' ? error.message : error.stack}`);
    return 1;
  });
}
