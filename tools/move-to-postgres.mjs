/**
 * `DATABASE_URL=postgres://… npm run move-to-postgres` copies the data directory's SQLite into an empty PostgreSQL
 * database, all of it or nothing. Stop the server first; the SQLite file stays as it is.
 */
import './node-version.mjs';
import { resolve } from 'node:path';
import { build } from './build.mjs';

try {
  const databaseUrl = process.env.DATABASE_URL?.trim();
  if (!/^postgres(ql)?:\/\//.test(databaseUrl ?? '')) throw new Error('Set DATABASE_URL=postgres://… to say where to.');
  const dataDirectory = resolve(process.env.SEWAKA_DATA_DIR?.trim() || './.data');
  await build();
  const { moveToPostgres } = await import('../packages/server/dist/db/move.js');
  const moved = await moveToPostgres({ dataDirectory, databaseUrl, say: (line) => console.log(`  ${line}`) });
  const rows = [...moved.values()].reduce((sum, each) => sum + each, 0);
  console.log(`Moved ${rows} rows of ${moved.size} tables; every count is the same on both sides.`);
  console.log(`From now on start with this DATABASE_URL, and keep ${dataDirectory}: files, keys and services stay there.`);
  console.log('Put sewaka.sqlite away when you have seen that all is well: a start without DATABASE_URL would go on with it.');
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
