import { ConfigError, type Config } from '../config.js';

/** Nobody there, nobody by that name, no such database, wrong user or password; for a folder: not there, not a folder, not ours. */
const known = /^(?:ECONN\w+|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_\w+|3D000|28\w{3}|ENOTDIR|ENOENT|EACCES|EPERM|EROFS|EEXIST|ERR_SQLITE_ERROR)$/;

/** What an operator is told when the database cannot be opened: the setting to look at; undefined for a mistake of ours. */
export function unusable({ databaseUrl }: Pick<Config, 'databaseUrl'>, error: unknown): ConfigError | undefined {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error) || !('code' in cause) || typeof cause.code !== 'string' || !known.test(cause.code)) return undefined;
  // Tried by several addresses, a connection fails with no message of its own.
  return new ConfigError(databaseUrl === undefined ? 'SEWAKA_DATA_DIR' : 'DATABASE_URL', cause.message === '' ? cause.code : cause.message);
}
