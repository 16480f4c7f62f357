import { createClient } from '@e-sewaka/sdk';
import { provideClients, type Client } from './client.js';

/** A client of the whole SDK for one server. */
export function wholeClient(baseUrl: string): Client {
  return createClient({ baseUrl });
}

provideClients(wholeClient, 'whole');
