import { startPostgres } from './postgres.mjs';

/** Gives every test process a PostgreSQL in `TEST_DATABASE_URL` and takes it away at the end. */
export default async function setup() {
  const { url, stop } = await startPostgres();
  process.env.TEST_DATABASE_URL = url;
  return stop;
}
