import type { Migration } from 'kysely/migration';
import * as first from './0001-first.js';
import * as audit from './0002-audit.js';
import * as kadus from './0003-kadus.js';
import * as letterNumbers from './0004-letter-numbers.js';

/** Every migration in order. A new one is a file here and a line in this table; none is ever edited after release. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first': first,
  '0002-audit': audit,
  '0003-kadus': kadus,
  '0004-letter-numbers': letterNumbers,
};
