import { copyFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// The package carries the document, so that integrators need not install the contract to read it.
mkdirSync(new URL('dist/', import.meta.url), { recursive: true });
copyFileSync(
  fileURLToPath(import.meta.resolve('@e-sewaka/contract/openapi.json')),
  new URL('dist/openapi.json', import.meta.url),
);
