import { createClient } from '@e-sewaka/sdk';
import { provideClients } from './client.js';

provideClients(({ baseUrl }) => createClient(baseUrl ? { baseUrl } : {}));
