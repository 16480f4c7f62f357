import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../../context.js';

/** Where uploads lie: on their way in, and after they were found clean. Nobody else may read them. */
export interface Places {
  readonly incoming: string;
  readonly clean: string;
}

/** The upload folders of an installation, made when missing. */
export function placesOf(app: Pick<App, 'config'>): Places {
  const root = join(app.config.dataDirectory, 'uploads');
  const places = { incoming: join(root, 'incoming'), clean: join(root, 'clean') };
  for (const folder of Object.values(places)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  return places;
}
