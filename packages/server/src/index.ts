export { buildApp, type AppParts } from './app.js';
export { ConfigError, loadConfig, variables, type Config } from './config.js';
export { openDatabase, type Db } from './db/index.js';
export { openCatalog } from './live-catalog.js';
export { startServer, type RunningServer, type StartOptions } from './start.js';
