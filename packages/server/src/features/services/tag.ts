import type { Service } from '@e-sewaka/contract';
import type { App } from '../../context.js';
import { sha256 } from '../../secrets.js';

const tags = new WeakMap<readonly Service[], string>();

/** The entity tag of everything that can be applied for: it changes whenever any service does. */
export function catalogTag(app: Pick<App, 'catalog'>): string {
  const services = app.catalog.list();
  const kept = tags.get(services);
  if (kept !== undefined) return kept;
  const tag = `"s${sha256(JSON.stringify(services)).slice(0, 20)}"`;
  tags.set(services, tag);
  return tag;
}
