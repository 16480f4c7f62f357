import type { App } from '../context.js';
import type { Features, Handlers } from '../handlers.js';
import { startTidying } from '../notify/retention.js';
import { addWorkers } from '../notify/workers.js';
import { seed } from '../seed/seed.js';
import { nameBanjars } from './applications/banjars.js';
import { applications } from './applications/handlers.js';
import { desk } from './desk/handlers.js';
import { documents } from './documents/handlers.js';
import { identity } from './identity/handlers.js';
import { regions } from './regions/handlers.js';
import { services } from './services/handlers.js';
import { sessions } from './sessions/handlers.js';
import { tracking } from './tracking/handlers.js';
import { uploads } from './uploads/handlers.js';
import { villages } from './villages/handlers.js';

/** Every verb of the contract. */
const handlers = {
  ...regions,
  ...villages,
  ...services,
  ...applications,
  ...tracking,
  ...identity,
  ...uploads,
  ...documents,
  ...desk,
  ...sessions,
} satisfies Handlers;

/** What the server can do, and what it does on its own. */
export const features: Features = {
  handlers,
  async prepare(app: App) {
    addWorkers(app);
    const named = await nameBanjars(app);
    if (named > 0) app.log.info({ applications: named }, 'applications brought to their Kadus');
    await seed(app);
    const stopTidying = startTidying(app);
    return async () => stopTidying();
  },
};
