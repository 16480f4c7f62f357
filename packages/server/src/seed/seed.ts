import { villages } from '@e-sewaka/catalog';
import type { App } from '../context.js';
import { settle } from '../population/database.js';
import { makePopulation } from '../population/synthetic.js';

/** Fills an empty demo installation with people. Does nothing elsewhere, and nothing the second time. */
export async function seed(app: App): Promise<void> {
  if (!app.config.demo) return;
  await settle(app.db, makePopulation(villages));
}
