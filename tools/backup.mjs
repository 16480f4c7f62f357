/**
 * `npm run backup -- <folder>` copies a running or stopped installation (SQLite) into a new folder;
 * `npm run restore -- <folder>` puts it back into an empty data directory.
 */
import './node-version.mjs';
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const database = 'sewaka.sqlite';
const [verb, folder] = process.argv.slice(2);
const data = resolve(process.env.SEWAKA_DATA_DIR ?? './.data');

try {
  if (!['backup', 'restore'].includes(verb) || !folder) throw new Error('Usage: npm run backup -- <new folder>, or npm run restore -- <backup folder>');
  if (verb === 'backup') backup(data, resolve(folder));
  else restore(resolve(folder), data);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

/** The database first: every file it knows was complete before it was recorded. */
function backup(from, to) {
  if (!existsSync(join(from, database))) throw new Error(`No ${database} in ${from}. With PostgreSQL use pg_dump for the database and copy the folder.`);
  requireEmpty(to);
  mkdirSync(to, { recursive: true, mode: 0o700 });
  const db = new DatabaseSync(join(from, database), { readOnly: true });
  db.prepare('vacuum into ?').run(join(to, database));
  db.close();
  for (const name of readdirSync(from)) {
    if (!name.startsWith(database)) cpSync(join(from, name), join(to, name), { recursive: true });
  }
  console.log(`Backed up to ${to}. It holds personal data and the signing keys: keep it as safe as the original.`);
}

function restore(from, to) {
  if (!existsSync(join(from, database))) throw new Error(`${from} is not a backup: it has no ${database}.`);
  requireEmpty(to);
  cpSync(from, to, { recursive: true });
  console.log(`Restored into ${to}. Start the server as usual.`);
}

function requireEmpty(path) {
  if (existsSync(path) && readdirSync(path).length > 0) throw new Error(`${path} is not empty: nothing was written.`);
}
