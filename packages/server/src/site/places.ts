import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = fileURLToPath(new URL('../../../', import.meta.url));

/** Folders that are served as they are; each may be missing where only the API is installed. */
export const places = {
  demo: join(packages, 'demo', 'site'),
  widgets: join(packages, 'components', 'dist', 'cdn'),
  storybook: join(packages, '..', 'storybook-static'),
  apiReference: dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/package.json'))),
} as const;

/** Tells whether a place is there. */
export const isThere = (place: keyof typeof places): boolean => existsSync(places[place]);
